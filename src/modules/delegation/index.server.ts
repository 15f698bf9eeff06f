/** Front door of delegation: the door of delegates, and the commands that other parts play. */

export { answerAgreement, revokeAgreement } from "./agreement/answer-agreement.command.ts";
export { AGREEMENT_CHANGED } from "./agreement/carry-agreement.job.ts";
export { proposeAgreement } from "./agreement/propose-agreement.command.ts";
export { delegateName, findClient, loadDelegate } from "./delegate/delegate.store.ts";
export { nameDelegate } from "./delegate/name-delegate.command.ts";
export { billMonth } from "./work/bill-month.command.ts";
export { commentWork, finishWork } from "./work/do-work.command.ts";
export { listWork as workOf } from "./work/work.store.ts";
