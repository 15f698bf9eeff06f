import { sql } from "kysely";
import type { OpenContext } from "#platform/command.ts";

/** So many in an hour from one address: a room of an employment agency may share one. */
const PER_SENDER = 12;
/** So many in an hour for one cooperative: more is a flood. */
const PER_COOPERATIVE = 150;

/** Counts what comes by the public form; false when it is too much for now. What is older than a day is forgotten. */
export async function admitSubmission({ tx, organizationId, now, id }: OpenContext, sender: string): Promise<boolean> {
  await sql`delete from parcours.submission where organization_id = ${organizationId}
    and at < ${now}::timestamptz - interval '1 day'`.execute(tx);
  const { rows } = await sql<{ own: number; every: number }>`
    select (count(*) filter (where sender = ${sender}))::int as own, count(*)::int as every from parcours.submission
     where organization_id = ${organizationId} and at > ${now}::timestamptz - interval '1 hour'`.execute(tx);
  const { own, every } = rows[0] ?? { own: 0, every: 0 };
  if (own >= PER_SENDER || every >= PER_COOPERATIVE) return false;
  await sql`insert into parcours.submission (organization_id, id, sender, at)
    values (${organizationId}, ${id()}, ${sender}, ${now})`.execute(tx);
  return true;
}
