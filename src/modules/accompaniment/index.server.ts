/** Front door of accompaniment: what other modules may do with it. */

export { cancelAdmission, recordAdmission } from "./admission/record-admission.command.ts";
export { mayReadDeadlines } from "./deadline/deadline.policy.ts";
export { type DeadlineRow, listedDeadlines } from "./deadline/listed-deadlines.store.ts";
