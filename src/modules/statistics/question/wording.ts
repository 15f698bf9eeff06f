/** A question in words, for screens and for paper. */
import { type Day, parseDay } from "#kernel/day.ts";
import { fill, type Language } from "#kernel/language.ts";
import { type DimensionKey, dimensionEnglish, dimensionFrench, isDimension } from "#modules/parcours/index.ts";
import { day } from "#ui/format.ts";
import type { Period } from "./period.ts";
import { en } from "./question.en.ts";
import { fr } from "./question.fr.ts";
import { type Criterion, type Group, isGroup, type Node, UNFILLED } from "./question.ts";
import { kindOf, momentsOf, type SubjectKey } from "./subject.ts";

/** Names of the persons and places that values point to. */
export type Names = Readonly<Record<string, string>>;

const wordsIn = (language: Language) => (language === "fr" ? fr : en);
const dimensionsIn = (language: Language) => (language === "fr" ? dimensionFrench : dimensionEnglish);

export function subjectText(subject: SubjectKey, language: Language): string {
  return isDimension(subject) ? dimensionsIn(language).labels[subject] : wordsIn(language).counted[subject];
}

/** A value in words; "" is what nobody filled in. */
export function valueWords(subject: SubjectKey, value: string, language: Language, names: Names): string {
  const words = wordsIn(language);
  if (value === UNFILLED) return words.unfilled;
  if (subject === "age") return (words.bands as Readonly<Record<string, string>>)[value] ?? value;
  const kind = kindOf(subject);
  if (kind === "yes") return dimensionsIn(language).yes;
  if (kind === "place") return names[value] ?? words.unfilled;
  if (kind === "choice") return choicesOf(subject as DimensionKey, language)[value] ?? value;
  const date = kind === "day" ? parseDay(value) : null;
  return date === null ? value : day(date);
}

export function choicesOf(dimension: DimensionKey, language: Language): Readonly<Record<string, string>> {
  const choices = dimensionsIn(language).choices as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return choices[dimension] ?? {};
}

export function criterionText(criterion: Criterion, language: Language, names: Names): string {
  const words = wordsIn(language);
  const { subject, operator, values, moment } = criterion;
  const when = momentsOf(subject).length > 1 && moment !== "at" ? `, ${words.moments[moment].toLowerCase()}` : "";
  const filled = (words.filled as Readonly<Record<string, string>>)[subject];
  if (operator === "filled" && filled !== undefined) return `${filled}${when}`;
  const label = subjectText(subject, language);
  if (operator === "happened") return label;
  const said = values.map((value) => (subject === "age" ? value : valueWords(subject, value, language, names)));
  if (operator === "in") return `${label} : ${said.join(` ${words.or} `)}${when}`;
  const compared = `${words.operators[operator]} ${said.join(` ${words.and} `)}`.trim();
  return `${label} ${compared}${when}`;
}

/** The whole population on one line: « Sous contrat, CAPE ou CESA ; Sexe : Femme ». */
export function populationText(who: Group, language: Language, names: Names): string {
  const words = wordsIn(language);
  if (who.of.length === 0) return words.everybody;
  const text = (node: Node): string => {
    const said = isGroup(node) ? `(${populationText(node, language, names)})` : criterionText(node, language, names);
    return node.not ? `${words.except} ${said}` : said;
  };
  const said = who.of.map(text).join(who.join === "all" ? " ; " : ` ${words.or} `);
  return said;
}

/** « Du 01/01/2026 au 27/11/2026, tel que connu le 01/02/2026 ». */
export function periodText({ from, to }: Period, known: Day | null, language: Language): string {
  const words = wordsIn(language);
  const days = from === to ? fill(words.asOf, { date: day(to) }) : fill(words.period, { from: day(from), to: day(to) });
  return known === null ? days : `${days}, ${fill(words.asKnown, { date: day(known) })}`;
}
