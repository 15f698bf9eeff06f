/** Front door of accompaniment for pure things: the words of deadlines. */
export { en as deadlineEnglish } from "./deadline/deadline.en.ts";
export { fr as deadlineFrench } from "./deadline/deadline.fr.ts";
export type { DeadlineKind, Urgency } from "./deadline/deadline.ts";
