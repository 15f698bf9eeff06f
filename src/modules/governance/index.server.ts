/** Front door of governance: what the demonstration and others play with it. */

export { conveneAssembly } from "./assembly/convene.command.ts";
export { closeAssembly, openAssembly } from "./assembly/hold-assembly.command.ts";
export { prepareAssembly } from "./assembly/prepare-assembly.command.ts";
export { fileApplication } from "./associate/apply.command.ts";
export { decideApplication, recordLeaving } from "./associate/decide.command.ts";
export { giveProxy, notePresent } from "./attendance/attend.command.ts";
export { addEnclosure } from "./enclosure/add-enclosure.command.ts";
export { publishMinutes } from "./minutes/publish-minutes.command.ts";
export { motionsOf } from "./motion/motion.store.ts";
export { castVote, openVote, settleVote } from "./motion/vote.command.ts";
export { addMotion } from "./motion/write-motion.command.ts";
export { saveArticles } from "./setup/save-articles.command.ts";
export { moveShares } from "./share/move-shares.command.ts";
