/** Front door of accompaniment: what other modules may do with it. */
export { cancelAdmission, recordAdmission } from "./admission/record-admission.command.ts";
