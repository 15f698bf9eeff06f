import type { Tone } from "#ui/tone.ts";
import type { CandidateStatus } from "./candidate.ts";

/** received waits for the team; accepted waits for the entry; what is over is quiet. */
export const STATUS_TONE: Readonly<Record<CandidateStatus, Tone>> = {
  received: "attention",
  invited: "info",
  attended: "info",
  planned: "info",
  interviewed: "attention",
  accepted: "ok",
  refused: "neutre",
  abandoned: "neutre",
  converted: "ok",
};
