import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { DocumentId } from "../document/document.store.ts";
import {
  type EventKind,
  type Outcome,
  type RequestId,
  type SignatureEvent,
  type SignatureRequest,
  type Signer,
  sealOf,
} from "./signature.ts";

const columns = sql`r.id, r.document_id as "documentId", r.document_hash as "documentHash", r.sent_at as "sentAt",
  r.sent_by as "sentBy", r.expires_on as "expiresOn", r.outcome, r.closed_at as "closedAt", r.signed_hash as "signedHash"`;

type Bare = Omit<SignatureRequest, "signers" | "events">;

async function whole(tx: Tx, organizationId: OrganizationId, request: Bare): Promise<SignatureRequest> {
  const { rows: signers } = await sql<Signer>`select rank, person_id as "personId", side, name, email
    from documents.signer where organization_id = ${organizationId} and request_id = ${request.id} order by rank`.execute(
    tx,
  );
  const { rows: events } = await sql<SignatureEvent>`
    select number, kind, rank, person_id as "personId", at, time_zone as "timeZone", details, seal
      from documents.signature_event where organization_id = ${organizationId} and request_id = ${request.id}
     order by number`.execute(tx);
  return { ...request, signers, events };
}

/** The last request of a document, held when the act will change it; null when it was never sent. */
export async function lastRequest(
  tx: Tx,
  organizationId: OrganizationId,
  documentId: DocumentId,
  locked = false,
): Promise<SignatureRequest | null> {
  const { rows } = await sql<Bare>`select ${columns} from documents.signature_request r
    where r.organization_id = ${organizationId} and r.document_id = ${documentId}
    order by r.sent_at desc, r.id desc limit 1 ${locked ? sql`for update` : sql``}`.execute(tx);
  return rows[0] === undefined ? null : whole(tx, organizationId, rows[0]);
}

export async function findRequest(
  tx: Tx,
  organizationId: OrganizationId,
  id: RequestId,
): Promise<SignatureRequest | null> {
  const { rows } = await sql<Bare>`select ${columns} from documents.signature_request r
    where r.organization_id = ${organizationId} and r.id = ${id}`.execute(tx);
  return rows[0] === undefined ? null : whole(tx, organizationId, rows[0]);
}

export type Standing = { readonly outcome: Outcome | null; readonly expiresOn: Day; readonly turnOf: PersonId | null };

/** Where the last request of each document stands, and whose turn it is. */
export async function standings(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, Standing>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Standing & { documentId: DocumentId }>`
    select distinct on (r.document_id) r.document_id as "documentId", r.outcome, r.expires_on as "expiresOn",
           (select s.person_id from documents.signer s
             where s.organization_id = r.organization_id and s.request_id = r.id
               and not exists (select 1 from documents.signature_event e where e.organization_id = s.organization_id
                                and e.request_id = s.request_id and e.rank = s.rank and e.kind = 'signed')
             order by s.rank limit 1) as "turnOf"
      from documents.signature_request r
     where r.organization_id = ${organizationId} and r.document_id = any(${[...ids]}::uuid[])
     order by r.document_id, r.sent_at desc, r.id desc`.execute(tx);
  return new Map(rows.map(({ documentId, ...standing }) => [documentId, standing]));
}

/** The documents that wait for this person's signature. */
export async function awaitingSignatureOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  today: Day,
): Promise<readonly { documentId: DocumentId; title: string; expiresOn: Day }[]> {
  const { rows } = await sql<{ documentId: DocumentId; title: string; expiresOn: Day }>`
    select r.document_id as "documentId", d.title, r.expires_on as "expiresOn"
      from documents.signer s
      join documents.signature_request r on r.organization_id = s.organization_id and r.id = s.request_id
      join documents.document d on d.organization_id = r.organization_id and d.id = r.document_id
     where s.organization_id = ${organizationId} and s.person_id = ${personId} and r.outcome is null
       and r.expires_on >= ${today}
       and s.rank = (select min(o.rank) from documents.signer o
            where o.organization_id = s.organization_id and o.request_id = s.request_id
              and not exists (select 1 from documents.signature_event e where e.organization_id = o.organization_id
                               and e.request_id = o.request_id and e.rank = o.rank and e.kind = 'signed'))
     order by r.expires_on`.execute(tx);
  return rows;
}

/** Adds a line to the trail of a request, chained to the one before it. The request's row is held by the act. */
export async function addEvent(
  { tx, organizationId, actor, now }: CommandContext,
  request: Pick<SignatureRequest, "id" | "events">,
  timeZone: string,
  event: { readonly kind: EventKind; readonly rank: number | null; readonly details: SignatureEvent["details"] },
): Promise<SignatureEvent> {
  const last = request.events.at(-1);
  const line = { ...event, number: (last?.number ?? 0) + 1, personId: actor.personId, at: now, timeZone };
  const sealed: SignatureEvent = { ...line, seal: sealOf(last?.seal ?? "", line) };
  await sql`insert into documents.signature_event
      (organization_id, request_id, number, kind, rank, person_id, at, time_zone, details, seal)
    values (${organizationId}, ${request.id}, ${sealed.number}, ${sealed.kind}, ${sealed.rank}, ${actor.personId}, ${now},
      ${timeZone}, ${JSON.stringify(sealed.details)}::jsonb, ${sealed.seal})`.execute(tx);
  return sealed;
}

export async function closeRequest(
  { tx, organizationId, now }: CommandContext,
  id: RequestId,
  outcome: Outcome,
): Promise<void> {
  await sql`update documents.signature_request set outcome = ${outcome}, closed_at = ${now}
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

/** Writes once which paper was signed. */
export async function setSignedPaper(
  tx: Tx,
  organizationId: OrganizationId,
  id: RequestId,
  hash: string,
): Promise<void> {
  await sql`update documents.signature_request set signed_hash = ${hash}
    where organization_id = ${organizationId} and id = ${id} and signed_hash is null`.execute(tx);
}
