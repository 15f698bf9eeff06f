/** Front door of the contribution for commands and reads on the server. */
export { installDefaultRule } from "./rule/install-default-rule.store.ts";
export { currentRule } from "./rule/rule.store.ts";
export { contributionNotPosted } from "./run/not-posted.store.ts";
export { listRuns, type RunSummary } from "./run/run.store.ts";
