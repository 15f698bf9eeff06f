import type { Tone } from "#ui/tone.ts";
import type { AgreementState } from "./agreement.ts";

export const STATE_TONE: Readonly<Record<AgreementState, Tone>> = {
  ...{ proposed: "attention", toCome: "info", running: "ok" },
  ...{ declined: "neutre", withdrawn: "neutre", over: "neutre", revoked: "neutre" },
};
