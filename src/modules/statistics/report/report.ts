/** The report that funders ask for: figures about the persons of a period, each a question that anybody can open again. */
import type { Day, Instant } from "#kernel/day.ts";
import { EXIT_KINDS } from "#modules/parcours/index.ts";
import type { CrossTable } from "../question/cross-table.ts";
import type { When } from "../question/period.ts";
import type { Criterion, Group } from "../question/question.ts";
import type { SubjectKey } from "../question/subject.ts";

const criterion = (
  subject: SubjectKey,
  moment: Criterion["moment"] = "at",
  operator: Criterion["operator"] = "filled",
  values: readonly string[] = [],
): Criterion => ({ subject, operator, values, moment, not: false });
const all = (...of: Group["of"]): Group => ({ join: "all", not: false, of });

/** Under a CAPE or a CESA, one day at least. */
const ACCOMPANIED = all(criterion("contract", "once"));
const ENTERED = all(criterion("first_contract", "at", "happened"));
/** One of the ways out, or an early ending; a return is none. */
const EXITED = all(criterion("exit", "began", "in", EXIT_KINDS));

export const FIGURES = {
  accompanied: ACCOMPANIED,
  entries: ENTERED,
  exits: EXITED,
  /** What is missing in the files: whoever's last contract ended, and nobody said why. */
  endsUnexplained: all(criterion("contract_end", "at", "happened"), { ...criterion("exit", "at"), not: true }),
  present: all(criterion("contract")),
  presentCape: all(criterion("contract", "at", "in", ["cape"])),
  presentCesa: all(criterion("contract", "at", "in", ["cesa"])),
  associates: all(criterion("contract"), criterion("associate")),
  met: all(criterion("contract", "once"), criterion("meetings", "at", "at_least", ["1"])),
} as const satisfies Readonly<Record<string, Group>>;
export type FigureKey = keyof typeof FIGURES;
export const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[];

export type Breakdown = { readonly of: FigureKey; readonly axis: SubjectKey };

/** Who they are: the persons of a figure, spread by what is known of them on the last day of the period. */
export const BREAKDOWNS = {
  exitsByKind: { of: "exits", axis: "exit" },
  bySex: { of: "accompanied", axis: "sex" },
  byAge: { of: "accompanied", axis: "age" },
  byZone: { of: "accompanied", axis: "zone" },
  byStudyLevel: { of: "accompanied", axis: "study_level" },
  bySituation: { of: "accompanied", axis: "situation_entry" },
  byPrescriber: { of: "entries", axis: "prescriber" },
  byDomain: { of: "accompanied", axis: "trade_domain" },
} as const satisfies Readonly<Record<string, Breakdown>>;
export type BreakdownKey = keyof typeof BREAKDOWNS;
export const BREAKDOWN_KEYS = Object.keys(BREAKDOWNS) as BreakdownKey[];

/** The report of a period, as read. */
export type Report = {
  readonly when: When;
  readonly known: Day | null;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly figures: readonly { readonly key: FigureKey; readonly people: number }[];
  readonly breakdowns: readonly { readonly key: BreakdownKey; readonly table: CrossTable }[];
  readonly minutes: number;
  readonly names: Readonly<Record<string, string>>;
  readonly reach: number | null;
  readonly knownAt: Instant | null;
};
