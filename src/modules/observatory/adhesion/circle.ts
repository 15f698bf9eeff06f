/** Circles: the groups of cooperatives that figures are told of. Everybody, a region, a family of trades, a network, a size. */

export const CIRCLE_KINDS = ["all", "size", "network", "region", "trade"] as const;
export type CircleKind = (typeof CIRCLE_KINDS)[number];
export type Circle = "all" | `${Exclude<CircleKind, "all">}:${string}`;

export const kindOf = (circle: string): CircleKind =>
  CIRCLE_KINDS.find((kind) => kind === circle.split(":")[0]) ?? "all";
export const nameOf = (circle: string): string => circle.slice(circle.indexOf(":") + 1);

/** Least persons of each class of size: fewer than 25, up to 74, up to 149, more. */
export const SIZES = [0, 25, 75, 150] as const;

export function sizeOf(persons: bigint): string {
  return String(SIZES.filter((least) => persons >= BigInt(least)).length);
}

export type Placed = {
  readonly region: string;
  readonly trades: readonly string[];
  readonly networks: readonly string[];
  /** Null: not told. */
  readonly persons: bigint | null;
};

/** The circles of a cooperative. */
export function circlesOf({ region, trades, networks, persons }: Placed): readonly Circle[] {
  return [
    "all" as const,
    ...(persons === null ? [] : [`size:${sizeOf(persons)}` as const]),
    ...networks.map((id) => `network:${id}` as const),
    ...(region === "" ? [] : [`region:${region}` as const]),
    ...trades.map((trade) => `trade:${trade}` as const),
  ].sort();
}
