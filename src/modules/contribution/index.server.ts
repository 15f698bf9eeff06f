/** Front door of the contribution for commands and reads on the server. */

export { adoptRule } from "./rule/adopt-rule.command.ts";
export { installDefaultRule } from "./rule/install-default-rule.store.ts";
export { currentRule } from "./rule/rule.store.ts";
export { contributionNotPosted } from "./run/not-posted.store.ts";
export { type PostedRun, postRun, RUN_POSTED } from "./run/post-run.command.ts";
export { listRuns, type RunSummary } from "./run/run.store.ts";
export { grantWaiver, withdrawWaiver } from "./waiver/grant-waiver.command.ts";
