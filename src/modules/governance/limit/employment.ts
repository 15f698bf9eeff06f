/**
 * Whether an associate counts as employed on a day: their dated contracts say it, else their college. An entrepreneur under a
 * CESA is an employee (C. trav. L7331-1 and L7331-2); a CAPE is no employment. What contradicts itself is not decided. Pure.
 */
import type { Day } from "#kernel/day.ts";
import type { AssociateKind } from "../associate/associate.ts";
import type { CollegeKind } from "../setup/articles.ts";

/** Why somebody counts or does not: by a CESA, by their college; or what must be looked at. */
export const REASONS = ["contract", "college", "outside", "cape", "ended", "untold"] as const;
export type Reason = (typeof REASONS)[number];
export type Employment = { readonly employed: "yes" | "no" | "unsure"; readonly reason: Reason };

export type ContractSpan = {
  readonly kind: "cape" | "cesa";
  readonly startsOn: Day;
  /** Last day included. */
  readonly endsOn: Day | null;
};

type Known = {
  readonly kind: AssociateKind;
  readonly college: CollegeKind;
  readonly contracts: readonly ContractSpan[];
};

export function employmentOn({ kind, college, contracts }: Known, day: Day): Employment {
  if (kind === "organization") return { employed: "no", reason: "outside" };
  const running = contracts.find(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn >= day));
  if (running?.kind === "cesa") return { employed: "yes", reason: "contract" };
  if (running !== undefined) {
    return college === "employee" ? { employed: "unsure", reason: "cape" } : { employed: "no", reason: "outside" };
  }
  if (college === "") return { employed: "unsure", reason: "untold" };
  if (college !== "employee") return { employed: "no", reason: "outside" };
  const was = contracts.some((one) => one.kind === "cesa" && one.startsOn <= day);
  return was ? { employed: "unsure", reason: "ended" } : { employed: "yes", reason: "college" };
}
