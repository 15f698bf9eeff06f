import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { recordContract } from "#modules/membership/contract/record-contract.command.ts";
import { changeSocialFile } from "#modules/parcours/index.server.ts";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as people from "./question/people.page.tsx";
import * as peopleFile from "./question/people-file.page.ts";
import * as question from "./question/question.page.tsx";
import { BLANK, type Question, questionText } from "./question/question.ts";
import * as report from "./report/report.page.tsx";
import * as reportFile from "./report/report-file.page.ts";
import * as reportPdf from "./report/report-pdf.page.ts";
import * as sheets from "./sheet/sheets.page.tsx";

let app: App;
let tenant: TestTenant;
let slug: string;
let direction: TestPerson;
let follower: TestPerson;
/** Aïcha under a CESA, in a priority district; Paul under a CAPE; Inès not under contract. */
let persons: TestPerson[];

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-01-05T09:00:00.000Z" });
  Object.assign(app, { clock: () => tenant.host.clock() });
  slug = tenant.slug;
  direction = await tenant.person({ roles: ["direction"] });
  follower = await tenant.person();
  persons = [await tenant.person(), await tenant.person(), await tenant.person()];
  const [aicha, paul] = persons;
  await tenant.run(async (tx) => {
    await sql`insert into membership.role_grant (organization_id, id, person_id, role, followed_only, granted_at)
      values (${tenant.organizationId}, ${tenant.newId()}, ${follower.personId}, 'accompagnateur', true, now())`.execute(
      tx,
    );
    await sql`update membership.person set follower_id = ${follower.personId} where id = ${paul?.personId}`.execute(tx);
  });
  await did(recordContract, { personId: aicha?.personId, kind: "cesa", startsOn: "2025-03-01", endsOn: "" });
  await did(recordContract, { personId: paul?.personId, kind: "cape", startsOn: "2026-01-01", endsOn: "2026-06-30" });
  const file = { seen: "", from: "2026-01-05", section: "contact", values: { zone: "qpv" } };
  await did(changeSocialFile, { ...file, personId: aicha?.personId });
  tenant.setNow("2026-03-02T09:00:00.000Z");
});

async function did(command: Parameters<typeof execute>[2], input: unknown) {
  const result = await execute(tenant.host, direction.caller, command as never, input);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result;
}

function as(who: TestPerson, page: Partial<PageRequest>) {
  const { signedIn } = who;
  return pageArguments(app, {
    path: `/${slug}/statistiques`,
    params: { cooperative: slug },
    signedIn,
    ...page,
  }) as never;
}

const searchOf = (asked: Partial<Question>) => `?d=${encodeURIComponent(questionText({ ...BLANK, ...asked }))}`;
type Asked = {
  people: number;
  reach: number | null;
  question: Question;
  sheet: { name: string; version: number } | null;
};

async function ask(asked: Partial<Question>, who = direction) {
  const path = `/${slug}/statistiques/question${searchOf(asked)}`;
  return (await answerOf(() => question.loader(as(who, { path })))).body as Asked;
}

/** Sends a form of the page, and asks the question that it leads to. */
async function send(form: Record<string, string>, who = direction) {
  const answer = await answerOf(() => question.action(as(who, { path: `/${slug}/statistiques/question`, form })));
  if (answer.status !== 302) return { ...answer, next: null };
  const path = answer.location ?? "";
  return { ...answer, next: (await answerOf(() => question.loader(as(who, { path })))).body as Asked };
}

