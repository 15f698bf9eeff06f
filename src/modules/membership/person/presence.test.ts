import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, seesActivity, visibleActivities } from "#kernel/actor.ts";
import type { Instant } from "#kernel/day.ts";
import type { ActivityId, Id, PersonId } from "#kernel/id.ts";
import type { Caller } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { freshTenant, type TestTenant } from "#testing/tenant.ts";
import { activitiesOf } from "../activity/activity.store.ts";
import { activitiesOfPerson, participationsIn } from "../activity/activity-detail.store.ts";
import { findActivitiesLike, findPersonsLike } from "../search.store.ts";
import { mayPerson } from "./person.policy.ts";
import { findPerson, listPersons } from "./person.store.ts";
import { loadPresence } from "./presence.store.ts";

let tenant: TestTenant;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-11-22T10:00:00.000Z" });
});

async function actorOf(caller: Caller, now = "2026-11-22T10:00:00.000Z"): Promise<Actor> {
  const presence = await withTenant(tenant.database.app, caller, (tx) => loadPresence(tx, caller, now as Instant));
  if (presence === null) throw new Error("no presence");
  return presence.actor;
}

const site = async (name: string): Promise<Id<"site">> => {
  const id = tenant.newId<"site">();
  await tenant.run((tx) =>
    sql`insert into membership.site (organization_id, id, name) values (${tenant.organizationId}, ${id}, ${name})`.execute(
      tx,
    ),
  );
  return id;
};

const set = (personId: PersonId, column: "site_id" | "follower_id", value: string) =>
  tenant.run((tx) =>
    sql`update membership.person set ${sql.ref(column)} = ${value} where organization_id = ${tenant.organizationId} and id = ${personId}`.execute(
      tx,
    ),
  );

async function scopedRole(
  personId: PersonId,
  scope: { siteId?: Id<"site">; followedOnly?: boolean },
  role = "accompagnateur",
): Promise<void> {
  await tenant.run((tx) =>
    sql`insert into membership.role_grant (organization_id, id, person_id, role, site_id, followed_only, granted_at)
      values (${tenant.organizationId}, ${tenant.newId()}, ${personId}, ${role}, ${scope.siteId ?? null}, ${scope.followedOnly ?? false}, now())`.execute(
      tx,
    ),
  );
}

describe("Une activité partagée", () => {
  it("ne montre jamais les autres activités de l'une à l'autre", async () => {
    const [shared, ofSamira, ofKarim] = [
      await tenant.activity("Les Deux Ponts"),
      await tenant.activity("Roux Formation"),
      await tenant.activity("Karim Paysages"),
    ];
    const samira = await tenant.person({ activities: [shared, ofSamira] });
    const karim = await tenant.person({ activities: [shared, ofKarim] });
    const actor = await actorOf(samira.caller);
    expect(visibleActivities(actor)).toEqual(new Set([shared, ofSamira]));
    await withTenant(tenant.database.app, samira.caller, async (tx) => {
      const names = await activitiesOf(tx, tenant.organizationId, visibleActivities(actor));
      expect(names.map((activity) => activity.name)).toEqual(["Les Deux Ponts", "Roux Formation"]);
      // Ce que la page de l'activité dit de Karim: son nom et ses droits, rien de plus.
      const [first] = await participationsIn(tx, tenant.organizationId, shared);
      expect(Object.keys(first ?? {}).sort()).toEqual([
        "endsOn",
        "personId",
        "personName",
        "quoteRequired",
        "recordsPayments",
        "selfValidatesInvoices",
        "selfValidatesQuotes",
        "startsOn",
        "version",
      ]);
      // Même en demandant celles de Karim, elle n'apprend que la leur.
      const his = await activitiesOfPerson(tx, tenant.organizationId, karim.personId, visibleActivities(actor));
      expect(his.map((activity) => activity.name)).toEqual(["Les Deux Ponts"]);
      // Sa fiche n'existe pas pour elle.
      const found = await findPerson(tx, actor, karim.personId);
      expect(found && mayPerson(actor, "read", found.facts)).toMatchObject({ kind: "missing" });
      expect(await listPersons(tx, actor, "2026-11-22", false)).toEqual([]);
      // La recherche non plus.
      expect(await findPersonsLike(tx, actor, "Samira", 10)).toEqual([]);
      const searched = await findActivitiesLike(tx, actor, visibleActivities(actor), "a", 10);
      expect(searched.map((activity) => activity.name)).not.toContain("Karim Paysages");
    });
  });
});

