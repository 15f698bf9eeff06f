/** A structure: an organisation as a network knows it, member or not, with or without an account here. */
import type { Day } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";

export type StructureId = Id<"structure">;

export const STRUCTURE_KINDS = [
  "cae",
  "network",
  "thirdPlace",
  "collective",
  "incubator",
  "insertion",
  "authority",
  "funder",
  "lab",
] as const;
export type StructureKind = (typeof STRUCTURE_KINDS)[number];

/** Families of trades that a CAE receives, as its directory says them. */
export const TRADE_FAMILIES = [
  "building",
  "arts",
  "crafts",
  "care",
  "training",
  "consulting",
  "digital",
  "communication",
  "commerce",
  "food",
  "land",
  "events",
] as const;
export type TradeFamily = (typeof TRADE_FAMILIES)[number];

export type Structure = {
  readonly id: StructureId;
  readonly kind: StructureKind;
  readonly name: string;
  readonly siren: string;
  readonly legalForm: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** INSEE code, "" when unknown. */
  readonly department: string;
  readonly website: string;
  readonly email: string;
  readonly phone: string;
  readonly description: string;
  readonly trades: readonly TradeFamily[];
  /** In the public directory. */
  readonly listed: boolean;
  /** The network itself. */
  readonly isSelf: boolean;
  readonly closedOn: Day | null;
  readonly version: number;
};
