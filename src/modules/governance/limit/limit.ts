/** A limit that the law sets to a cooperative, and the facts that it is counted from: who holds what, and who is employed. Pure. */
import type { Facts } from "#kernel/fact.ts";
import type { Cents } from "#kernel/money.ts";
import type { AssociateId } from "../associate/associate.ts";
import type { Articles, CollegeKind, CollegeNumber } from "../setup/articles.ts";
import type { Employment } from "./employment.ts";
import type { fr } from "./limit.fr.ts";

export const SCOP_LIMITS = ["employedCapital", "employedVotes", "largestHolder", "employedNumber"] as const;
export const SCIC_LIMITS = ["categories", "publicCapital", "collegeWeights"] as const;
export type LimitKey = (typeof SCOP_LIMITS)[number] | (typeof SCIC_LIMITS)[number];
export const LIMITS: readonly LimitKey[] = [...SCOP_LIMITS, ...SCIC_LIMITS];

/** open: what is known does not decide it; the limit is said neither held nor passed. */
export type LimitState = "held" | "broken" | "open";
export type LimitLine = {
  readonly say: keyof typeof fr.lines;
  readonly facts: Facts;
  /** Categories that the sentence lists. */
  readonly kinds?: readonly CollegeKind[];
};
export type Limit = { readonly key: LimitKey; readonly state: LimitState; readonly lines: readonly LimitLine[] };

/** Somebody of the register who votes, or who left and holds shares still. */
export type Holder = Employment & {
  readonly id: AssociateId;
  readonly name: string;
  readonly votes: boolean;
  readonly legalPerson: boolean;
  readonly college: CollegeNumber;
  readonly kind: CollegeKind;
  /** What they subscribed and hold. */
  readonly capital: Cents;
};

export type LimitFacts = Pick<Articles, "form" | "company" | "weighted" | "colleges"> & {
  readonly holders: readonly Holder[];
  /** Whether the cooperative employs anybody; null where nothing tells it. */
  readonly employs: boolean | null;
};

/** Held when it holds even against what is unsure, passed when nothing unsure could save it. */
export const stateOf = (holds: boolean, fails: boolean): LimitState => (fails ? "broken" : holds ? "held" : "open");