describe("Un rôle limité", () => {
  it("aux personnes suivies n'atteint qu'elles et leurs activités", async () => {
    const [theirs, shared, others] = [
      await tenant.activity("Suivie"),
      await tenant.activity("Partagée"),
      await tenant.activity("Ailleurs"),
    ];
    const support = await tenant.person();
    await scopedRole(support.personId, { followedOnly: true });
    const followed = await tenant.person({ activities: [theirs, shared] });
    const newcomer = await tenant.person();
    const stranger = await tenant.person({ activities: [shared, others] });
    await set(followed.personId, "follower_id", support.personId);
    await set(newcomer.personId, "follower_id", support.personId);
    const actor = await actorOf(support.caller);
    expect(visibleActivities(actor)).toEqual(new Set([theirs, shared]));
    expect(seesActivity(actor, others)).toBe(false);
    await withTenant(tenant.database.app, support.caller, async (tx) => {
      const list = await listPersons(tx, actor, "2026-11-22", false);
      expect(list.map((line) => line.personId).sort()).toEqual([followed.personId, newcomer.personId].sort());
      const searched = await findPersonsLike(tx, actor, "roux", 10);
      expect(searched.map((line) => line.personId).sort()).toEqual([followed.personId, newcomer.personId].sort());
      const found = await findPerson(tx, actor, stranger.personId);
      expect(found && mayPerson(actor, "read", found.facts)).toMatchObject({ kind: "missing" });
      const reached = await findPerson(tx, actor, newcomer.personId);
      expect(reached && mayPerson(actor, "update", reached.facts)).toBeNull();
      const his = await activitiesOfPerson(tx, tenant.organizationId, stranger.personId, visibleActivities(actor));
      expect(his.map((activity) => activity.name)).toEqual(["Partagée"]);
    });
  });

  it("à un site n'atteint que les personnes de ce site; limité aux deux, que l'intersection", async () => {
    const [brest, quimper] = [await site("Brest"), await site("Quimper")];
    const [inBrest, inQuimper] = [await tenant.activity("À Brest"), await tenant.activity("À Quimper")];
    const support = await tenant.person();
    await scopedRole(support.personId, { siteId: brest });
    const here = await tenant.person({ activities: [inBrest] });
    const there = await tenant.person({ activities: [inQuimper] });
    await set(here.personId, "site_id", brest);
    await set(there.personId, "site_id", quimper);
    expect(visibleActivities(await actorOf(support.caller))).toEqual(new Set([inBrest]));
    const both = await tenant.person();
    await scopedRole(both.personId, { siteId: brest, followedOnly: true });
    expect(visibleActivities(await actorOf(both.caller))).toEqual(new Set());
    await set(there.personId, "follower_id", both.personId);
    expect(visibleActivities(await actorOf(both.caller))).toEqual(new Set());
    await set(here.personId, "follower_id", both.personId);
    expect(visibleActivities(await actorOf(both.caller))).toEqual(new Set([inBrest]));
  });

  it("retiré, n'atteint plus rien", async () => {
    const activity = await tenant.activity();
    const support = await tenant.person();
    await scopedRole(support.personId, { followedOnly: true });
    const followed = await tenant.person({ activities: [activity] });
    await set(followed.personId, "follower_id", support.personId);
    expect((await actorOf(support.caller)).grants).toHaveLength(1);
    await tenant.run((tx) =>
      sql`update membership.role_grant set revoked_at = now() where person_id = ${support.personId}`.execute(tx),
    );
    expect((await actorOf(support.caller)).grants).toEqual([]);
  });
});

describe("Les dates d'une participation", () => {
  const between = async (activityId: ActivityId, personId: PersonId, startsOn: string, endsOn: string | null) =>
    tenant.run((tx) =>
      sql`insert into membership.participation (organization_id, activity_id, person_id, starts_on, ends_on)
        values (${tenant.organizationId}, ${activityId}, ${personId}, ${startsOn}, ${endsOn})`.execute(tx),
    );

  it("décident de ce qui est à soi, le dernier jour compris, au jour de la coopérative", async () => {
    const activity = await tenant.activity();
    const { caller, personId } = await tenant.person();
    await between(activity, personId, "2026-11-01", "2026-11-30");
    expect((await actorOf(caller, "2026-10-31T12:00:00.000Z")).own.size).toBe(0);
    expect((await actorOf(caller, "2026-11-30T12:00:00.000Z")).own.size).toBe(1);
    // 23 h 30 à Londres, c'est déjà décembre à Paris.
    expect((await actorOf(caller, "2026-11-30T23:30:00.000Z")).own.size).toBe(0);
  });

  it("quand l'activité ferme, ses comptes restent à lire; quand on la quitte, non", async () => {
    const [closed, left] = [await tenant.activity("Fermée"), await tenant.activity("Quittée")];
    const { caller, personId } = await tenant.person();
    const support = await tenant.person();
    await scopedRole(support.personId, { followedOnly: true });
    await set(personId, "follower_id", support.personId);
    await between(closed, personId, "2026-01-01", "2026-06-30");
    await between(left, personId, "2026-01-01", "2026-06-30");
    await tenant.run((tx) =>
      sql`update membership.activity set closed_on = '2026-06-30' where id = ${closed}`.execute(tx),
    );
    expect(visibleActivities(await actorOf(caller))).toEqual(new Set([closed]));
    expect(visibleActivities(await actorOf(support.caller))).toEqual(new Set([closed]));
  });
});

describe("Une personne d'ailleurs", () => {
  it("n'a pas de présence, ni une personne archivée", async () => {
    const other = await freshTenant();
    const stranger = await other.person({ roles: ["administrator"] });
    const caller = { organizationId: tenant.organizationId, userId: stranger.caller.userId };
    const presence = (who: Caller) =>
      withTenant(tenant.database.app, who, (tx) => loadPresence(tx, who, "2026-11-22T10:00:00.000Z" as Instant));
    expect(await presence(caller)).toBeNull();
    const member = await tenant.person({ roles: ["administrator"] });
    expect(await presence(member.caller)).not.toBeNull();
    await tenant.run((tx) =>
      sql`update membership.person set archived_at = now() where id = ${member.personId}`.execute(tx),
    );
    expect(await presence(member.caller)).toBeNull();
  });
});
