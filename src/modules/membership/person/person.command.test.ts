import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { Id, PersonId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type Command, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { grantRole } from "../grant/grant-role.command.ts";
import { addPerson } from "./add-person.command.ts";
import { archivePerson, restorePerson } from "./archive-person.command.ts";
import { invitePerson } from "./invite-person.command.ts";
import { personInvitedHandler } from "./person-invited.job.ts";
import { updatePerson } from "./update-person.command.ts";

let tenant: TestTenant;
let administrator: TestPerson;

beforeEach(async () => {
  tenant = await freshTenant();
  administrator = await tenant.person({ roles: ["administrator"] });
});

const KARIM = { firstName: "Karim", lastName: "Benali", email: "Karim@Etabli.example ", phone: "06 12 34 56 78" };

const as = <I, O>(who: TestPerson, command: Command<I, O>, input: unknown, key?: string) =>
  execute(tenant.host, who.caller, command, input, key === undefined ? {} : { idempotencyKey: key });

async function added(input: object = {}, who = administrator): Promise<PersonId> {
  const result = await as(who, addPerson, { ...KARIM, ...input });
  if (isRefusal(result)) throw new Error(result.code);
  return result.personId;
}

const row = async (personId: PersonId) =>
  (
    await tenant.run((tx) =>
      sql<{ email: string; version: number; user_id: string | null; archived_at: string | null; phone: string }>`
        select email, version, user_id, archived_at, phone from membership.person where id = ${personId}`.execute(tx),
    )
  ).rows[0];

const events = async () =>
  (
    await tenant.run((tx) =>
      sql<{
        event: string;
        payload: { personId: string };
      }>`select event, payload from platform.outbox where organization_id = ${tenant.organizationId} order by at, id`.execute(
        tx,
      ),
    )
  ).rows;

describe("Ajouter une personne", () => {
  it("note son adresse en minuscules et, si on le demande, l'invite", async () => {
    const quiet = await added();
    expect(await row(quiet)).toMatchObject({ email: "karim@etabli.example", version: 1, user_id: null });
    expect(await events()).toEqual([]);
    const invited = await added({ email: "autre@etabli.example", invite: "on" });
    expect(await events()).toMatchObject([{ event: "membership.person.invited.v1", payload: { personId: invited } }]);
  });

  it("dit champ par champ ce qui manque, sans rien écrire", async () => {
    const result = await as(administrator, addPerson, { firstName: " ", email: "karim", phone: "appelez-moi" });
    expect(result).toMatchObject({
      code: "input.invalid",
      fields: {
        firstName: "field.required",
        lastName: "field.required",
        email: "field.email",
        phone: "field.phone",
      },
    });
  });

  it("refuse une adresse déjà prise, un site ou un suivi qui n'existent pas", async () => {
    await added();
    expect(await as(administrator, addPerson, KARIM)).toMatchObject({ code: "person.emailTaken", field: "email" });
    const elsewhere = { ...KARIM, email: "x@etabli.example" };
    expect(await as(administrator, addPerson, { ...elsewhere, siteId: tenant.newId() })).toMatchObject({
      code: "person.siteMissing",
    });
    const entrepreneur = await tenant.person();
    expect(await as(administrator, addPerson, { ...elsewhere, followerId: entrepreneur.personId })).toMatchObject({
      code: "person.followerMissing",
    });
    const other = await freshTenant();
    const theirs = await other.person({ roles: ["accompagnateur"] });
    expect(await as(administrator, addPerson, { ...elsewhere, followerId: theirs.personId })).toMatchObject({
      code: "person.followerMissing",
    });
  });

  it("est réservé à l'équipe qui accueille", async () => {
    const entrepreneur = await tenant.person({ activities: [await tenant.activity()] });
    const accountant = await tenant.person({ roles: ["accountant"] });
    for (const who of [entrepreneur, accountant]) {
      expect(await as(who, addPerson, KARIM)).toMatchObject({ kind: "forbidden", code: "person.notAllowed" });
    }
    const other = await freshTenant();
    const stranger = await other.person({ roles: ["administrator"] });
    const caller = { organizationId: tenant.organizationId, userId: stranger.caller.userId };
    expect(await execute(tenant.host, caller, addPerson, KARIM)).toMatchObject({ code: "access.notMember" });
  });

  it("deux clics n'ajoutent qu'une personne", async () => {
    const first = await as(administrator, addPerson, KARIM, "cle-ajout-1");
    expect(await as(administrator, addPerson, KARIM, "cle-ajout-1")).toEqual(first);
    expect(await as(administrator, addPerson, { ...KARIM, phone: "" }, "cle-ajout-1")).toMatchObject({
      code: "input.keyReused",
    });
  });
});

describe("Modifier une fiche", () => {
  it("à deux en même temps: la seconde personne est prévenue, rien n'est écrasé", async () => {
    const personId = await added();
    const first = { ...KARIM, personId, version: 1, phone: "06 00 00 00 01" };
    expect(await as(administrator, updatePerson, first)).toMatchObject({ version: 2 });
    expect(await as(administrator, updatePerson, { ...first, phone: "06 00 00 00 02" })).toMatchObject({
      kind: "conflict",
      code: "person.changedMeanwhile",
    });
    expect((await row(personId))?.phone).toBe("06 00 00 00 01");
  });

  it("refuse l'adresse d'une autre personne, et de se suivre soi-même", async () => {
    const personId = await added();
    await added({ email: "prise@etabli.example" });
    const change = { ...KARIM, personId, version: 1 };
    expect(await as(administrator, updatePerson, { ...change, email: "PRISE@etabli.example" })).toMatchObject({
      code: "person.emailTaken",
    });
    expect(await as(administrator, updatePerson, { ...change, followerId: personId })).toMatchObject({
      code: "person.followsSelf",
    });
  });

  it("de quelqu'un de l'équipe d'appui est réservé à l'administration: changer son adresse, ce serait prendre sa place", async () => {
    const payroll = await tenant.person({ roles: ["payroll"] });
    const direction = await tenant.person({ roles: ["direction"] });
    const change = { ...KARIM, personId: direction.personId, version: 1 };
    expect(await as(payroll, updatePerson, change)).toMatchObject({ code: "person.notAllowed" });
    expect(await as(payroll, invitePerson, { personId: direction.personId })).toMatchObject({
      code: "person.notAllowed",
    });
    expect(await as(administrator, updatePerson, change)).toMatchObject({ version: 2 });
    const entrepreneur = await tenant.person();
    expect(
      await as(payroll, updatePerson, { ...change, email: "k2@x.example", personId: entrepreneur.personId }),
    ).toMatchObject({
      version: 2,
    });
  });

  it("laisse dans la trace les champs changés, jamais leur contenu", async () => {
    const personId = await added();
    await as(administrator, updatePerson, { ...KARIM, personId, version: 1, lastName: "Secret" });
    const { rows } = await tenant.run((tx) =>
      sql<{
        line: string;
      }>`select a::text as line from platform.audit a where subject_id = ${personId} and action like '%update'`.execute(
        tx,
      ),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.line).toContain("lastName");
    expect(rows[0]?.line).not.toContain("Secret");
  });

  it("d'une autre coopérative n'existe pas", async () => {
    const other = await freshTenant();
    const theirs = await other.person();
    const input = { ...KARIM, personId: theirs.personId, version: 1 };
    for (const act of [
      as(administrator, updatePerson, input),
      as(administrator, invitePerson, input),
      as(administrator, archivePerson, input),
      as(administrator, restorePerson, input),
    ]) {
      expect(await act).toMatchObject({ code: "person.missing" });
    }
  });
});

describe("Archiver une personne", () => {
  it("lui retire ses rôles, son accès et ceux qu'elle suivait; ses documents restent", async () => {
    const leaver = await tenant.person({ roles: ["accompagnateur"] });
    const followed = await added({ followerId: leaver.personId });
    expect(await as(administrator, archivePerson, { personId: leaver.personId })).toMatchObject({
      personId: leaver.personId,
    });
    expect(await row(leaver.personId)).toMatchObject({ user_id: null });
    const { rows } = await tenant.run((tx) =>
      sql<{ follower_id: string | null }>`select follower_id from membership.person where id = ${followed}`.execute(tx),
    );
    expect(rows[0]?.follower_id).toBeNull();
    expect(await as(leaver, addPerson, { ...KARIM, email: "y@etabli.example" })).toMatchObject({
      code: "access.notMember",
    });
    expect(await as(administrator, archivePerson, { personId: leaver.personId })).toMatchObject({
      code: "person.archived",
    });
  });

  it("attend la fin de ses contrats et de ses activités", async () => {
    const personId = await added();
    const activity = await tenant.activity();
    const contract = tenant.newId();
    await tenant.run(async (tx) => {
      await sql`insert into membership.contract (organization_id, id, person_id, kind, starts_on, recorded_at)
        values (${tenant.organizationId}, ${contract}, ${personId}, 'cesa', '2026-01-01', now())`.execute(tx);
      await sql`insert into membership.participation (organization_id, activity_id, person_id, starts_on)
        values (${tenant.organizationId}, ${activity}, ${personId}, '2026-01-01')`.execute(tx);
    });
    expect(await as(administrator, archivePerson, { personId })).toMatchObject({ code: "person.underContract" });
    await tenant.run((tx) =>
      sql`update membership.contract set ends_on = '2026-10-31' where id = ${contract}`.execute(tx),
    );
    expect(await as(administrator, archivePerson, { personId })).toMatchObject({ code: "person.stillInActivity" });
    await tenant.run((tx) =>
      sql`update membership.participation set ends_on = '2026-10-31' where person_id = ${personId}`.execute(tx),
    );
    expect(await as(administrator, archivePerson, { personId })).toMatchObject({ personId });
  });

  it("ne se fait pas à soi-même, ni par l'équipe qui accueille, ni à la dernière personne qui administre", async () => {
    expect(await as(administrator, archivePerson, { personId: administrator.personId })).toMatchObject({
      code: "person.self",
    });
    const payroll = await tenant.person({ roles: ["payroll"] });
    const personId = await added();
    expect(await as(payroll, archivePerson, { personId })).toMatchObject({ code: "person.notAllowed" });
    const direction = await tenant.person({ roles: ["direction"] });
    expect(await as(direction, archivePerson, { personId: administrator.personId })).toMatchObject({
      code: "person.notAllowed",
    });
  });

  it("libère son adresse, et la fiche revient si l'adresse est encore libre", async () => {
    const personId = await added();
    await as(administrator, archivePerson, { personId });
    const again = await added();
    expect(await as(administrator, restorePerson, { personId })).toMatchObject({ code: "person.emailTaken" });
    await as(administrator, archivePerson, { personId: again });
    expect(await as(administrator, restorePerson, { personId })).toMatchObject({ personId });
    expect(await row(personId)).toMatchObject({ archived_at: null, user_id: null });
  });
});

describe("Une invitation", () => {
  const identity = () => {
    const invited: { email: string; key: string; cooperativeName: string }[] = [];
    const active = new Set<string>();
    return {
      invited,
      active,
      invite: async (input: { email: string; key: string; name: string; cooperativeName: string }) => {
        invited.push(input);
        return `user of ${input.email}` as Id<"user">;
      },
      whoCanSignIn: async (ids: readonly string[]) => new Set(ids.filter((id) => active.has(id))),
    };
  };
  const deliver = async (library: ReturnType<typeof identity>) => {
    const { rows } = await tenant.run((tx) =>
      sql<{
        id: string;
        event: string;
        payload: Record<string, unknown>;
      }>`select id, event, payload from platform.outbox order by at, id`.execute(tx),
    );
    for (const event of rows) {
      await personInvitedHandler(
        tenant.database.app,
        library,
      )({ organizationId: tenant.organizationId, attempts: 0, ...event });
    }
  };

  it("envoie le lien et rattache le compte à la personne; deux livraisons ne changent rien", async () => {
    const personId = await added({ invite: "on" });
    const library = identity();
    await deliver(library);
    await deliver(library);
    expect((await row(personId))?.user_id).toBe("user of karim@etabli.example");
    expect(new Set(library.invited.map(({ key }) => key)).size).toBe(1);
    expect(library.invited[0]).toMatchObject({ name: "Karim", cooperativeName: "Coopérative L’Établi" });
  });

  it("partie à une mauvaise adresse, se corrige tant que personne ne s'en est servi", async () => {
    const personId = await added({ email: "faute@etabli.example", invite: "on" });
    const library = identity();
    await deliver(library);
    await as(administrator, updatePerson, { ...KARIM, personId, version: 1 });
    await as(administrator, invitePerson, { personId });
    await deliver(library);
    expect((await row(personId))?.user_id).toBe("user of karim@etabli.example");
    library.active.add("user of karim@etabli.example");
    await as(administrator, updatePerson, { ...KARIM, email: "voleur@etabli.example", personId, version: 2 });
    await as(administrator, invitePerson, { personId });
    await deliver(library);
    expect((await row(personId))?.user_id).toBe("user of karim@etabli.example");
  });

  it("ne part plus à une personne archivée entre-temps", async () => {
    const personId = await added({ invite: "on" });
    await as(administrator, archivePerson, { personId });
    const library = identity();
    await deliver(library);
    expect(library.invited).toEqual([]);
  });
});

describe("Les rôles d'une personne", () => {
  it("suivre quelqu'un demande un rôle d'accompagnement", async () => {
    const support = await tenant.person();
    expect(await as(administrator, addPerson, { ...KARIM, followerId: support.personId })).toMatchObject({
      code: "person.followerMissing",
    });
    await as(administrator, grantRole, { personId: support.personId, role: "accompagnateur", followedOnly: true });
    const personId = await added({ followerId: support.personId });
    // Qui suit la personne peut tenir sa fiche à jour, et l'inviter de nouveau.
    expect(
      await as(support, updatePerson, { ...KARIM, followerId: support.personId, personId, version: 1 }),
    ).toMatchObject({
      version: 2,
    });
    expect(await as(support, invitePerson, { personId })).toMatchObject({ personId });
    expect(await as(support, addPerson, { ...KARIM, email: "z@etabli.example" })).toMatchObject({
      code: "person.notAllowed",
    });
  });
});
