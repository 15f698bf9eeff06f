import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { Transitions } from "#kernel/transition.ts";

export type EditionId = Id<"labelEdition">;
export type ReferentialId = Id<"referential">;

export const LEVELS = ["mandatory", "recommended"] as const;
export type Level = (typeof LEVELS)[number];
/** What becomes of a criterion that does not apply: no public rule says it. */
export const NOT_APPLICABLE_RULES = ["left_out", "unmet"] as const;
export type NotApplicableRule = (typeof NOT_APPLICABLE_RULES)[number];

export type EditionStatus = "draft" | "published";
export const editionTransitions: Transitions<EditionStatus, "publish"> = {
  draft: { publish: "published" },
  published: {},
};

export type Criterion = {
  readonly code: string;
  readonly field: string;
  readonly level: Level;
  readonly wording: string;
  /** The evidence that is expected. */
  readonly expected: string;
};

/** The rule of decision of an edition: frozen with it. */
export type LabelRule = {
  readonly mandatoryPercent: number;
  readonly recommendedPercent: number;
  readonly notApplicable: NotApplicableRule;
};

export type Edition = LabelRule & {
  readonly id: EditionId;
  readonly referentialId: ReferentialId;
  readonly name: string;
  readonly example: boolean;
  readonly number: number;
  readonly status: EditionStatus;
  readonly validityMonths: number;
  readonly publishedAt: Instant | null;
  readonly version: number;
};

export const MOST_CRITERIA = 500;

export type LineReason = "code" | "codeTwice" | "field" | "level" | "wording" | "tooLong" | "tooMany";
export type RefusedLine = { readonly line: number; readonly reason: LineReason; readonly text: string };
export type ReadCriteria = { readonly criteria: readonly Criterion[]; readonly refused: readonly RefusedLine[] };

/** The fields in their order, each with its criteria. */
export function fieldsIn<C extends Criterion>(criteria: readonly C[]): { field: string; criteria: C[] }[] {
  const fields: { field: string; criteria: C[] }[] = [];
  for (const criterion of criteria) {
    const known = fields.find(({ field }) => field === criterion.field);
    if (known) known.criteria.push(criterion);
    else fields.push({ field: criterion.field, criteria: [criterion] });
  }
  return fields;
}
