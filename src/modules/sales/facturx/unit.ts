import type { Quantity } from "#kernel/decimal.ts";
import { en } from "./unit.en.ts";
import { fr } from "./unit.fr.ts";

/** A unit of sale, by its code of UN/ECE Recommendation 20 or 21 (BT-130). */
export type Unit = keyof typeof fr;

/** The units offered, in the order of the list. */
export const UNITS = Object.keys(fr) as readonly Unit[];

export function isUnit(code: string): code is Unit {
  return Object.hasOwn(fr, code);
}

/** The word of a unit for a quantity (French: plural from 2; English: singular for exactly 1); the code itself when unknown. */
export function unitWord(code: string, quantity: Quantity, language: "fr" | "en"): string {
  if (!isUnit(code)) return code;
  const size = quantity < 0n ? -quantity : quantity;
  const several = language === "fr" ? size >= 20_000n : size !== 10_000n;
  return (language === "fr" ? fr : en)[code][several ? 1 : 0];
}
