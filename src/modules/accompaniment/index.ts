/** Front door of accompaniment for what shows: words of deadlines, cards of a home, lines of appointments. */
export { AppointmentLine } from "./appointment/appointment-line.view.tsx";
export { en as deadlineEnglish } from "./deadline/deadline.en.ts";
export { fr as deadlineFrench } from "./deadline/deadline.fr.ts";
export type { DeadlineKind, Urgency } from "./deadline/deadline.ts";
export { AwaitingCards } from "./task/awaiting.view.tsx";
export { TaskCard } from "./task/task-list.view.tsx";
