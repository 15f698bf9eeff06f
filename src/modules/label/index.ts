/** Front door of the label for pure things: the rule. */
export { passes, type Tally, tally } from "./decision/decision.ts";
