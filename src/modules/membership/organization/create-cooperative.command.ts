import { sql } from "kysely";
import { z } from "zod";
import type { Actor, House } from "#kernel/actor.ts";
import { dayIn } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, type CommandHost, defineCommand, execute, type InvalidInput } from "#platform/command.ts";
import { emailText, requiredText } from "#platform/field.ts";
import { newId } from "#platform/id.ts";
import type { MembershipTables } from "../tables.ts";
import { checkIdentity, columnsOfIdentity, identityFields } from "./input.ts";
import type { OrganizationRefusalCode } from "./organization.fr.ts";
import { RESERVED_SLUGS, slugOf } from "./organization.ts";

/** The fields of a new cooperative: its identity, its address, its first site, its first administrator. */
export const newCooperativeInput = z.object({
  ...identityFields,
  /** "": deduced from the name. */
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^([a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?)?$/, "field.slug")
    .default(""),
  siteName: requiredText(100).default("Siège"),
  firstName: requiredText(100),
  lastName: requiredText(100),
  administratorEmail: emailText(),
});

/** What the form, the operator or the demonstration gives. */
export type NewCooperative = z.input<typeof newCooperativeInput>;

/** What a module puts in a new cooperative (chart of accounts, rules…), in its first transaction, as its founder. */
export type Installer = (context: CommandContext) => Promise<void>;

export type CreatedCooperative = {
  readonly organizationId: OrganizationId;
  readonly slug: string;
  readonly personId: PersonId;
  readonly siteId: Id<"site">;
};

export type CreateOptions = {
  /** The user who becomes its administrator and its direction. */
  readonly userId: Id<"user">;
  /** Of the modules that the instance has: membership knows none of them. */
  readonly installers: readonly Installer[];
  /** A cooperative when it does not say. */
  readonly house?: House;
  /** Refused when the instance already has a cooperative (first-run page). */
  readonly onlyFirst?: boolean;
  /** Everything is checked and made, then undone. */
  readonly dryRun?: boolean;
};

/**
 * Makes a cooperative (or a network of them), its first site and its founder, and lets each module install its own defaults: one transaction.
 * Nobody is there yet to be an actor: the caller (operator's terminal, first-run page, demonstration) answers for it.
 */
export async function createCooperative(
  host: Omit<CommandHost, "loadPresence">,
  input: NewCooperative,
  options: CreateOptions,
): Promise<CreatedCooperative | Refusal<OrganizationRefusalCode> | InvalidInput> {
  const now = host.clock();
  const organizationId = newId<"organization">(now);
  const personId = newId<"person">(now);
  const founder: Actor = {
    organizationId,
    house: options.house ?? "cae",
    userId: options.userId,
    personId,
    grants: [
      { role: "administrator", reach: "all" },
      { role: "direction", reach: "all" },
    ],
    own: new Map(),
  };
  const command = defineCommand({
    name: "membership.organization.create",
    input: newCooperativeInput,
    run: (context, fields) => create(context, fields, options),
  });
  const timeZone = newCooperativeInput.shape.timeZone.safeParse(input.timeZone).data ?? "Europe/Paris";
  const founding: CommandHost = {
    ...host,
    clock: () => now,
    loadPresence: async () => ({ actor: founder, timeZone, today: dayIn(now, timeZone) }),
  };
  const created = await execute(founding, { organizationId, userId: options.userId }, command, input, {
    dryRun: options.dryRun,
  });
  return created as CreatedCooperative | Refusal<OrganizationRefusalCode> | InvalidInput;
}

async function create(
  context: CommandContext,
  fields: z.infer<typeof newCooperativeInput>,
  options: CreateOptions,
): Promise<CreatedCooperative | Refusal<OrganizationRefusalCode> | InvalidInput> {
  const { tx, organizationId, now, actor } = context;
  const { slug: asked, siteName, firstName, lastName, administratorEmail, ...identity } = fields;
  const problem = checkIdentity(identity, actor.house);
  if (problem) return problem;
  const slug = asked === "" ? slugOf(identity.legalName) : asked;
  if (RESERVED_SLUGS.has(slug)) return refuse("conflict", "organization.slugReserved", {}, "slug");
  if (options.onlyFirst) {
    // One first cooperative, even when two people send the page at the same moment.
    await sql`select pg_advisory_xact_lock(7331007)`.execute(tx);
    const { rows } = await sql<{ found: boolean }>`select membership.has_cooperative() as found`.execute(tx);
    if (rows[0]?.found) return refuse("conflict", "organization.notFirst");
  }
  const membership = tx.withTables<MembershipTables>();
  const added = await membership
    .insertInto("membership.organization")
    .values({
      ...{ organization_id: organizationId, slug, kind: actor.house, created_at: now },
      ...columnsOfIdentity(identity, actor.house),
    })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return refuse("conflict", "organization.slugTaken", {}, "slug");
  const siteId = context.id<"site">();
  await membership
    .insertInto("membership.site")
    .values({ organization_id: organizationId, id: siteId, name: siteName })
    .execute();
  await membership
    .insertInto("membership.person")
    .values({
      organization_id: organizationId,
      id: actor.personId,
      user_id: actor.userId,
      first_name: firstName,
      last_name: lastName,
      email: administratorEmail,
      site_id: siteId,
      follower_id: null,
      created_at: now,
      archived_at: null,
      invited_at: null,
    })
    .execute();
  for (const { role } of actor.grants) {
    await membership
      .insertInto("membership.role_grant")
      .values({
        organization_id: organizationId,
        id: context.id<"grant">(),
        person_id: actor.personId,
        role,
        site_id: null,
        granted_at: now,
        revoked_at: null,
      })
      .execute();
  }
  context.audit({ subjectKind: "membership.organization", subjectId: organizationId, details: { slug } });
  for (const install of options.installers) await install(context);
  return { organizationId, slug, personId: actor.personId, siteId };
}
