/** Front door of shared training: the commands that the demonstration plays. */
export { proposeCourse } from "./course/keep-course.command.ts";
export { bookSeats } from "./run/book-seats.command.ts";
export { planRun, settleRun } from "./run/keep-run.command.ts";
