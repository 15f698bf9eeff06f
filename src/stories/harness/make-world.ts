/** Makes the world by the real commands: two cooperatives, then the network where people of both meet. */
import type { ActivityId, Id, PersonId } from "#kernel/id.ts";
import { planAppointment } from "#modules/accompaniment/index.server.ts";
import { makeDocument } from "#modules/documents/index.server.ts";
import type { EntryId } from "#modules/ledger/entry/entry.ts";
import { documentsOf } from "#modules/ledger/entry/entry-document.store.ts";
import { postManualEntry } from "#modules/ledger/entry/post-manual-entry.command.ts";
import { listFiscalYears } from "#modules/ledger/index.server.ts";
import {
  addParticipation,
  addPerson,
  addSite,
  grantRole,
  openActivity,
  presentActivity,
} from "#modules/membership/index.server.ts";
import { addCandidate, saveInformationMeeting, saveIntake } from "#modules/parcours/index.server.ts";
import { type Caller, execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { holdBytes } from "#platform/files/hold-bytes.ts";
import { openBeside } from "./beside.ts";
import { WORDS } from "./words.ts";
import { type PlacedActivity, ROLES, type RoleName, type World } from "./world.ts";
import { beginBid } from "./world-bids.ts";
import { makeDelegations } from "./world-delegation.ts";
import { assemblyOfToday, associateOfHouse, found, meetingOfHouse, workshopOfHouse } from "./world-houses.ts";
import {
  accepted,
  appointment,
  emailOf,
  informationMeeting,
  LOGO,
  opening,
  PASSWORD,
  person,
  sharedEntry,
} from "./world-inputs.ts";
import { makeNetwork } from "./world-network.ts";
import { type Act, type PRICES, sellSomething } from "./world-sales.ts";

/** Fills the data of a running server, beside it. */
export async function makeWorld(data: string, baseUrl: string): Promise<World> {
  const beside = await openBeside(data, baseUrl);
  const { app, drainer } = beside;
  try {
    const home = await found(app, "l-etabli", "Coopérative L’Établi", "732829320", "73282932000074");
    const elsewhere = await found(app, "l-autre-rive", `Coopérative ${WORDS.elsewhere}`, "552081317", "55208131766522");

    const act: Act = async (command, input) => accepted(await execute(app, home.caller, command, input));
    const there: Act = async (command, input) => accepted(await execute(app, elsewhere.caller, command, input));
    const { siteId } = await act(addSite, { name: "Presqu’île" });
    const activityA = await act(openActivity, opening(WORDS.A));
    const activityB = await act(openActivity, opening(WORDS.B));
    const activityD = await act(openActivity, opening(WORDS.D));
    const activityE = await act(openActivity, opening(WORDS.E));
    const activityC = await there(openActivity, opening(WORDS.C));

    const join = (
      role: RoleName | (typeof GUESTS)[number],
      lastName: string,
      site: Id<"site"> | null = null,
      followerId = "",
    ) => act(addPerson, { ...person(role, lastName), siteId: site ?? "", followerId });
    for (const role of [...ROLES, ...GUESTS]) {
      await app.identity.ensureUser({ email: emailOf(role), name: "Dominique", password: PASSWORD });
    }
    const a = await join("entrepreneurA", "Alouet", siteId);
    const partner = await join("partner", "Avocet", siteId);
    const follower = await join("follower", "Colvert");
    await act(grantRole, { personId: follower.personId, role: "accompagnateur", siteId: "", followedOnly: "on" });
    const b = await join("entrepreneurB", WORDS.personB, null, follower.personId);
    const keeper = await join("keeper", "Epervet");
    const both = await join("both", "Biset", siteId);
    const grants: [RoleName, string, Id<"site"> | null][] = [
      ["scoped", "accompagnateur", siteId],
      ["accountant", "accountant", null],
      ["payroll", "payroll", null],
      ["direction", "direction", null],
      ["administrator", "administrator", null],
    ];
    const staff = new Map<RoleName, PersonId>([["follower", follower.personId]]);
    for (const [role, granted, site] of grants) {
      const { personId } = await join(role, "Dupont");
      staff.set(role, personId);
      await act(grantRole, { personId, role: granted, siteId: site ?? "" });
    }
    const share = (activityId: ActivityId, personId: PersonId) =>
      act(addParticipation, { activityId, personId, startsOn: "2025-01-01", recordsPayments: true });
    await share(activityA.activityId, a.personId);
    await share(activityA.activityId, partner.personId);
    await share(activityA.activityId, both.personId);
    await share(activityD.activityId, partner.personId);
    await share(activityB.activityId, b.personId);
    await share(activityE.activityId, keeper.personId);

    const stranger = await there(addPerson, person("stranger", WORDS.stranger));
    const member = await there(addPerson, person("both", "Biset"));
    for (const { personId } of [stranger, member]) {
      await there(grantRole, { personId, role: "direction", siteId: "" });
      await there(grantRole, { personId, role: "administrator", siteId: "" });
    }
    const guest = await there(addPerson, {
      firstName: "Dominique",
      lastName: "Sterne",
      email: "sterne@histoires.example",
    });
    await there(addParticipation, { ...activityC, personId: stranger.personId, startsOn: "2025-01-01" });

    // The page of the home is open; elsewhere it stays closed.
    await act(saveIntake, { version: 0, open: "oui", consentFrench: "Accord", refusalReasons: "Projet à mûrir" });
    const meetings = new Map<string, string>();
    const meetingOf = async (slug: string, whose: Act) => {
      const made = meetings.get(slug) ?? (await whose(saveInformationMeeting, informationMeeting())).meetingId;
      meetings.set(slug, made);
      return made;
    };

    await drainer.idle();
    const place = async (
      key: keyof typeof PRICES,
      activityId: ActivityId,
      personId: PersonId,
    ): Promise<PlacedActivity> => {
      const [slug, whose] = key === "C" ? ["l-autre-rive", there] : ["l-etabli", act];
      const founder = key === "C" ? elsewhere.caller : home.caller;
      const accompaniedId = key === "C" ? guest.personId : personId;
      const logo = await holdBytes(app, founder, "logo", { bytes: LOGO, type: "image/png", name: "logo.png" });
      await (whose as Act)(presentActivity, { activityId, version: 1, logo: logo?.id });
      const holdPaper = async (name: string) => {
        const paper = { bytes: LOGO, type: "image/png", name } as const;
        return String((await holdBytes(app, founder, "document", paper))?.id);
      };
      const sold = await sellSomething(whose as Act, drainer.idle, activityId, key, holdPaper);
      const meetingId = await meetingOf(slug, whose as Act);
      const asked = { firstName: "Maxime", lastName: `Postulant ${WORDS[key]}`, city: WORDS[key] };
      const followerId = key === "C" ? stranger.personId : (staff.get(FOLLOWED[key]) ?? "");
      const { candidateId } = await (whose as Act)(addCandidate, { ...asked, followerId, meetingId });
      const { organizationId } = founder;
      const documents = await withTenant(app.database, { organizationId, userId: null }, (tx) =>
        documentsOf(tx, organizationId, sold.entryId as EntryId),
      );
      const { documentId: paperId } = await (whose as Act)(makeDocument, {
        ...{ personId, activityId, kind: "certificate", title: `Attestation ${WORDS[key]}` },
        values: { "activite.projet": WORDS[key] },
      });
      return {
        slug,
        activityId,
        personId,
        word: WORDS[key],
        candidateId,
        meetingId,
        ...sold,
        paperId,
        documentId: documents[0]?.id ?? "",
        accompaniedId,
        ...(key === "C" ? workshopThere : workshopHere),
        ...(key === "C" ? meetingThere : meetingHere),
        ...(key === "C" ? associateThere : associateHere),
        ...delegations[ENTRUSTED[key]],
        ...(await beginBid(app, { ...founder, email: emailOf(LEADS[key]) }, { activityId, word: WORDS[key] })),
        appointmentId: (await (whose as Act)(planAppointment, appointment(accompaniedId, WORDS[key]))).appointmentId,
      };
    };
    const workshopHere = await workshopOfHouse(app, act, home.caller);
    const workshopThere = await workshopOfHouse(app, there, elsewhere.caller);
    const meetingHere = await meetingOfHouse(act);
    const meetingThere = await meetingOfHouse(there);
    const associateHere = await associateOfHouse(app, act, home.caller);
    const associateThere = await associateOfHouse(app, there, elsewhere.caller);
    const delegations = await makeDelegations(
      app,
      drainer.idle,
      { act, caller: home.caller },
      { act: there, caller: elsewhere.caller },
    );
    const [absent, present] = [await join("absent", "Sterne"), await join("present", "Martinet")];
    const assemblyId = await assemblyOfToday(app, home.caller, [absent.personId, present.personId]);
    const activities = {
      A: await place("A", activityA.activityId, a.personId),
      B: await place("B", activityB.activityId, b.personId),
      C: await place("C", activityC.activityId, stranger.personId),
      D: await place("D", activityD.activityId, partner.personId),
      E: await place("E", activityE.activityId, keeper.personId),
    };
    await act(postManualEntry, sharedEntry());
    await drainer.idle();
    const logIns = Object.fromEntries(ROLES.map((role) => [role, emailOf(role)])) as Record<RoleName, string>;
    const yearOf = async ({ organizationId }: Caller) => {
      const years = await withTenant(app.database, { organizationId, userId: null }, (tx) =>
        listFiscalYears(tx, organizationId),
      );
      return String(years.at(-1)?.id);
    };
    const fiscalYears = { "l-etabli": await yearOf(home.caller), "l-autre-rive": await yearOf(elsewhere.caller) };
    const network = await makeNetwork(app, drainer.idle);
    const places = { home: "l-etabli", elsewhere: "l-autre-rive", network };
    const assembly = { assemblyId, absent: emailOf("absent"), present: emailOf("present") };
    return { baseUrl, data, logIns, activities, ...places, fiscalYears, assembly };
  } finally {
    await beside.close();
  }
}

/** Who leads the bid of each activity: somebody who takes part in it. */
/** Who has an account, and nothing that the matrices of rights try. */
const GUESTS = ["partner", "absent", "present"] as const;
const LEADS = { A: "entrepreneurA", B: "entrepreneurB", C: "stranger", D: "partner", E: "keeper" } as const;
/** Under which agreement the work beside each activity is: that of `delegate` for A and D. */
const ENTRUSTED = { A: "named", B: "other", C: "there", D: "named", E: "other" } as const;
/** Who follows the candidate beside each activity: somebody who reaches it. */
const FOLLOWED = { A: "scoped", B: "follower", D: "scoped", E: "direction" } as const;
