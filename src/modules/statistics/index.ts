/** Front door of statistics for pure things: a question, and its text. */
export { type Question, questionText } from "./question/question.ts";
