/** Where a structure receives: a site (antenne), or a permanence held in a town at a rhythm. */
import type { Id } from "#kernel/id.ts";

export const PLACE_KINDS = ["site", "permanence"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export type Place = {
  readonly id: Id<"place">;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly city: string;
  readonly department: string;
  readonly rhythm: string;
};
