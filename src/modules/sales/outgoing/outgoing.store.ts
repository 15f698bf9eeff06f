/** SQL of the messages of sales: the platform's own table of mail, with the document that each one carries. */

import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import { type ActivityId, type OrganizationId, parseId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { MAIL_STATUSES, type MailId, type MailStatus, type OutgoingFilters } from "./outgoing.ts";

export type OutgoingMail = {
  readonly id: MailId;
  readonly recipient: string;
  readonly subject: string;
  readonly status: MailStatus;
  readonly error: string | null;
  readonly at: Instant;
  readonly sentAt: Instant | null;
  readonly activityId: ActivityId;
  readonly documentKind: "invoice" | "quote";
  readonly documentId: string;
  readonly documentNumber: string;
};

export type OutgoingDetail = OutgoingMail & {
  readonly body: string;
  readonly attachments: readonly { readonly name: string }[];
};

export type OutgoingQuery = OutgoingFilters & {
  readonly organizationId: OrganizationId;
  /** The activities that the actor sees; the filter is part of every list. */
  readonly activities: "all" | ReadonlySet<ActivityId>;
  /** The last message of the page before. */
  readonly after?: string | null;
  readonly limit: number;
};

/** ?etat=failed&activite=…&q=… : the same for the page and for its file. */
export function outgoingFilters(parameters: URLSearchParams): OutgoingFilters {
  return {
    status: MAIL_STATUSES.find((one) => one === parameters.get("etat")) ?? null,
    activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
    search: (parameters.get("q") ?? "").trim().slice(0, 100),
  };
}

const COLUMNS = sql`m.id, m.recipient, m.subject, m.status, m.error, m.at, m.sent_at as "sentAt",
  coalesce(i.activity_id, q.activity_id) as "activityId",
  case when i.id is null then 'quote' else 'invoice' end as "documentKind",
  m.subject_id as "documentId", coalesce(i.number, q.number, '') as "documentNumber"`;

// Other modules send mail too: theirs is not shown here.
const FROM = sql`platform.mail m
  left join sales.invoice i on i.organization_id = m.organization_id
   and i.id = case when m.subject_kind = 'sales.invoice' then m.subject_id::uuid end
  left join sales.quote q on q.organization_id = m.organization_id
   and q.id = case when m.subject_kind = 'sales.quote' then m.subject_id::uuid end`;

/** The latest first. */
export async function listOutgoing(
  tx: Tx,
  query: OutgoingQuery,
): Promise<{ rows: OutgoingMail[]; after: string | null }> {
  const { organizationId, activities, activityId, status, limit } = query;
  const conditions = [
    sql`m.organization_id = ${organizationId}`,
    sql`coalesce(i.activity_id, q.activity_id) is not null`,
  ];
  if (activities !== "all") {
    conditions.push(sql`coalesce(i.activity_id, q.activity_id) = any(${[...activities]}::uuid[])`);
  }
  if (activityId) conditions.push(sql`coalesce(i.activity_id, q.activity_id) = ${activityId}`);
  if (status) conditions.push(sql`m.status = ${status}`);
  if (query.search !== "") {
    const like = `%${query.search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    conditions.push(
      sql`(m.recipient ilike ${like} or m.subject ilike ${like} or i.number ilike ${like} or q.number ilike ${like})`,
    );
  }
  const after = parseId<"mail">(query.after ?? null);
  if (after !== null) {
    conditions.push(
      sql`(m.at, m.id) < (select p.at, p.id from platform.mail p where p.organization_id = ${organizationId} and p.id = ${after})`,
    );
  }
  const { rows } = await sql<OutgoingMail>`
    select ${COLUMNS} from ${FROM} where ${sql.join(conditions, sql` and `)}
     order by m.at desc, m.id desc limit ${limit + 1}`.execute(tx);
  const shown = rows.slice(0, limit);
  return { rows: shown, after: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** A message with its text, locked when it is about to change; null when it does not exist or is not of sales. */
export async function findOutgoing(
  tx: Tx,
  organizationId: OrganizationId,
  id: MailId,
  lock = false,
): Promise<OutgoingDetail | null> {
  const { rows } = await sql<OutgoingDetail>`
    select ${COLUMNS}, m.body, m.attachments from ${FROM}
     where m.organization_id = ${organizationId} and m.id = ${id} and coalesce(i.activity_id, q.activity_id) is not null
     ${lock ? sql`for update of m` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** The messages that carried a document, the latest first. */
export async function mailsOf(
  tx: Tx,
  organizationId: OrganizationId,
  kind: "sales.invoice" | "sales.quote",
  documentId: string,
): Promise<Pick<OutgoingMail, "id" | "recipient" | "status" | "error" | "at">[]> {
  const { rows } = await sql<Pick<OutgoingMail, "id" | "recipient" | "status" | "error" | "at">>`
    select id, recipient, status, error, at from platform.mail
     where organization_id = ${organizationId} and (subject_kind = ${kind} and subject_id = ${documentId}
        -- A reminder recalls several invoices.
        or id in (select mail_id from sales.reminder where organization_id = ${organizationId} and invoice_id = ${documentId}))
     order by at desc, id desc`.execute(tx);
  return rows;
}