describe("Une question", () => {
  it("se construit par des formulaires : ajouter, exclure, grouper, retirer, et le nombre suit", async () => {
    const d = questionText(BLANK);
    const contract = { subject: "contract", operator: "filled", moment: "at", place: "" };
    const first = await send({ intention: "criterion", d, ...contract });
    expect(first.next?.people).toBe(2);
    const now = (asked: Asked | null) => questionText(asked?.question ?? BLANK);
    const zone = { subject: "zone", operator: "in", moment: "at", place: "", "values.qpv": "oui" };
    const second = await send({ intention: "criterion", d: now(first.next), ...zone });
    expect(second.next?.people).toBe(1);
    const turned = await send({ d: now(second.next), act: "turn 1" });
    expect(turned.next?.people).toBe(1);
    const any = await send({ d: now(second.next), act: "join " });
    expect(any.next?.people).toBe(2);
    const grouped = await send({ d: now(second.next), act: "group " });
    const age = { subject: "activities", operator: "at_least", first: "3", place: "2" };
    const inside = await send({ intention: "criterion", d: now(grouped.next), ...age });
    expect(inside.next?.people).toBe(0);
    const removed = await send({ d: now(inside.next), act: "remove 2" });
    expect(removed.next?.people).toBe(1);
  });

  it("dit ce qui manque à côté du champ, et garde ce qui fut tapé", async () => {
    const form = {
      intention: "criterion",
      d: questionText(BLANK),
      subject: "birth_date",
      operator: "between",
      place: "",
    };
    const answer = await send({ ...form, first: "1/1/1990", second: "hein" });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      problem: { fields: { first: "Écrivez une date, par exemple 15/03/2026." } },
      typed: { first: "1/1/1990", second: "hein" },
    });
    const when = await send({
      intention: "when",
      d: questionText(BLANK),
      kind: "during",
      from: "1/3/2026",
      to: "1/2/2026",
    });
    expect(when.body).toMatchObject({ problem: { fields: { to: "La seconde valeur vient avant la première." } } });
  });

  it("retrouve un nombre passé, tel que connu alors ou aujourd’hui", async () => {
    const [aicha] = persons;
    const correct = {
      section: "contact",
      values: { zone: "none" },
      from: "2026-03-02",
      mistake: true,
      reason: "Adresse fausse",
    };
    const seen = await tenant.run((tx) =>
      sql<{ at: string }>`select recorded_at as at from membership.fact where dimension = 'zone'`.execute(tx),
    );
    await did(changeSocialFile, { ...correct, personId: aicha?.personId, seen: seen.rows[0]?.at });
    const who: Question["who"] = {
      ...{ join: "all", not: false },
      of: [{ subject: "zone", operator: "in", values: ["qpv"], moment: "at", not: false }],
    };
    const on = { kind: "on", on: "2026-02-01" } as Question["when"];
    expect((await ask({ who, when: on })).people).toBe(0);
    expect((await ask({ who, when: on, known: "2026-02-01" as Question["known"] })).people).toBe(1);
  });

  it("ne compte et ne montre que les personnes que l’on suit, et le dit", async () => {
    const all = await ask({});
    expect([all.people, all.reach]).toEqual([5, null]);
    const own = await ask({}, follower);
    expect([own.people, own.reach]).toEqual([1, 1]);
    const path = `/${slug}/statistiques/personnes${searchOf({})}`;
    const listed = (await answerOf(() => people.loader(as(follower, { path })))).body as {
      rows: { personId: string }[];
    };
    expect(listed.rows.map((row) => row.personId)).toEqual([persons[1]?.personId]);
    const file = await answerOf(() => peopleFile.loader(as(follower, { path })));
    expect(String(file.body).trim().split("\r\n")).toHaveLength(2);
  });

  it("n’est lue ni par un comptable ni par un entrepreneur", async () => {
    for (const who of [await tenant.person({ roles: ["accountant"] }), persons[0] as TestPerson]) {
      for (const page of [question, people, peopleFile, sheets, report, reportFile, reportPdf]) {
        expect((await answerOf(() => page.loader(as(who, {})))).status).toBe(403);
      }
    }
  });

  it("une adresse abîmée est une question vide, jamais une panne", async () => {
    for (const d of ["{", "[]", '{"who":1}', questionText({ ...BLANK, rows: "goals" as never })]) {
      const path = `/${slug}/statistiques/question?d=${encodeURIComponent(d)}`;
      expect((await answerOf(() => question.loader(as(direction, { path })))).body).toMatchObject({ question: BLANK });
    }
  });
});

