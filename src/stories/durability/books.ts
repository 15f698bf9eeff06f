/** What must hold of a cooperative's documents and books at any moment, whatever was killed before. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import { type BrokenLink, type ChainEnd, isBroken, type SealedEntry, verify } from "#modules/ledger/entry/seal.ts";
import { verifyLedger } from "#modules/ledger/index.server.ts";
import type { Tx } from "#platform/database/database.ts";

/** Every statement gives the faults that it finds, one row each. `$` stands for the cooperative. */
const RULES: readonly { readonly fault: string; readonly query: string }[] = [
  {
    fault: "two documents carry one number",
    query:
      "select number from sales.invoice where organization_id = $ and number is not null group by number having count(*) > 1",
  },
  {
    fault: "a number is missing in the series",
    query: `select expected.number from (
        select s.key, split_part(s.key, ':', 2) as year, generate_series(1, s.next_number - 1) as rank
          from sales.series s where s.organization_id = $ and s.key like 'invoice:%') series
      cross join lateral (select 'F' || series.year || '-' || lpad(series.rank::text, 5, '0') as number) expected
      where not exists (select 1 from sales.invoice i where i.organization_id = $ and i.number = expected.number)`,
  },
  {
    fault: "the head of the series does not follow the last number",
    query: `select coalesce(i.head, 0)::text || ' of ' || coalesce(s.head, 0)::text as number
      from (select max(split_part(number, '-', 2)::bigint) as head, max(issue_date) as day
              from sales.invoice where organization_id = $ and number is not null) i
      full join (select sum(next_number - 1) as head, max(last_issue_date) as day
              from sales.series where organization_id = $ and key like 'invoice:%') s on true
      where coalesce(i.head, 0) <> coalesce(s.head, 0) or i.day is distinct from s.day`,
  },
  {
    fault: "an issued document has not its one entry",
    query: `select i.number from sales.invoice i where i.organization_id = $ and i.status = 'issued'
      and (select count(*) from ledger.entry e where e.organization_id = $ and e.source_kind = 'sales.invoice'
              and e.source_id = i.id::text and e.id = i.entry_id and e.piece_ref = i.number and e.posted) <> 1`,
  },
  {
    fault: "a sales entry has no issued document",
    query: `select e.piece_ref as number from ledger.entry e where e.organization_id = $ and e.source_kind = 'sales.invoice'
      and not exists (select 1 from sales.invoice i where i.organization_id = $ and i.id::text = e.source_id
              and i.status = 'issued' and i.entry_id = e.id)`,
  },
  {
    fault: "an entry was left unposted",
    query: "select piece_ref as number from ledger.entry where organization_id = $ and not posted",
  },
  {
    fault: "an entry does not balance",
    query: `select e.piece_ref as number from ledger.entry e
      left join ledger.entry_line l on l.organization_id = e.organization_id and l.entry_id = e.id
      where e.organization_id = $ group by e.id, e.piece_ref having count(l.account) < 2 or sum(l.debit) <> sum(l.credit)`,
  },
  {
    fault: "an entry does not balance within an activity",
    query: `select e.piece_ref as number from ledger.entry e
      join ledger.entry_line l on l.organization_id = e.organization_id and l.entry_id = e.id
      where e.organization_id = $ group by e.id, e.piece_ref, l.activity_id having sum(l.debit) <> sum(l.credit)`,
  },
  {
    fault: "the customer owes something else than the document says",
    query: `select i.number from sales.invoice i where i.organization_id = $ and i.status = 'issued'
      and i.gross is distinct from (select sum(l.debit - l.credit) from ledger.entry_line l
              where l.organization_id = $ and l.entry_id = i.entry_id and l.account = '411' and l.activity_id = i.activity_id)`,
  },
  {
    fault: "an issued document has not its one outbox row",
    query: `select i.number from sales.invoice i
      left join (select payload ->> 'invoiceId' as id, count(*) as rows from platform.outbox
                  where organization_id = $ and event = 'sales.invoice.issued.v1' group by 1) o on o.id = i.id::text
      where i.organization_id = $ and i.status = 'issued' and o.rows is distinct from 1`,
  },
  {
    fault: "an issued document has not its one trace",
    query: `select i.number from sales.invoice i where i.organization_id = $ and i.status = 'issued'
      and ((select count(*) from platform.audit a where a.organization_id = $ and a.action = 'sales.invoice.issue' and a.subject_id = i.id::text) <> 1
        or (select count(*) from sales.document_event d where d.organization_id = $ and d.document_id = i.id and d.action = 'issue') <> 1)`,
  },
  {
    fault: "a document that was not issued left something behind",
    query: `select i.id::text as number from sales.invoice i where i.organization_id = $ and i.status <> 'issued'
      and (exists (select 1 from ledger.entry e where e.organization_id = $ and e.source_id = i.id::text)
        or exists (select 1 from platform.outbox o where o.organization_id = $ and o.payload ->> 'invoiceId' = i.id::text)
        or exists (select 1 from platform.audit a where a.organization_id = $ and a.action = 'sales.invoice.issue' and a.subject_id = i.id::text)
        or exists (select 1 from platform.idempotency k where k.organization_id = $ and k.key = 'issue-' || i.id))`,
  },
  {
    fault: "a key of an act has no answer",
    query: "select key as number from platform.idempotency where organization_id = $ and output is null",
  },
  {
    fault: "a PDF is said to be there and its record is not",
    query: `select i.number from sales.invoice i where i.organization_id = $ and i.pdf_hash is not null
      and not exists (select 1 from platform.file f where f.organization_id = $ and f.hash = i.pdf_hash)`,
  },
  {
    fault: "an effect is said to be done and its PDF is not there",
    query: `select i.number from platform.outbox o join sales.invoice i on i.organization_id = $ and i.id::text = o.payload ->> 'invoiceId'
      where o.organization_id = $ and o.event = 'sales.invoice.issued.v1' and o.done_at is not null and i.pdf_hash is null`,
  },
];

