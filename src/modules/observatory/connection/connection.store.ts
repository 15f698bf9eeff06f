/** SQL of the networks that a cooperative sends its figures to, and of what it sent. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ConnectionId, SendingId, SigningKeyId } from "../tables.ts";

export type Connection = {
  readonly id: ConnectionId;
  readonly address: string;
  readonly networkName: string;
  readonly networkKey: string;
  readonly structureName: string;
  readonly adhesionId: string;
  readonly keyId: SigningKeyId;
  readonly connectedAt: Instant;
  readonly closedAt: Instant | null;
  readonly lastSequence: number;
};

const columns = sql`id, address, network_name as "networkName", network_key as "networkKey",
  structure_name as "structureName", adhesion_id as "adhesionId", key_id as "keyId", connected_at as "connectedAt",
  closed_at as "closedAt", last_sequence::int as "lastSequence"`;

/** Those that stand, locked when something is about to be sent. */
export async function standingConnections(
  tx: Tx,
  organizationId: OrganizationId,
  { lock = false } = {},
): Promise<Connection[]> {
  const { rows } = await sql<Connection>`select ${columns} from observatory.connection
    where organization_id = ${organizationId} and closed_at is null order by connected_at, id ${lock ? sql`for update` : sql``}`.execute(
    tx,
  );
  return rows;
}

export async function findConnection(
  tx: Tx,
  organizationId: OrganizationId,
  id: ConnectionId,
): Promise<Connection | null> {
  const { rows } = await sql<Connection>`select ${columns} from observatory.connection
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export type Sending = {
  readonly id: SendingId;
  readonly connectionId: ConnectionId;
  readonly networkName: string;
  readonly sequence: number;
  readonly period: string;
  readonly document: string;
  readonly signature: string;
  readonly hash: string;
  readonly signedAt: Instant;
  readonly receipt: string | null;
  readonly receiptSignature: string | null;
  readonly fault: string | null;
  readonly answeredAt: Instant | null;
  /** Nothing leaves by its connection any more. */
  readonly isClosed: boolean;
};

const sendingColumns = sql`s.id, s.connection_id as "connectionId", c.network_name as "networkName",
  s.sequence::int as sequence, s.period, s.document, s.signature, s.hash, s.signed_at as "signedAt", s.receipt,
  s.receipt_signature as "receiptSignature", s.fault, s.answered_at as "answeredAt",
  c.closed_at is not null as "isClosed"`;
const sendings = sql`observatory.sending s join observatory.connection c
  on c.organization_id = s.organization_id and c.id = s.connection_id`;

/** A line of the list of what was sent: neither the document nor its signatures. */
export type SendingLine = Pick<
  Sending,
  "id" | "networkName" | "sequence" | "period" | "signedAt" | "receipt" | "fault" | "isClosed"
>;

/** What was sent, the latest first. */
export async function listSendings(tx: Tx, organizationId: OrganizationId): Promise<SendingLine[]> {
  const { rows } = await sql<SendingLine>`select s.id, c.network_name as "networkName", s.sequence::int as sequence,
      s.period, s.signed_at as "signedAt", s.receipt, s.fault, c.closed_at is not null as "isClosed"
    from ${sendings} where s.organization_id = ${organizationId} order by s.signed_at desc, s.sequence desc, s.id limit 200`.execute(
    tx,
  );
  return rows;
}

export async function findSending(tx: Tx, organizationId: OrganizationId, id: SendingId): Promise<Sending | null> {
  const { rows } = await sql<Sending>`select ${sendingColumns} from ${sendings}
    where s.organization_id = ${organizationId} and s.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Whether something signed has no answer yet. */
export async function isAwaitingAnswer(tx: Tx, organizationId: OrganizationId): Promise<boolean> {
  const { rows } = await sql`select 1 from observatory.sending
    where organization_id = ${organizationId} and answered_at is null limit 1`.execute(tx);
  return rows.length > 0;
}

/** What the network answered: its receipt, once, or why it refused. A fault gives way to a receipt, never the other way. */
export async function saveAnswer(
  { tx, organizationId, now }: { readonly tx: Tx; readonly organizationId: OrganizationId; readonly now: Instant },
  id: SendingId,
  answer: { readonly receipt: string; readonly signature: string } | { readonly fault: string },
): Promise<void> {
  const [receipt, signature, fault] =
    "fault" in answer ? [null, null, answer.fault.slice(0, 40)] : [answer.receipt, answer.signature, null];
  await sql`update observatory.sending set receipt = ${receipt}, receipt_signature = ${signature}, fault = ${fault},
      answered_at = ${now}
    where organization_id = ${organizationId} and id = ${id} and receipt is null`.execute(tx);
}
