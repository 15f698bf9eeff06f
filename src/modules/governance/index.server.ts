/** Front door of governance: what the demonstration and others play with it. */
export { fileApplication } from "./associate/apply.command.ts";
export { decideApplication, recordLeaving } from "./associate/decide.command.ts";
export { saveArticles } from "./setup/save-articles.command.ts";
export { moveShares } from "./share/move-shares.command.ts";
