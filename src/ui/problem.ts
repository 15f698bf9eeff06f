/** What a form shows after a refusal, or after input that does not fit. Same shape as the platform's answer. */
export type Problem = {
  readonly code: string;
  readonly sentence: string;
  /** One sentence for each field, by its name ("lines.2.unitPrice"). */
  readonly fields: Readonly<Record<string, string>>;
};

/** What is wrong in one text, for a page whose form is folded away: the sentence of each field, else the whole. */
export function sentencesOf(problem: Problem): string {
  const sentences = [...new Set(Object.values(problem.fields))];
  return sentences.length === 0 ? problem.sentence : sentences.join(" ");
}

/** What an action gives back to its form: what is wrong, and what was typed (so that nothing is lost without script). */
export type FormAnswer = {
  readonly problem: Problem;
  readonly typed?: Readonly<Record<string, string>>;
  /** `severalValues` of a form that has boxes under one name. */
  readonly several?: Readonly<Record<string, readonly string[]>>;
};

/** The text fields of a form as typed, for `FormAnswer.typed`. Files and the idempotency key are left out. */
export function typedValues(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string" && name !== "cle") typed[name] ??= value;
  return typed;
}

/** All that was posted under each name that came more than once (the boxes of a group): `typedValues` holds the first. */
export function severalValues(form: FormData): Record<string, readonly string[]> {
  const names = [...form.keys()].filter((name, rank, all) => all.indexOf(name) !== rank);
  return Object.fromEntries(
    names.map((name) => [name, form.getAll(name).filter((value) => typeof value === "string")]),
  );
}