describe("Une question enregistrée", () => {
  const kept = (fields: Record<string, string> = {}) => ({
    ...{ intention: "save", d: questionText(BLANK), fiche: "", version: "0", name: "Tout le monde", description: "" },
    ...{ cle: tenant.newId<"key">() as string, ...fields },
  });
  const listedBy = async (who: TestPerson) =>
    ((await answerOf(() => sheets.loader(as(who, {})))).body as { sheets: { id: string; name: string }[] }).sheets;

  it("n’est qu’à soi, ou à l’équipe une fois partagée", async () => {
    await send(kept({ name: "La mienne" }));
    await send(kept({ name: "La nôtre", shared: "oui" }));
    expect((await listedBy(direction)).map((sheet) => sheet.name)).toEqual(["La mienne", "La nôtre"]);
    expect((await listedBy(follower)).map((sheet) => sheet.name)).toEqual(["La nôtre"]);
    const [mine] = await listedBy(direction);
    const path = `/${slug}/statistiques/question?fiche=${mine?.id}`;
    expect((await answerOf(() => question.loader(as(follower, { path })))).status).toBe(404);
  });

  it("se duplique, se change par son auteur, se supprime, et chaque acte laisse sa trace", async () => {
    await send(kept({ shared: "oui" }));
    const [sheet] = await listedBy(direction);
    const id = sheet?.id ?? "";
    const refused = await send(kept({ fiche: id, version: "1", name: "Prise" }), follower);
    expect([refused.status, refused.body]).toMatchObject([403, { problem: { code: "sheet.notYours" } }]);
    const copy = await send({ intention: "duplicate", fiche: id, name: "Copie", cle: tenant.newId<"key">() }, follower);
    expect(copy.next?.sheet?.name).toBe("Copie");
    expect((await send(kept({ fiche: id, version: "9" }))).status).toBe(409);
    const renamed = await send(kept({ fiche: id, version: "1", name: "Autre nom" }));
    expect(renamed.next?.sheet).toMatchObject({ name: "Autre nom", version: 2 });
    expect((await send({ intention: "delete", fiche: id })).status).toBe(302);
    expect(await listedBy(direction)).toEqual([]);
    const { rows } = await tenant.run((tx) =>
      sql<{
        action: string;
      }>`select action from platform.audit where subject_kind = 'statistics.sheet' order by action`.execute(tx),
    );
    expect(rows.map((row) => row.action)).toEqual(
      ["delete", "duplicate", "save", "save"].map((verb) => `statistics.sheet.${verb}`),
    );
  });
});

describe("Le bilan pour un financeur", () => {
  it("compte les personnes de la période, les entrées, et répartit celles qu’on accompagne", async () => {
    const path = `/${slug}/statistiques/bilan?periode=during&du=2026-01-01&au=2026-03-02`;
    const answer = await answerOf(() => report.loader(as(direction, { path })));
    const { figures, breakdowns } = answer.body as {
      figures: { key: string; people: number }[];
      breakdowns: { key: string; table: { rows: { value: string; people: number }[] } }[];
    };
    const counts = Object.fromEntries(figures.map((figure) => [figure.key, figure.people]));
    expect(counts).toMatchObject({ accompanied: 2, entries: 1, exits: 0, present: 2, presentCape: 1, presentCesa: 1 });
    const zones = breakdowns.find((one) => one.key === "byZone")?.table.rows;
    expect(zones?.map(({ value, people }) => [value, people])).toEqual([
      ["qpv", 1],
      ["", 1],
    ]);
  });

  it("additionne les heures des rendez-vous tenus, à qui était là, dans le calendrier de la coopérative", async () => {
    const [aicha, paul] = persons;
    await tenant.run(async (tx) => {
      // One hour and a half on the last evening of January in Paris, that both were to come to; one of them did.
      for (const [startsAt, status] of [
        ["2026-01-31T22:30:00.000Z", "held"],
        ["2026-01-31T23:30:00.000Z", "held"],
        ["2026-01-15T10:00:00.000Z", "planned"],
      ] as const) {
        const id = tenant.newId();
        await sql`insert into accompaniment.appointment
            (organization_id, id, status, starts_at, minutes, mode, nature, subject, place, created_at, created_by)
          values (${tenant.organizationId}, ${id}, ${status}, ${startsAt}, 90, 'phone', 'interview', '', '', now(), ${direction.personId})`.execute(
          tx,
        );
        for (const [personId, part, attendance] of [
          [direction.personId, "adviser", "present"],
          [aicha?.personId, "person", "present"],
          [paul?.personId, "person", "absent"],
        ] as const) {
          await sql`insert into accompaniment.appointment_party (organization_id, appointment_id, person_id, part, attendance)
            values (${tenant.organizationId}, ${id}, ${personId}, ${part}, ${attendance})`.execute(tx);
        }
      }
    });
    const path = `/${slug}/statistiques/bilan?periode=during&du=2026-01-01&au=2026-01-31`;
    const { minutes, figures } = (await answerOf(() => report.loader(as(direction, { path })))).body as {
      minutes: number;
      figures: { key: string; people: number }[];
    };
    expect([minutes, figures.find(({ key }) => key === "met")?.people]).toEqual([90, 1]);
  });

  it("s’imprime avec ses définitions", async () => {
    const answer = (await reportPdf.loader(as(direction, { path: `/${slug}/statistiques/bilan/pdf` }))) as Response;
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });
});
