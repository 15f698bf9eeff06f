import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { type Fact, standingFacts } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { valueText } from "../dimension/dimension.ts";
import {
  BECAME,
  EXIT_KINDS,
  type ExitKind,
  endsContract,
  FOLLOW_UPS,
  type FollowUp,
  followUpDay,
  followUpDimension,
  isFollowed,
} from "./exit.ts";

export type Exit = {
  readonly exitId: string;
  readonly kind: ExitKind;
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
  const kind = EXIT_KINDS.find((value) => value === valueText(standing?.value));
  if (standing === undefined || kind === undefined) return null;
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

/** What is asked of those who left, and of whom nothing else is. */
export type Left = {
  /** Who has left and has not come back; an associate who stays has not. */
  readonly gone: ReadonlySet<PersonId>;
  /** The news to ask for, those already noted left out. */
  readonly news: readonly { readonly personId: PersonId; readonly months: FollowUp; readonly due: Day }[];
};

/** Of some persons, who left, and the news to ask for. */
export async function leftOf(tx: Tx, organizationId: OrganizationId, persons: readonly PersonId[]): Promise<Left> {
  const exits = Map.groupBy(await standingFacts(tx, organizationId, "exit", { persons }), (fact) => fact.personId);
  // The latest exit of each, the facts coming in the order of effect; a return is the latest of somebody who came back.
  const last = [...exits].flatMap(([personId, facts]) => {
    const fact = facts.at(-1);
    const kind = EXIT_KINDS.find((value) => value === valueText(fact?.value));
    return fact === undefined || kind === undefined
      ? []
      : [{ personId, kind, on: fact.effectOn, exitId: fact.subjectId }];
  });
  const noted = new Set<string>();
  for (const months of last.length === 0 ? [] : FOLLOW_UPS) {
    for (const { subjectId } of await standingFacts(tx, organizationId, followUpDimension(months), { persons })) {
      noted.add(`${subjectId} ${months}`);
    }
  }
  return {
    gone: new Set(last.flatMap(({ personId, kind }) => (endsContract(kind) ? [personId] : []))),
    news: last.flatMap(({ personId, kind, on, exitId }) =>
      FOLLOW_UPS.filter((months) => isFollowed(kind) && !noted.has(`${exitId} ${months}`)).map((months) => ({
        ...{ personId, months, due: followUpDay(on, months) },
      })),
    ),
  };
}
