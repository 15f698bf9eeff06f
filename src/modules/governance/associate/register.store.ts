/** SQL of the register: who is an associate, and everything that happened to them. */
import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import {
  type Associate,
  type AssociateEvent,
  type AssociateId,
  type Standing,
  standingOn,
  voiceOf,
} from "./associate.ts";

/** An associate with what happened to them and what holds on a day. */
export type Registered = Associate & {
  readonly events: readonly AssociateEvent[];
  readonly standing: Standing;
  /** The person of the house who speaks and votes for them. */
  readonly voice: PersonId | null;
};

/** What must be counted as a whole waits its turn: numbers, the capital, versions of the articles. */
export async function lockRegister({ tx, organizationId }: CommandContext): Promise<void> {
  await sql`insert into governance.register (organization_id) values (${organizationId}) on conflict do nothing`.execute(
    tx,
  );
  await sql`select last_number from governance.register where organization_id = ${organizationId} for update`.execute(
    tx,
  );
}

export async function nextNumber({ tx, organizationId }: CommandContext): Promise<number> {
  const { rows } = await sql<{ number: number }>`update governance.register set last_number = last_number + 1
    where organization_id = ${organizationId} returning last_number as number`.execute(tx);
  return rows[0]?.number ?? 1;
}

/** Everybody of the register, by number; or one of them. */
export async function readRegister(
  tx: Tx,
  organizationId: OrganizationId,
  day: Day,
  id: AssociateId | null = null,
): Promise<Registered[]> {
  const own = id === null ? sql`` : sql`and a.id = ${id}`;
  const associates = await sql<Associate>`
    select a.id, a.number, a.kind, a.person_id as "personId", a.siren,
           coalesce(p.first_name || ' ' || p.last_name, a.legal_name) as name
      from governance.associate a
      left join membership.person p on p.organization_id = a.organization_id and p.id = a.person_id
     where a.organization_id = ${organizationId} ${own} order by a.number`.execute(tx);
  const events = await sql<AssociateEvent>`
    select a.associate_id as "associateId", a.kind, a.effect_on as "effectOn", a.college,
           a.representative_id as "representativeId", a.decided_by as "decidedBy", a.reason, a.at
      from governance.associate_event a
     where a.organization_id = ${organizationId} ${id === null ? sql`` : sql`and a.associate_id = ${id}`}
     order by a.associate_id, a.rank`.execute(tx);
  const byAssociate = Map.groupBy(events.rows, (event) => event.associateId);
  return associates.rows.map((associate) => {
    const own = byAssociate.get(associate.id) ?? [];
    const standing = standingOn(own, day);
    return { ...associate, events: own, standing, voice: voiceOf(associate, standing) };
  });
}

export async function findRegistered(
  tx: Tx,
  organizationId: OrganizationId,
  id: AssociateId,
  day: Day,
): Promise<Registered | null> {
  return (await readRegister(tx, organizationId, day, id))[0] ?? null;
}

export const membersIn = (register: readonly Registered[]): Registered[] =>
  register.filter(({ standing }) => standing.status === "admitted");

/** Those who may vote on a day. */
export const membersOn = async (tx: Tx, organizationId: OrganizationId, day: Day): Promise<Registered[]> =>
  membersIn(await readRegister(tx, organizationId, day));

/** The associates that a person is, or speaks for. */
export const ownIn = (register: readonly Registered[], personId: PersonId): Registered[] =>
  register.filter(({ voice }) => voice === personId);

export async function insertAssociate(
  { tx, organizationId, now, actor }: CommandContext,
  associate: Pick<Associate, "id" | "number" | "kind" | "personId" | "siren"> & { readonly legalName: string },
): Promise<void> {
  const { id, number, kind, personId, legalName, siren } = associate;
  await sql`insert into governance.associate (organization_id, id, number, kind, person_id, legal_name, siren, created_at, created_by)
    values (${organizationId}, ${id}, ${number}, ${kind}, ${personId}, ${legalName}, ${siren}, ${now}, ${actor.personId})`.execute(
    tx,
  );
}

export async function insertEvent(
  { tx, organizationId, now, actor, id }: CommandContext,
  event: Omit<AssociateEvent, "at">,
): Promise<void> {
  await sql`insert into governance.associate_event (organization_id, id, associate_id, rank, kind, effect_on, college,
      representative_id, decided_by, reason, at, by)
    values (${organizationId}, ${id<"associateEvent">()}, ${event.associateId},
      (select count(*) + 1 from governance.associate_event e
        where e.organization_id = ${organizationId} and e.associate_id = ${event.associateId}), ${event.kind}, ${event.effectOn}, ${event.college},
      ${event.representativeId}, ${event.decidedBy}, ${event.reason}, ${now}, ${actor.personId})`.execute(tx);
}
