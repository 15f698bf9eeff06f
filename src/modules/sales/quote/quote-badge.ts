/** The tone of a quote's state, the same in lists, pages and search. */
import type { Tone } from "#ui/tone.ts";
import type { QuoteStatus } from "./quote.ts";

export const QUOTE_TONE: Record<QuoteStatus, Tone> = {
  draft: "neutre",
  submitted: "attention",
  returned: "erreur",
  validated: "info",
  sent: "info",
  accepted: "ok",
  declined: "erreur",
  expired: "neutre",
};
