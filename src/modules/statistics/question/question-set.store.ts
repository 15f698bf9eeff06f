import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { personsWithin, type RowsOf } from "#modules/membership/index.server.ts";
import { criterionSet } from "./criterion-set.store.ts";
import type { Asked } from "./evaluate.ts";
import { countsAPart, READERS } from "./question.policy.ts";
import { type Group, isGroup, type Node } from "./question.ts";

/**
 * The persons (person_id) that a tree of criteria selects among those within the actor's reach: sets intersected, united and
 * taken away, never asked person by person.
 */
export function personSet(actor: Actor, who: Group, asked: Asked): RowsOf {
  const everybody = personsWithin(actor, READERS, asked.knownAt);
  const setOf = (node: Node): RowsOf => {
    if (!isGroup(node)) return criterionSet(actor.organizationId, node, asked, everybody);
    if (node.of.length === 0) return everybody;
    const [only] = node.of;
    // Sets put together hold nobody twice; a criterion alone may, who was twice under contract in the period.
    if (only !== undefined && node.of.length === 1 && !only.not) {
      return sql`select distinct person_id from (${setOf(only)}) alone`;
    }
    if (node.join === "any") {
      const united = node.of.map(
        (each) => sql`(${each.not ? sql`(${everybody}) except (${setOf(each)})` : setOf(each)})`,
      );
      return sql.join(united, sql` union `);
    }
    const wanted = node.of.filter((each) => !each.not).map((each) => sql`(${setOf(each)})`);
    const refused = node.of.filter((each) => each.not).map((each) => sql` except (${setOf(each)})`);
    const kept = wanted.length === 0 ? sql`(${everybody})` : sql`(${sql.join(wanted, sql` intersect `)})`;
    return sql`${kept}${sql.join(refused, sql``)}`;
  };
  const chosen = setOf({ ...who, not: false });
  if (who.not) return sql`(${everybody}) except (${chosen})`;
  // What holds, or held, is of persons who were there then: for whoever reaches them all, reading them again says nothing.
  return countsAPart(actor) ? sql`(${everybody}) intersect (${chosen})` : chosen;
}
