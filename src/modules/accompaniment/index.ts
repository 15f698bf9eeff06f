/** Front door of accompaniment for pure things: the words of deadlines. */
export { en as deadlineEnglish } from "./deadline/deadline.en.ts";
export { fr as deadlineFrench } from "./deadline/deadline.fr.ts";
export { AwaitingCards } from "./task/awaiting.view.tsx";
