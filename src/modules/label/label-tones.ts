import type { Tone } from "#ui/tone.ts";
import type { FindingValue } from "./decision/decision.ts";
import type { AnswerValue, LabellingStatus } from "./labelling/labelling.ts";
import type { Level } from "./referential/referential.ts";

export const STATUS_TONE: Readonly<Record<LabellingStatus, Tone>> = {
  preparing: "info",
  submitted: "attention",
  granted: "ok",
  refused: "erreur",
  withdrawn: "neutre",
};
export const ANSWER_TONE: Readonly<Record<AnswerValue, Tone>> = {
  met: "ok",
  partly: "attention",
  unmet: "erreur",
  not_applicable: "neutre",
};
export const FINDING_TONE: Readonly<Record<FindingValue, Tone>> = {
  met: "ok",
  unmet: "erreur",
  not_applicable: "neutre",
};
export const LEVEL_TONE: Readonly<Record<Level, Tone>> = { mandatory: "attention", recommended: "neutre" };
