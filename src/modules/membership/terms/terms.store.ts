import { sql } from "kysely";
import type { Json } from "#kernel/canonical-json.ts";
import type { Day } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { standingFacts } from "../history/fact.store.ts";
import type { Fact } from "../history/fact.ts";
import { readTerms, type Terms } from "./terms.ts";

/** Terms with the day from which they are in force. */
export type DatedTerms = Terms & { readonly effectOn: Day; readonly factId: Fact["id"] };

/** The terms of a contract that count, in the order of effect: as signed, then each amendment. */
export async function termsOfContract(
  tx: Tx,
  organizationId: OrganizationId,
  contractId: Id<"contract">,
): Promise<DatedTerms[]> {
  const facts = await standingFacts(tx, organizationId, "terms", { subjectId: contractId });
  return facts.flatMap(({ id, effectOn, value }) => {
    const terms = readTerms(value);
    return terms === null ? [] : [{ ...terms, effectOn, factId: id }];
  });
}

/** The terms in force on a day of some persons: those of the contract that runs, the latest that took effect. */
export async function termsInForce(
  tx: Tx,
  organizationId: OrganizationId,
  persons: readonly PersonId[],
  on: Day,
): Promise<ReadonlyMap<PersonId, Terms>> {
  const { rows } = await sql<{ personId: PersonId; value: Json }>`
    select distinct on (c.person_id) c.person_id as "personId", f.value
      from membership.contract c
      join membership.fact f on f.organization_id = c.organization_id and f.person_id = c.person_id
       and f.dimension = 'terms' and f.subject_id = c.id
     where c.organization_id = ${organizationId} and c.person_id = any(${[...persons]}::uuid[]) and c.cancelled_at is null and c.starts_on <= ${on}
       and (c.ends_on is null or c.ends_on >= ${on})
       and f.superseded_at is null and f.value is not null and f.effect_on <= ${on}
     order by c.person_id, f.effect_on desc, f.recorded_at desc, f.id desc`.execute(tx);
  return new Map(
    rows.flatMap(({ personId, value }) => {
      const terms = readTerms(value);
      return terms === null ? [] : [[personId, terms] as const];
    }),
  );
}
