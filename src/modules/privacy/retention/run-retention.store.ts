import { sql } from "kysely";
import { addMonths, type Day, type Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import { dayStart } from "#kernel/zoned.ts";
import type { Tx } from "#platform/database/database.ts";
import { newId } from "#platform/id.ts";
import { emitAt } from "#platform/outbox/emit-at.ts";
import { dueCustomers } from "./due-customers.store.ts";
import { dueCandidates, leavers, rulesOf } from "./retention.store.ts";
import { AGE_CATEGORIES, type Category, type PersonCategory } from "./retention.ts";

/** Files that nothing may name any more; an account that may belong nowhere any more. */
export const FILES_RELEASED = "privacy.files.released.v1";
export const ACCOUNT_RELEASED = "privacy.account.released.v1";

export type Erasing = {
  readonly tx: Tx;
  readonly organizationId: OrganizationId;
  readonly now: Instant;
  readonly today: Day;
};

/** How many subjects one transaction erases at most: the next one goes on. */
const AT_ONCE = 100;
const LINES_AT_ONCE = 5_000;

/**
 * One erasure at a time in a cooperative: a second morning, another process or a click waits, then finds nothing left to do.
 * Taken before any row.
 */
export async function lockErasing({ tx, organizationId }: Pick<Erasing, "tx" | "organizationId">): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`privacy.erasure ${organizationId}`}, 0))`.execute(tx);
}

/** Erases one category of somebody; what it frees is asked to leave after the commit. False: nothing was left. */
export async function erasePerson(erasing: Erasing, category: PersonCategory, personId: PersonId): Promise<boolean> {
  const { tx, now, today } = erasing;
  const hashes = category === "papers" ? await filesOf(tx, personId) : [];
  const userId = category === "identity" ? await accountOf(erasing, personId) : null;
  const { rows } = await sql<{ done: boolean }>`
    select privacy.erase_person(${category}, ${personId}, ${today}::date, ${now}) as done`.execute(tx);
  const done = rows[0]?.done ?? false;
  if (done && hashes.length > 0) {
    await emitAt(erasing, { id: newId(now), event: FILES_RELEASED, payload: { hashes }, at: now });
  }
  if (done && userId !== null) {
    await emitAt(erasing, { id: newId(now), event: ACCOUNT_RELEASED, payload: { userId }, at: now });
  }
  return done;
}

export async function eraseCandidacy({ tx, now }: Erasing, candidateId: Id<"candidate">): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select privacy.erase_candidacy(${candidateId}, ${now}) as done`.execute(tx);
  return rows[0]?.done ?? false;
}

/** Erases the card of a customer who owes nothing. False: nothing was left of it. */
export async function eraseCustomer({ tx, now }: Erasing, customerId: Id<"customer">): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select privacy.erase_customer(${customerId}, ${now}) as done`.execute(
    tx,
  );
  return rows[0]?.done ?? false;
}

async function filesOf(tx: Tx, personId: PersonId): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`select privacy.files_of(${personId}) as hash`.execute(tx);
  return rows.map(({ hash }) => hash);
}

/** The account of somebody, or the one that their archiving took away from them. */
async function accountOf({ tx, organizationId }: Erasing, personId: PersonId): Promise<string | null> {
  const { rows } = await sql<{ userId: string | null }>`
    select coalesce(p.user_id, (select a.details ->> 'userId' from platform.audit a
             where a.organization_id = p.organization_id and a.subject_kind = 'membership.person'
               and a.subject_id = p.id::text and a.action = 'membership.person.archive' order by a.at desc limit 1)) as "userId"
      from membership.person p where p.organization_id = ${organizationId} and p.id = ${personId}`.execute(tx);
  return rows[0]?.userId ?? null;
}

/** A line of what was erased: how many, of what, why; never whom. */
export async function recordErasure(
  { tx, organizationId, now }: Erasing,
  line: {
    readonly category: Category;
    readonly cause: "rule" | "request";
    readonly count: number;
    readonly months: number | null;
  },
): Promise<void> {
  if (line.count === 0) return;
  await sql`insert into privacy.erasure (organization_id, id, at, category, cause, count, months)
    values (${organizationId}, ${newId(now)}, ${now}, ${line.category}, ${line.cause}, ${line.count}, ${line.months})`.execute(
    tx,
  );
}

/**
 * Erases what is due today, by the rules in force: one transaction's worth. Gives how much was erased by category, and whether
 * there is more.
 */
export async function runRules(
  erasing: Erasing,
  timeZone: string,
): Promise<{ readonly counts: ReadonlyMap<Category, number>; readonly more: boolean }> {
  const { tx, organizationId, now, today } = erasing;
  await lockErasing(erasing);
  const { rules } = await rulesOf(tx, organizationId);
  const counts = new Map<Category, number>();
  const add = (category: Category, count: number) => counts.set(category, (counts.get(category) ?? 0) + count);

  const candidates = (await dueCandidates(tx, organizationId, timeZone, rules.candidacy)).filter(
    (candidate) => candidate.dueOn <= today,
  );
  for (const { candidateId } of candidates.slice(0, AT_ONCE)) {
    if (await eraseCandidacy(erasing, candidateId)) add("candidacy", 1);
  }
  const customers = await dueCustomers(tx, organizationId, { timeZone, months: rules.customers, until: today });
  for (const { customerId } of customers.slice(0, AT_ONCE)) {
    if (await eraseCustomer(erasing, customerId)) add("customers", 1);
  }
  const due = (await leavers(tx, organizationId, today, rules)).flatMap(({ personId, due }) =>
    [...due].filter(([, day]) => day <= today).map(([category]) => ({ personId, category })),
  );
  for (const { personId, category } of due.slice(0, AT_ONCE)) {
    if (await erasePerson(erasing, category, personId)) add(category, 1);
  }
  let lines = 0;
  for (const category of AGE_CATEGORIES) {
    const before = dayStart(addMonths(today, -rules[category]), timeZone);
    const { rows } = await sql<{
      n: number;
    }>`select privacy.erase_old(${category}, ${before}, ${LINES_AT_ONCE}) as n`.execute(tx);
    lines = Math.max(lines, rows[0]?.n ?? 0);
    add(category, rows[0]?.n ?? 0);
  }
  for (const [category, count] of counts) {
    await recordErasure(erasing, { category, cause: "rule", count, months: rules[category] });
  }
  const erased = [...counts.values()].reduce((sum, count) => sum + count, 0);
  await sql`insert into privacy.retention_clock (organization_id, ran_at, erased) values (${organizationId}, ${now}, ${erased})
    on conflict (organization_id) do update set ran_at = excluded.ran_at, erased = excluded.erased`.execute(tx);
  return {
    counts,
    more: [candidates, customers, due].some(({ length }) => length > AT_ONCE) || lines >= LINES_AT_ONCE,
  };
}
