import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { listPersons } from "../person/person.store.ts";
import type { Contract } from "./contract.ts";

export type PersonContracts = {
  readonly personId: PersonId;
  readonly name: string;
  /** Who follows them, "" for nobody. */
  readonly followerId: PersonId | null;
  readonly follower: string;
  /** In the order of time, cancelled ones left out. */
  readonly contracts: readonly Contract[];
};

/** The persons that the actor's support roles cover, by name, each with their contracts. */
export async function contractsInReach(tx: Tx, actor: Actor, on: Day): Promise<PersonContracts[]> {
  const persons = await listPersons(tx, actor, on, false);
  const { rows } = await sql<Contract & { personId: PersonId }>`
    select id, person_id as "personId", kind, starts_on as "startsOn", ends_on as "endsOn"
      from membership.contract
     where organization_id = ${actor.organizationId} and cancelled_at is null
       and person_id = any(${persons.map(({ personId }) => personId)}::uuid[])
     order by starts_on, id`.execute(tx);
  const byPerson = Map.groupBy(rows, (row) => row.personId);
  return persons.map(({ personId, firstName, lastName, followerId, follower }) => ({
    personId,
    name: `${firstName} ${lastName}`,
    followerId,
    follower,
    contracts: byPerson.get(personId) ?? [],
  }));
}
