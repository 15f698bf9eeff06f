/**
 * The document that a cooperative signs: the figures of a year, already protected. Its text is canonical JSON: what is
 * signed, sent, kept and downloaded is the same bytes. Amounts are texts of whole numbers.
 */
import { z } from "zod";
import { canonicalJson } from "#kernel/canonical-json.ts";
import type { Instant } from "#kernel/day.ts";
import { type Indicator, POOLED, SMALLEST_GROUP } from "../indicator/indicator.ts";
import { indicatorOf } from "../indicator/indicators.ts";
import { type Cell, type Figure, NESTED } from "./protect.ts";

/** Versions of the format that this program writes and reads, the preferred one first. */
export const FORMAT = "essaim-observation";
export const VERSIONS: readonly number[] = [1];

const whole = z.string().regex(/^-?\d{1,15}$/);
const key = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,40}$/);
const cell = z.strictObject({ category: key, value: whole, weight: whole });

const schema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  adhesion: z.uuid(),
  sequence: z.number().int().min(1).max(1_000_000),
  period: z.string().regex(/^20\d{2}$/),
  signedAt: z.iso.datetime(),
  indicators: z
    .array(
      z.strictObject({
        key,
        version: z.number().int().min(1).max(999),
        state: z.enum(["sent", "tooFew", "withheld"]),
        total: z.strictObject({ value: whole, weight: whole }).optional(),
        cells: z.array(cell).max(60).optional(),
      }),
    )
    .max(100),
});

export type Observation = {
  readonly adhesion: string;
  readonly sequence: number;
  readonly period: string;
  readonly signedAt: Instant;
  readonly figures: readonly { readonly key: string; readonly version: number; readonly figure: Figure }[];
};

/** The bytes that are signed. */
export function observationText(observation: Observation): string {
  return canonicalJson({
    format: FORMAT,
    version: 1,
    adhesion: observation.adhesion,
    sequence: observation.sequence,
    period: observation.period,
    signedAt: observation.signedAt,
    indicators: observation.figures.map(({ key: name, version, figure }) => ({
      key: name,
      version,
      state: figure.state,
      ...(figure.state === "sent"
        ? {
            total: { value: figure.total.value, weight: figure.total.weight },
            cells: figure.cells.map(({ category, value, weight }) => ({ category, value, weight })),
          }
        : {}),
    })),
  });
}

export type ObservationFault = "unreadable" | "version" | "unprotected";

/** What a document says, or why it is not taken. A version that is not ours is told apart, whatever else it holds. */
export function readObservation(text: string): Observation | { readonly fault: ObservationFault } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: "unreadable" };
  }
  const said = z.object({ format: z.literal(FORMAT), version: z.number() }).safeParse(json);
  if (!said.success) return { fault: "unreadable" };
  if (!VERSIONS.includes(said.data.version)) return { fault: "version" };
  const parsed = schema.safeParse(json);
  // Another text of the same value has another fingerprint: there is one text.
  if (!parsed.success || canonicalJson(parsed.data) !== text) return { fault: "unreadable" };
  const { adhesion, sequence, period, signedAt, indicators } = parsed.data;
  const keys = indicators.map((one) => one.key);
  if (new Set(keys).size !== keys.length) return { fault: "unreadable" };
  const figures = indicators.map(({ key: name, version, state, total, cells = [] }) => ({
    key: name,
    version,
    figure: (state === "sent"
      ? { state, total: cellOf({ category: "", value: "0", weight: "0", ...total }), cells: cells.map(cellOf) }
      : { state }) satisfies Figure as Figure,
  }));
  const observation = { adhesion, sequence, period, signedAt: signedAt as Instant, figures };
  return isProtected(observation) ? observation : { fault: "unprotected" };
}

const cellOf = (said: { category: string; value: string; weight: string }): Cell => ({
  category: said.category,
  value: BigInt(said.value),
  weight: BigInt(said.weight),
});

/** A figure that this network knows, in the meaning it knows; another is kept with its document and added to nothing. */
export function knownFigure(name: string, version: number): Indicator | null {
  const indicator = indicatorOf(name);
  return indicator !== null && indicator.version === version ? indicator : null;
}

/** Whether no small group can be read in it: checked again by whoever receives, who trusts no sender. */
export function isProtected({ figures }: Observation): boolean {
  const isFine = (weight: bigint) => weight === 0n || weight >= SMALLEST_GROUP;
  const totals = new Map<string, bigint>();
  for (const { key: name, version, figure } of figures) {
    const indicator = knownFigure(name, version);
    if (indicator === null || figure.state !== "sent" || indicator.group === null) continue;
    if (!isFine(figure.total.weight)) return false;
    const other = totals.get(indicator.base);
    if (other !== undefined && other !== figure.total.weight) return false;
    totals.set(indicator.base, figure.total.weight);
    const names = figure.cells.map(({ category }) => category);
    if (new Set(names).size !== names.length) return false;
    const spread = figure.cells.reduce((sum, { weight }) => sum + weight, 0n);
    if (indicator.categories.length === 0 ? figure.cells.length > 0 : spread !== figure.total.weight) return false;
    for (const { category, value, weight } of figure.cells) {
      if (category !== POOLED && (!indicator.categories.includes(category) || !isFine(weight))) return false;
      if (weight < 0n || (indicator.unit === "persons" && value !== weight)) return false;
    }
  }
  return NESTED.every(([larger, smaller]) => {
    const [all, part] = [totals.get(larger), totals.get(smaller)];
    return all === undefined || part === undefined || all <= part || isFine(all - part);
  });
}
