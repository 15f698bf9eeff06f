/** SQL of assemblies: what was prepared, who was called. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Registered } from "../associate/register.store.ts";
import type { Assembly, AssemblyId, AssemblyStatus } from "./assembly.ts";

const columns = sql`id, title, kind, call, starts_at as "startsAt", place, link, agenda, status,
  articles_version as "articlesVersion", room_code as "roomCode", chair, secretary, convened_at as "convenedAt",
  opened_at as "openedAt", closed_at as "closedAt", version`;

export async function findAssembly(
  tx: Tx,
  organizationId: OrganizationId,
  id: AssemblyId,
  lock = false,
): Promise<Assembly | null> {
  const { rows } = await sql<Assembly>`select ${columns} from governance.assembly
    where organization_id = ${organizationId} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

export async function listAssemblies(tx: Tx, organizationId: OrganizationId): Promise<Assembly[]> {
  const { rows } = await sql<Assembly>`select ${columns} from governance.assembly
    where organization_id = ${organizationId} order by starts_at desc, id limit 200`.execute(tx);
  return rows;
}

type Words = Pick<Assembly, "title" | "kind" | "call" | "startsAt" | "place" | "link" | "agenda">;

export async function insertAssembly(
  { tx, organizationId, now, actor }: CommandContext,
  id: AssemblyId,
  words: Words,
  roomCode: string,
): Promise<void> {
  await sql`insert into governance.assembly (organization_id, id, title, kind, call, starts_at, place, link, agenda, status,
      room_code, created_at, created_by)
    values (${organizationId}, ${id}, ${words.title}, ${words.kind}, ${words.call}, ${words.startsAt}, ${words.place},
      ${words.link}, ${words.agenda}, 'draft', ${roomCode}, ${now}, ${actor.personId})`.execute(tx);
}

export async function rewriteAssembly(
  { tx, organizationId }: CommandContext,
  id: AssemblyId,
  words: Words,
): Promise<void> {
  await sql`update governance.assembly set title = ${words.title}, kind = ${words.kind}, call = ${words.call},
      starts_at = ${words.startsAt}, place = ${words.place}, link = ${words.link}, agenda = ${words.agenda}, version = version + 1
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

type Moved = {
  readonly convenedAt?: Instant;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly articlesVersion?: number;
  readonly chair?: string;
  readonly secretary?: string;
};

export async function moveAssembly(
  { tx, organizationId }: CommandContext,
  id: AssemblyId,
  status: AssemblyStatus,
  moved: Moved = {},
): Promise<void> {
  await sql`update governance.assembly set status = ${status}, version = version + 1,
      convened_at = coalesce(${moved.convenedAt ?? null}, convened_at), opened_at = coalesce(${moved.openedAt ?? null}, opened_at),
      closed_at = coalesce(${moved.closedAt ?? null}, closed_at),
      articles_version = coalesce(${moved.articlesVersion ?? null}, articles_version),
      chair = coalesce(${moved.chair ?? null}, chair), secretary = coalesce(${moved.secretary ?? null}, secretary)
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

export type Convoked = { readonly associate: Registered; readonly email: string };

export async function insertConvocations(
  { tx, organizationId, now, actor }: CommandContext,
  id: AssemblyId,
  convoked: readonly Convoked[],
): Promise<void> {
  const rows = convoked.map(({ associate, email }) => ({ associate: associate.id, person: associate.voice, email }));
  await sql`insert into governance.convocation (organization_id, assembly_id, associate_id, person_id, email, at, by)
    select ${organizationId}, ${id}, r.associate, r.person, r.email, ${now}, ${actor.personId}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(associate uuid, person uuid, email text)`.execute(
    tx,
  );
}

/** Who speaks for those who were called, each once. */
export async function calledTo(tx: Tx, organizationId: OrganizationId, id: AssemblyId): Promise<PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`
    select distinct person_id as "personId" from governance.convocation
     where organization_id = ${organizationId} and assembly_id = ${id} and person_id is not null`.execute(tx);
  return rows.map(({ personId }) => personId);
}

export async function convocationsOf(tx: Tx, organizationId: OrganizationId, id: AssemblyId) {
  const { rows } = await sql<{ associateId: string; email: string; at: Instant }>`
    select associate_id as "associateId", email, at from governance.convocation
     where organization_id = ${organizationId} and assembly_id = ${id}`.execute(tx);
  return rows;
}

/** Those who may vote from now on, as they are today. */
export async function insertVoters(
  { tx, organizationId }: CommandContext,
  id: AssemblyId,
  members: readonly Registered[],
): Promise<void> {
  const rows = members.map((one) => ({ associate: one.id, college: one.standing.college, person: one.voice }));
  await sql`insert into governance.voter (organization_id, assembly_id, associate_id, college, person_id)
    select ${organizationId}, ${id}, r.associate, r.college, r.person
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(associate uuid, college int, person uuid)`.execute(
    tx,
  );
}