/** Numbers told to a client, by the document that carries each. */
export type Acknowledged = ReadonlyMap<string, string>;

/** What does not hold, in sentences; empty when all is well. One transaction: one state of the database. */
export async function faultsOfBooks(
  tx: Tx,
  organizationId: OrganizationId,
  acknowledged: Acknowledged,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { fault, query } of RULES) {
    const text = query.replaceAll("$", `'${organizationId}'`);
    const { rows } = await sql.raw<{ number: unknown }>(text).execute(tx);
    if (rows.length > 0) faults.push(`${fault}: ${rows.slice(0, 5).map((row) => row.number)}`);
  }
  const issued = await numbersOf(tx, organizationId);
  const lost = [...acknowledged].filter(([id, number]) => issued.get(id) !== number);
  if (lost.length > 0)
    faults.push(`an acknowledged number is missing: ${lost.slice(0, 5).map(([, number]) => number)}`);
  const { faults: broken } = await verifyLedger(tx, organizationId);
  for (const fault of broken) faults.push(`the database finds the chain broken: ${fault.number} ${fault.reason}`);
  const end = await followChain(tx, organizationId);
  if (isBroken(end)) faults.push(`the chain is broken: ${end.number} ${end.reason}`);
  else if (end.position !== BigInt(issued.size)) faults.push(`the chain ends at ${end.position} of ${issued.size}`);
  return faults;
}

export async function numbersOf(tx: Tx, organizationId: OrganizationId): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`select id, number from sales.invoice
    where organization_id = ${organizationId} and number is not null`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** Recomputes every seal outside of the database, from the rows as they are. */
async function followChain(tx: Tx, organizationId: OrganizationId): Promise<ChainEnd | BrokenLink> {
  const { rows } = await sql<SealedEntry>`
    select e.organization_id as "organizationId", e.id, e.fiscal_year_id as "fiscalYearId", e.journal_code as "journalCode",
           e.entry_date as date, e.label, e.piece_ref as "pieceRef", e.piece_date as "pieceDate", e.number, e.position,
           e.posted_on as "postedOn", encode(e.hash, 'hex') as hash,
           jsonb_build_object('kind', e.source_kind, 'id', e.source_id) as source,
           (select jsonb_agg(jsonb_build_object('account', l.account, 'activityId', l.activity_id, 'label', l.label,
                     'debit', l.debit::text, 'credit', l.credit::text, 'dueDate', l.due_date,
                     'auxiliary', case when l.auxiliary_code is not null
                       then jsonb_build_object('code', l.auxiliary_code, 'label', l.auxiliary_label) end)
                   order by l.line_number)
              from ledger.entry_line l where l.organization_id = e.organization_id and l.entry_id = e.id) as lines
      from ledger.entry e where e.organization_id = ${organizationId} order by e.fiscal_year_id, e.position`.execute(
    tx,
  );
  return verify(rows, (text) => createHash("sha256").update(text).digest("hex"));
}
