import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { type Fact, standingFacts, stateOn } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { valueText } from "../dimension/dimension.ts";
import {
  BECAME,
  EXIT_KINDS,
  endsContract,
  FOLLOW_UPS,
  type FollowUp,
  followUpDay,
  followUpDimension,
  isFollowed,
} from "./exit.ts";

export type Exit = {
  readonly exitId: string;
  readonly kind: string;
  readonly on: Day;
  readonly motive: string;
  readonly company: string;
  readonly rights: string;
};

export type FollowedUp = {
  readonly months: FollowUp;
  readonly due: Day;
  /** What became of the person, "" until somebody asked. */
  readonly became: (typeof BECAME)[number] | "";
  readonly notedOn: Day | null;
};

/** The exit that holds for a person, the latest; null for somebody who is here or came back. */
export async function exitOf(tx: Tx, organizationId: OrganizationId, personId: PersonId): Promise<Exit | null> {
  const read = (dimension: string) => standingFacts(tx, organizationId, dimension, { personId });
  const standing = (await read("exit")).at(-1);
  const kind = valueText(standing?.value);
  if (standing === undefined || kind === "" || kind === "returned") return null;
  const of = (facts: readonly Fact[]) => valueText(facts.find((fact) => fact.subjectId === standing.subjectId)?.value);
  return {
    exitId: standing.subjectId ?? "",
    kind,
    on: standing.effectOn,
    motive: of(await read("exit_motive")),
    company: of(await read("exit_company")),
    rights: of(await read("exit_rights")),
  };
}

/** What is asked for after an exit, and what was noted. */
export async function followUpsOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  exit: Pick<Exit, "exitId" | "kind" | "on">,
): Promise<FollowedUp[]> {
  if (!isFollowed(exit.kind)) return [];
  const found: FollowedUp[] = [];
  for (const months of FOLLOW_UPS) {
    const facts = await standingFacts(tx, organizationId, followUpDimension(months), { personId });
    const noted = facts.find((fact) => fact.subjectId === exit.exitId);
    const became = BECAME.find((value) => value === valueText(noted?.value)) ?? "";
    found.push({ months, due: followUpDay(exit.on, months), became, notedOn: noted?.effectOn ?? null });
  }
  return found;
}

/** Who has left and has not come back; an associate who stays has not. */
export async function goneOf(tx: Tx, organizationId: OrganizationId): Promise<ReadonlySet<PersonId>> {
  const exits = Map.groupBy(await standingFacts(tx, organizationId, "exit", {}), (fact) => fact.personId);
  const gone = [...exits].filter(([, facts]) => {
    const kind = EXIT_KINDS.find((value) => value === valueText(facts.at(-1)?.value));
    return kind !== undefined && endsContract(kind);
  });
  return new Set(gone.map(([personId]) => personId));
}

/** The news to ask for of everybody who left: who, since when, and after how many months, those already noted left out. */
export async function followUpsDue(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<{ readonly personId: PersonId; readonly months: FollowUp; readonly due: Day }[]> {
  const exits = Map.groupBy(await standingFacts(tx, organizationId, "exit", {}), (fact) => fact.personId);
  const noted = new Set<string>();
  for (const months of FOLLOW_UPS) {
    for (const { subjectId } of await standingFacts(tx, organizationId, followUpDimension(months), {})) {
      noted.add(`${subjectId} ${months}`);
    }
  }
  return [...exits].flatMap(([personId, facts]) => {
    const last = stateOn(facts, "9999-12-31" as Day, null).get("exit");
    if (last === undefined || !isFollowed(valueText(last.value))) return [];
    return FOLLOW_UPS.filter((months) => !noted.has(`${last.subjectId} ${months}`)).map((months) => ({
      ...{ personId, months, due: followUpDay(last.effectOn, months) },
    }));
  });
}
