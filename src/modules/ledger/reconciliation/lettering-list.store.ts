/** SQL of the page of lettrage: open lines of an account, and the letters already given. */

import { sql } from "kysely";
import { type ActivityId, type OrganizationId, parseId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ProposableLine } from "./propose.ts";
import type { ReconciliationId } from "./reconciliation.ts";

export type LetterableLine = ProposableLine & {
  readonly auxiliaryLabel: string | null;
  readonly label: string;
  readonly journalCode: string;
};

export type LetteringQuery = {
  readonly organizationId: OrganizationId;
  /** A whole account number. */
  readonly account: string;
  readonly activityId: ActivityId | null;
  /** A part of the third party's name or code, of the piece or of the label. */
  readonly search: string;
  readonly limit: number;
};

/** ?compte=401&activite=…&q=… : the same for the page and for its file. Customers (411) when no account is named. */
export function letteringFilters(
  parameters: URLSearchParams,
): Pick<LetteringQuery, "account" | "activityId" | "search"> {
  const account = parameters.get("compte") ?? "";
  return {
    account: /^\d{3,12}$/.test(account) ? account : "411",
    activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
    search: (parameters.get("q") ?? "").trim().slice(0, 100),
  };
}

const likeOf = (search: string) => `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;

/**
 * Open lines of the account by third party, the oldest first. The à-nouveaux of a later year restate lines that are here
 * already; those of the first year come from another program and are lettered like any line.
 */
export async function openLines(tx: Tx, query: LetteringQuery): Promise<LetterableLine[]> {
  const { organizationId, account, activityId, search, limit } = query;
  const like = likeOf(search);
  const { rows } = await sql<LetterableLine>`
    select l.entry_id as "entryId", l.line_number as "lineNumber", l.account, l.auxiliary_code as "auxiliaryCode",
           l.auxiliary_label as "auxiliaryLabel", l.activity_id as "activityId", e.fiscal_year_id as "fiscalYearId",
           e.number as "entryNumber", l.entry_date as date, l.debit, l.credit, null as letter, l.label,
           e.piece_ref as "pieceRef", e.journal_code as "journalCode"
      from ledger.entry_line l
      join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id and e.posted
     where l.organization_id = ${organizationId} and l.account = ${account}
       and ${activityId === null ? sql`true` : sql`l.activity_id = ${activityId}`}
       and ${
         search === ""
           ? sql`true`
           : sql`(l.auxiliary_label ilike ${like} or l.auxiliary_code ilike ${like} or l.label ilike ${like} or e.piece_ref ilike ${like})`
       }
       and (not l.opening or e.fiscal_year_id = (select y.id from ledger.fiscal_year y
             where y.organization_id = ${organizationId} order by y.starts_on limit 1))
       and not exists (select 1 from ledger.reconciliation_line r
                        where r.organization_id = l.organization_id and r.entry_id = l.entry_id
                          and r.line_number = l.line_number and r.active)
     order by coalesce(l.auxiliary_label, '') collate "fr-x-icu", l.auxiliary_code, l.entry_date, e.number, l.line_number
     limit ${limit}`.execute(tx);
  return rows;
}

export type GivenLetter = {
  readonly id: ReconciliationId;
  readonly letter: string;
  readonly reconciledOn: string;
  readonly auxiliaryLabel: string | null;
  readonly lines: number;
  /** The sum of one side, in cents. */
  readonly amount: Cents;
  readonly pieces: readonly string[];
};

/** Letters given on the account and still standing, the latest first; the search reads the letter too. */
export async function givenLetters(tx: Tx, query: LetteringQuery): Promise<GivenLetter[]> {
  const { organizationId, account, activityId, search, limit } = query;
  const like = likeOf(search);
  const { rows } = await sql<GivenLetter>`
    select c.id, c.letter, c.reconciled_on::text as "reconciledOn", max(l.auxiliary_label) as "auxiliaryLabel",
           count(*)::int as lines, sum(l.debit)::bigint as amount,
           array_agg(distinct e.piece_ref order by e.piece_ref) filter (where e.piece_ref <> '') as pieces
      from ledger.reconciliation c
      join ledger.reconciliation_line r on r.organization_id = c.organization_id and r.reconciliation_id = c.id
      join ledger.entry_line l on l.organization_id = r.organization_id and l.entry_id = r.entry_id
       and l.line_number = r.line_number
      join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id
     where c.organization_id = ${organizationId} and c.account = ${account} and c.undone_at is null
     group by c.id, c.letter, c.reconciled_on, c.created_at
    having ${activityId === null ? sql`true` : sql`bool_or(l.activity_id = ${activityId})`}
       and ${
         search === ""
           ? sql`true`
           : sql`(c.letter = ${search.toUpperCase()} or bool_or(l.auxiliary_label ilike ${like} or l.auxiliary_code ilike ${like} or e.piece_ref ilike ${like}))`
       }
     order by c.created_at desc, c.id
     limit ${limit}`.execute(tx);
  return rows.map((row) => ({ ...row, pieces: row.pieces ?? [] }));
}
