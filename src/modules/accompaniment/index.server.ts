/** Front door of accompaniment: what other modules may do with it. */

export { cancelAdmission, recordAdmission } from "./admission/record-admission.command.ts";
export { holdAppointment } from "./appointment/hold-appointment.command.ts";
export { planAppointment } from "./appointment/plan-appointment.command.ts";
export { mayReadDeadlines } from "./deadline/deadline.policy.ts";
export { type DeadlineRow, listedDeadlines } from "./deadline/listed-deadlines.store.ts";
export { addFundedAction } from "./setup/set-up.command.ts";
export { type Awaiting, awaiting } from "./task/awaiting.store.ts";
