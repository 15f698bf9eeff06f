/** Front door of accompaniment for views: cards of a home, lines of appointments. */
export { AppointmentLine } from "./appointment/appointment-line.view.tsx";
export { AwaitingCards } from "./task/awaiting.view.tsx";
export { TaskCard } from "./task/task-list.view.tsx";
