/** Front door of accompaniment: what other modules may do with it. */

export { ASSOCIATE } from "./admission/admission.store.ts";
export { cancelAdmission, recordAdmission } from "./admission/record-admission.command.ts";
export { ACCOMPANYING, accompanies } from "./appointment/appointment.policy.ts";
export { heldMeetings } from "./appointment/held-meetings.store.ts";
export { holdAppointment } from "./appointment/hold-appointment.command.ts";
export { lastReports } from "./appointment/last-reports.store.ts";
export { meetingsOf } from "./appointment/meetings.store.ts";
export { planAppointment } from "./appointment/plan-appointment.command.ts";
export { attendedMinutes } from "./attendance/attendance.store.ts";
export { keepAttendance, signAttendance } from "./attendance/sign-attendance.command.ts";
export { mayReadDeadlines } from "./deadline/deadline.policy.ts";
export { type DeadlineRow, listedDeadlines } from "./deadline/listed-deadlines.store.ts";
export { askForWorkshop, voteForDemand } from "./demand/demand.command.ts";
export { resealAddresses } from "./external/external.store.ts";
export { bookSlot, openPermanence } from "./permanence/permanence.command.ts";
export { addFundedAction } from "./setup/set-up.command.ts";
export { accompanimentSettings } from "./setup/settings.store.ts";
export { type Awaiting, awaiting } from "./task/awaiting.store.ts";
export { listTasks, overdueTasks } from "./task/task.store.ts";
export { namedTasks } from "./task/task-rows.store.ts";
export { joinWorkshop } from "./workshop/register.command.ts";
export { createWorkshop } from "./workshop/save-workshop.command.ts";
export { firstSession } from "./workshop/workshop.store.ts";
export { comingWorkshops } from "./workshop/workshop-rows.store.ts";
