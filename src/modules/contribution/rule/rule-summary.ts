/** A rule in plain words: what the screens say of it, and what an assembly can read before it votes. */
import type { Month } from "#kernel/day.ts";
import { fill, type Language } from "#kernel/language.ts";
import { eur, month as monthText, percent } from "#ui/format.ts";
import type { AmountByCase, Band, ContributionRule, Extra, Limit } from "./rule.ts";
import { en } from "./rule-summary.en.ts";
import { fr } from "./rule-summary.fr.ts";

export type RuleSummary = {
  /** "11,5 % du chiffre d’affaires facturé hors taxe". */
  readonly title: string;
  /** The bands, one line each; empty for a single rate. */
  readonly bands: readonly string[];
  /** Everything else, one line each. */
  readonly lines: readonly string[];
};

export function ruleSummary(rule: ContributionRule, language: Language): RuleSummary {
  const words = language === "fr" ? fr : en;
  const { scale } = rule;
  const facts = { base: words.of[rule.base] };
  return {
    title:
      scale.mode === "flat"
        ? fill(words.flat, { ...facts, rate: percent(scale.rate, language) })
        : fill(scale.mode === "wholeBands" ? words.whole : words.marginal, facts),
    bands: scale.mode === "flat" ? [] : scale.bands.map((band) => bandLine(band, language)),
    lines: [
      ...periodLines(rule, language),
      ...rule.fixedParts.map(({ label, amount }) => fill(words.fixed, { label, amount: eur(amount, language) })),
      ...(rule.floor ? [limitLine(words.floor, rule.floor, language)] : []),
      ...(rule.cap ? [limitLine(words.cap, rule.cap, language)] : []),
      ...rule.extras.map((extra) => extraLine(extra, language)),
      ...countedLines(rule, language),
      ...(rule.negativeMonth === "carryOver" ? [words.carryOver] : []),
    ],
  };
}

/** The summary in one line, for a list. */
export function ruleLine(rule: ContributionRule, language: Language): string {
  const { title, bands } = ruleSummary(rule, language);
  return bands.length === 0 ? title : `${title} ${bands.join(", ")}`;
}

function bandLine({ below, rate }: Band, language: Language): string {
  const words = language === "fr" ? fr : en;
  const text = percent(rate, language);
  return below === null
    ? fill(words.bandLast, { rate: text })
    : fill(words.bandBelow, { rate: text, bound: eur(below, language) });
}

function periodLines({ period, thresholds, yearStart, floor, cap }: ContributionRule, language: Language): string[] {
  const words = language === "fr" ? fr : en;
  const yearly = period === "year";
  const lines = yearly ? [thresholds === "elapsed" ? words.yearlyElapsed : words.yearly] : [];
  if (yearStart !== 1 && (yearly || floor?.per === "year" || cap?.per === "year")) {
    const name = monthText(`2000-${String(yearStart).padStart(2, "0")}` as Month, language).split(" ")[0] ?? "";
    lines.push(fill(words.yearStart, { month: name }));
  }
  return lines;
}

function limitLine(sentence: string, { amount, per, prorata }: Limit, language: Language): string {
  const words = language === "fr" ? fr : en;
  return `${fill(sentence, { amount: byCase(amount, language), per: words.per[per] })}${words.prorata[prorata]}`;
}

function byCase({ cases, otherwise }: AmountByCase, language: Language): string {
  const words = language === "fr" ? fr : en;
  if (cases.length === 0) return eur(otherwise, language);
  const told = cases.map(({ status, firstMonths, amount }) => {
    const who = [
      status === null ? null : words.status[status],
      firstMonths === null ? null : fill(words.firstMonths, { count: String(firstMonths) }),
    ].filter((text) => text !== null);
    return fill(words.case, { amount: eur(amount, language), who: who.join(" ") });
  });
  return fill(words.otherwise, { cases: told.join(", "), amount: eur(otherwise, language) });
}

function extraLine({ label, due, when }: Extra, language: Language): string {
  const words = language === "fr" ? fr : en;
  const amount =
    due.kind === "amount"
      ? fill(words.extraAmount, { amount: eur(due.amount, language) })
      : fill(words.extraRate, { rate: percent(due.rate, language) });
  const conditions = [
    when.withoutSalary ? words.withoutSalary : null,
    when.underQualiopi ? words.underQualiopi : null,
    ...(when.statuses ?? []).map((status) => words.status[status]),
  ].filter((text) => text !== null);
  return fill(words.extra, { label, due: [amount, ...conditions].join(", ") });
}

function countedLines({ counts }: ContributionRule, language: Language): string[] {
  const words = language === "fr" ? fr : en;
  const counted = (Object.keys(words.counted) as (keyof typeof counts)[]).filter((kind) => counts[kind]);
  if (counted.length === 0) return [];
  return [fill(words.counts, { list: counted.map((kind) => words.counted[kind]).join(words.and) })];
}
