import type { Tone } from "#ui/tone.ts";
import type { BidStatus } from "./bid.ts";

export const STATUS_TONE: Readonly<Record<BidStatus, Tone>> = {
  ...{ drafted: "attention", submitted: "info", won: "ok", lost: "neutre", dropped: "neutre" },
};
