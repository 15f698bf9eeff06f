import { BLANK, parseQuestion, type Question, questionText } from "./question.ts";

/** Pages of statistics hold their question in their address: a link, a reload and « précédent » show the same. */
export function questionSearch(question: Question, sheet: string | null = null): string {
  const parameters = new URLSearchParams();
  if (sheet !== null) parameters.set("fiche", sheet);
  parameters.set("d", questionText(question));
  return `?${parameters}`;
}

/** The question of an address, else the one given (a saved one), else a blank one. */
export function questionOf(search: string, otherwise: Question = BLANK): Question {
  return parseQuestion(new URLSearchParams(search).get("d")) ?? otherwise;
}

export const sheetAsked = (search: string): string | null => new URLSearchParams(search).get("fiche");
