import { z } from "zod";
import type { House, SupportRole } from "#kernel/actor.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Topic } from "#kernel/topic.ts";
import { notify } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalId, ticked } from "#platform/field.ts";
import type { PersonRefusalCode } from "../person/person.fr.ts";
import { findPerson } from "../person/person.store.ts";
import { siteExists } from "../site/site.store.ts";
import type { MembershipTables } from "../tables.ts";
import { ROLE_GRANTED, ROLE_REVOKED } from "../topics.ts";
import type { GrantRefusalCode } from "./grant.fr.ts";
import { mayGrant } from "./grant.policy.ts";
import { grantsOf, isLastAdministrator } from "./grant.store.ts";

export const SUPPORT_ROLES = [
  "accompagnateur",
  "accountant",
  "payroll",
  "direction",
  "administrator",
  "facilitator",
] as const satisfies readonly SupportRole[];

/** The roles that mean something in each kind of house. */
export const ROLES_OF: Readonly<Record<House, readonly SupportRole[]>> = {
  cae: ["accompagnateur", "accountant", "payroll", "direction", "administrator"],
  network: ["facilitator", "accountant", "direction", "administrator"],
};

/** Roles that would mean nothing for a part of the cooperative. */
const NEVER_SCOPED: readonly SupportRole[] = ["direction", "administrator", "facilitator"];

type Refused = Refusal<GrantRefusalCode | PersonRefusalCode>;

function tellRole(context: CommandContext, personId: PersonId, grantId: Id<"grant">, topic: Topic): Promise<void> {
  const subject = { kind: "membership.grant", id: grantId };
  return notify(context, { to: personId, topic, subject, path: `personnes/${personId}` });
}

/** Gives a person a support role: over everything, over a site, over the persons they follow, or both. */
export const grantRole = defineCommand({
  name: "membership.role.grant",
  input: z.object({
    personId: idText<"person">(),
    role: oneOf(SUPPORT_ROLES),
    siteId: optionalId<"site">(),
    followedOnly: ticked(),
  }),
  async run(context, input): Promise<{ grantId: Id<"grant"> } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayGrant(actor);
    if (refusal) return refusal;
    if (!ROLES_OF[actor.house].includes(input.role)) return refuse("invalid", "grant.notOfHouse", {}, "role");
    const person = await findPerson(tx, actor, input.personId, true);
    if (person === null) return refuse("missing", "person.missing");
    if (person.archivedAt !== null) return refuse("conflict", "person.archived");
    if (NEVER_SCOPED.includes(input.role) && (input.siteId !== null || input.followedOnly)) {
      return refuse("invalid", "grant.neverScoped", {}, "role");
    }
    if (input.siteId !== null && !(await siteExists(tx, organizationId, input.siteId))) {
      return refuse("invalid", "grant.siteMissing", {}, "siteId");
    }
    const held = await grantsOf(tx, organizationId, input.personId);
    const same = held.some(
      (grant) =>
        grant.role === input.role && grant.siteId === input.siteId && grant.followedOnly === input.followedOnly,
    );
    if (same) return refuse("conflict", "grant.already", {}, "role");
    const grantId = context.id<"grant">();
    await tx
      .withTables<MembershipTables>()
      .insertInto("membership.role_grant")
      .values({
        organization_id: organizationId,
        id: grantId,
        person_id: input.personId,
        role: input.role,
        site_id: input.siteId,
        followed_only: input.followedOnly,
        granted_at: now,
        revoked_at: null,
      })
      .execute();
    const details = { role: input.role, siteId: input.siteId, followedOnly: input.followedOnly };
    context.audit({ subjectKind: "membership.person", subjectId: input.personId, details });
    await tellRole(context, input.personId, grantId, ROLE_GRANTED);
    return { grantId };
  },
});

/** Takes a support role away. The last administrator keeps theirs. */
export const revokeRole = defineCommand({
  name: "membership.role.revoke",
  input: z.object({ grantId: idText<"grant">() }),
  async run(context, { grantId }): Promise<{ grantId: Id<"grant"> } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayGrant(actor);
    if (refusal) return refusal;
    const membership = tx.withTables<MembershipTables>();
    const grant = await membership
      .selectFrom("membership.role_grant")
      .select(["person_id", "role"])
      .where("organization_id", "=", organizationId)
      .where("id", "=", grantId)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (!grant) return refuse("missing", "grant.missing");
    if (grant.role === "administrator" && (await isLastAdministrator(tx, organizationId, grant.person_id))) {
      return refuse("conflict", "grant.lastAdministrator");
    }
    // Only now is this row locked: all administrators first, always in the same order.
    const revoked = await membership
      .updateTable("membership.role_grant")
      .set({ revoked_at: now })
      .where("organization_id", "=", organizationId)
      .where("id", "=", grantId)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (revoked.numUpdatedRows !== 1n) return refuse("missing", "grant.missing");
    context.audit({ subjectKind: "membership.person", subjectId: grant.person_id, details: { role: grant.role } });
    await tellRole(context, grant.person_id, grantId, ROLE_REVOKED);
    return { grantId };
  },
});
