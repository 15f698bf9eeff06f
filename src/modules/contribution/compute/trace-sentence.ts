import { fill, type Language } from "#kernel/language.ts";
import { eur, percent } from "#ui/format.ts";
import { en } from "../contribution.en.ts";
import { fr } from "../contribution.fr.ts";
import type { Step } from "./trace.ts";

/** A step of a trace in plain words, its facts filled in. */
export function stepSentence(step: Step, language: Language): string {
  const sentence = (language === "fr" ? fr : en).steps[step.key];
  const facts: Record<string, string> = { amount: eur(step.amount, language) };
  if (step.base !== undefined) facts.base = eur(step.base, language);
  if (step.bound !== undefined) facts.bound = eur(step.bound, language);
  if (step.rate !== undefined) facts.rate = percent(step.rate, language);
  if (step.label !== undefined) facts.label = step.label;
  if (step.reason !== undefined) facts.reason = step.reason;
  if (step.decidedBy !== undefined) facts.decidedBy = step.decidedBy;
  return fill(sentence, facts);
}
