/** The other door of a cooperative: delegates, who are no persons of it. Nothing here is remembered from one request to the next. */
import { sql } from "kysely";
import type { DelegableWork } from "#kernel/actor.ts";
import { type Day, dayIn, type Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Caller, Presence } from "#platform/command.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { withUser } from "#platform/database/tenant.ts";

/** The cooperative of a path that opened itself to this user as a delegate; null for everybody else. */
export async function findClient(database: Database, slug: string, userId: Id<"user">): Promise<OrganizationId | null> {
  return withUser(database, userId, async (tx) => {
    const { rows } = await sql<{ id: OrganizationId }>`select organization_id as id from delegation.delegate
      where slug = ${slug} and user_id = ${userId} and closed_at is null limit 1`.execute(tx);
    return rows[0]?.id ?? null;
  });
}

type Row = {
  id: PersonId;
  agreement_id: Id<"delegation">;
  time_zone: string;
  items: readonly { readonly work: DelegableWork }[];
  starts_on: Day;
  ends_on: Day;
};

/**
 * The actor of a delegate: no grant, no activity, the scope of the agreement that runs today, the oldest when two do. Asked
 * again by each request and each command, in its own transaction: revoked, or past its last day, an access is closed at the
 * very next one.
 */
export async function loadDelegate(tx: Tx, caller: Caller, now: Instant): Promise<Presence | null> {
  const { organizationId, userId } = caller;
  const { rows } = await sql<Row>`
    select d.id, d.agreement_id, o.time_zone, a.items, a.starts_on, a.ends_on
      from delegation.delegate d
      join delegation.agreement a on a.organization_id = d.organization_id and a.id = d.agreement_id
      join membership.organization o on o.organization_id = d.organization_id
     where d.organization_id = ${organizationId} and d.user_id = ${userId} and d.closed_at is null
       and a.side = 'client' and a.signed_at is not null and a.revoked_at is null
     order by d.opened_at, d.id`.execute(tx);
  const row = rows.find(({ time_zone, starts_on, ends_on }) => {
    const day = dayIn(now, time_zone);
    return day >= starts_on && day <= ends_on;
  });
  if (row === undefined) return null;
  const today = dayIn(now, row.time_zone);
  const delegation = { agreementId: row.agreement_id, scope: new Set(row.items.map(({ work }) => work)) };
  const actor = { organizationId, house: "cae" as const, userId, personId: row.id, grants: [], own: new Map() };
  return { actor: { ...actor, delegation }, timeZone: row.time_zone, today };
}

export type Delegate = {
  readonly id: Id<"delegate">;
  readonly agreementId: Id<"delegation">;
  readonly name: string;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
};

/** Who entered or may enter under an agreement, those whose access is closed last. */
export async function delegatesOf(
  tx: Tx,
  organizationId: OrganizationId,
  agreementId: Id<"delegation">,
): Promise<readonly Delegate[]> {
  const { rows } = await sql<Delegate>`select id, agreement_id as "agreementId", name, opened_at as "openedAt",
      closed_at as "closedAt" from delegation.delegate
    where organization_id = ${organizationId} and agreement_id = ${agreementId}
    order by closed_at is not null, name collate "fr-x-icu", opened_at`.execute(tx);
  return rows;
}

/** How a delegate is called in the frame and beside what they write. */
export async function delegateName(tx: Tx, organizationId: OrganizationId, id: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from delegation.delegate
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
  return rows[0]?.name ?? "";
}

export type Named = {
  readonly id: Id<"delegate">;
  readonly personId: PersonId;
  readonly userId: Id<"user">;
  readonly name: string;
  readonly email: string;
  readonly namedAt: Instant;
};

/** On the provider's side: those whom its direction named, who may sign in. */
export async function namedFor(
  tx: Tx,
  organizationId: OrganizationId,
  agreementId: Id<"delegation">,
): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`select n.id, n.person_id as "personId", p.user_id as "userId",
      p.first_name || ' ' || p.last_name as name, p.email, n.named_at as "namedAt"
      from delegation.naming n
      join membership.person p on p.organization_id = n.organization_id and p.id = n.person_id
    where n.organization_id = ${organizationId} and n.agreement_id = ${agreementId} and n.withdrawn_at is null
      and p.archived_at is null and p.user_id is not null
    order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu", n.id`.execute(tx);
  return rows;
}

/** Opens an access, unless the user already has one under this agreement or is a person of the house. */
export async function openAccess(
  tx: Tx,
  organizationId: OrganizationId,
  access: { agreementId: Id<"delegation">; named: Named; slug: string; now: Instant },
): Promise<void> {
  const { agreementId, named, slug, now } = access;
  await sql`insert into delegation.delegate (organization_id, id, agreement_id, user_id, name, email, opened_at, slug)
    select ${organizationId}, ${named.id}, ${agreementId}, ${named.userId}, ${named.name}, ${named.email}, ${now}, ${slug}
     where not exists (select 1 from membership.person p
       where p.organization_id = ${organizationId} and p.user_id = ${named.userId} and p.archived_at is null)
    on conflict do nothing`.execute(tx);
}

/** Closes the accesses of an agreement but some, or one of them: from the next request on. */
export async function closeAccesses(
  tx: Tx,
  organizationId: OrganizationId,
  which: { agreementId: Id<"delegation">; except?: readonly string[]; only?: string; now: Instant },
): Promise<number> {
  const { agreementId, except = [], only = null, now } = which;
  const result = await sql`update delegation.delegate set closed_at = ${now}
    where organization_id = ${organizationId} and agreement_id = ${agreementId} and closed_at is null
      and not (id = any(${[...except]}::uuid[])) and (${only}::uuid is null or id = ${only})`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** On the provider's side: takes names back, by its own word or because the client shut its door. */
export async function withdrawNamings(
  tx: Tx,
  organizationId: OrganizationId,
  which: { agreementId: Id<"delegation">; ids: readonly Id<"delegate">[]; now: Instant },
): Promise<number> {
  const { agreementId, ids, now } = which;
  const result = await sql`update delegation.naming set withdrawn_at = ${now}
    where organization_id = ${organizationId} and agreement_id = ${agreementId} and id = any(${[...ids]}::uuid[])
      and withdrawn_at is null`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
