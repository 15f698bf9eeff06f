import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Holder, Piece, PieceKind } from "./piece.ts";

/** The kinds that the cooperative asks for, by name. */
export async function pieceKinds(tx: Tx, organizationId: OrganizationId): Promise<readonly PieceKind[]> {
  const { rows } =
    await sql<PieceKind>`select id, name, subject, sensitive, needs_validation as "needsValidation", expires, levels, version
    from documents.piece_kind where organization_id = ${organizationId} and archived_at is null
    order by name collate "fr-x-icu", id`.execute(tx);
  return rows;
}

const columns = sql`p.id, p.kind_id as "kindId", p.file_name as "fileName", p.media_type as "mediaType",
  p.expires_on as "expiresOn", p.given_at as "givenAt", d.accepted, coalesce(d.reason, '') as reason`;
const decided = sql`left join lateral (
  select accepted, reason from documents.piece_decision d
   where d.organization_id = p.organization_id and d.piece_id = p.id order by d.decided_at desc, d.id desc limit 1) d on true`;

function heldBy(holder: Holder) {
  if (holder.subject === "activity") return sql`p.activity_id = ${holder.activityId}`;
  if (holder.subject === "contract") return sql`p.contract_id = ${holder.contractId}`;
  return sql`p.person_id = ${holder.personId} and p.contract_id is null`;
}

/** What was given of a person, of an activity or of a contract, the last first. */
export async function piecesOf(tx: Tx, organizationId: OrganizationId, holder: Holder): Promise<readonly Piece[]> {
  const { rows } = await sql<Piece>`select ${columns} from documents.piece p ${decided}
    where p.organization_id = ${organizationId} and ${heldBy(holder)} order by p.given_at desc, p.id desc`.execute(tx);
  return rows;
}

export type FoundPiece = Piece & {
  /** Null: it is of an activity. */
  readonly personId: PersonId | null;
  readonly activityId: ActivityId | null;
  readonly fileHash: string;
  readonly sensitive: boolean;
  readonly kindName: string;
  readonly needsValidation: boolean;
};

export async function findPiece(tx: Tx, organizationId: OrganizationId, id: Id<"piece">): Promise<FoundPiece | null> {
  const { rows } =
    await sql<FoundPiece>`select ${columns}, p.person_id as "personId", p.activity_id as "activityId", p.file_hash as "fileHash",
      k.sensitive, k.name as "kindName", k.needs_validation as "needsValidation"
    from documents.piece p ${decided}
    join documents.piece_kind k on k.organization_id = p.organization_id and k.id = p.kind_id
   where p.organization_id = ${organizationId} and p.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Keeps the words of a piece once; its name counts more than its text. */
export async function keepWords(
  tx: Tx,
  organizationId: OrganizationId,
  pieceId: Id<"piece">,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<void> {
  await sql`insert into documents.piece_text (organization_id, piece_id, words)
    values (${organizationId}, ${pieceId}, setweight(to_tsvector('french', ${title}), 'A') || to_tsvector('french', ${text}))
    on conflict do nothing`.execute(tx);
}

export type PieceHit = {
  readonly id: Id<"piece">;
  readonly personId: PersonId | null;
  readonly activityId: ActivityId | null;
  readonly kindName: string;
  readonly fileName: string;
  readonly givenAt: Instant;
};

/** Whose pieces are read: those of persons, those of activities. */
export type Reach = {
  readonly persons: "all" | ReadonlySet<PersonId>;
  readonly activities: "all" | ReadonlySet<ActivityId>;
};

function within({ persons, activities }: Reach) {
  const among = (all: "all" | ReadonlySet<string>) => (all === "all" ? [] : [...all]);
  return sql`(case when p.activity_id is null
    then ${persons === "all"} or p.person_id = any(${among(persons)}::uuid[])
    else ${activities === "all"} or p.activity_id = any(${among(activities)}::uuid[]) end)`;
}

/** Pieces whose words answer a question, among those within reach; sensitive ones for those who may read them. */
export async function searchPieces(
  tx: Tx,
  organizationId: OrganizationId,
  question: string,
  { sensitive, ...reach }: Reach & { readonly sensitive: boolean },
): Promise<readonly PieceHit[]> {
  if (question.trim() === "") return [];
  const { rows } = await sql<PieceHit>`
    select p.id, p.person_id as "personId", p.activity_id as "activityId", k.name as "kindName", p.file_name as "fileName", p.given_at as "givenAt"
      from documents.piece_text t
      join documents.piece p on p.organization_id = t.organization_id and p.id = t.piece_id
      join documents.piece_kind k on k.organization_id = p.organization_id and k.id = p.kind_id
     where t.organization_id = ${organizationId} and t.words @@ websearch_to_tsquery('french', ${question})
       and ${within(reach)}
       and (not k.sensitive or ${sensitive})
     order by ts_rank(t.words, websearch_to_tsquery('french', ${question})) desc, p.given_at desc limit 50`.execute(tx);
  return rows;
}

export type Waiting = PieceHit & { readonly why: "waiting" | "soon" | "expired" };

/** The last version of each piece that waits for a decision, or whose last day is near or over. */
export async function piecesToLookAt(
  tx: Tx,
  organizationId: OrganizationId,
  reach: Reach,
  { today, soon }: { readonly today: string; readonly soon: string },
): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select p.id, p.person_id as "personId", p.activity_id as "activityId", k.name as "kindName", p.file_name as "fileName", p.given_at as "givenAt",
           case when p.expires_on < ${today} then 'expired' when k.needs_validation and d.accepted is null then 'waiting' else 'soon' end as why
      from (select distinct on (person_id, activity_id, contract_id, kind_id) * from documents.piece
             where organization_id = ${organizationId}
             order by person_id, activity_id, contract_id, kind_id, given_at desc, id desc) p
      join documents.piece_kind k on k.organization_id = p.organization_id and k.id = p.kind_id
      ${decided}
     where ${within(reach)}
       and d.accepted is distinct from false
       and (p.expires_on <= ${soon} or (k.needs_validation and d.accepted is null))
     order by p.given_at limit 200`.execute(tx);
  return rows;
}
