/** The stance that a structure publishes on what is asked, dated, version after version. Pure. */
import type { Day, Instant } from "#kernel/day.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { StructureId, StructureKind } from "#modules/network/index.ts";
import type { PositionRefusalCode } from "./position.fr.ts";

export type Position = {
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly structureKind: StructureKind;
  readonly number: number;
  readonly takenOn: Day;
  readonly body: string;
  readonly recordedAt: Instant;
};

/** A stance was taken by its day, and never before the one that it follows. */
export function refusePosition(
  { takenOn, body }: Pick<Position, "takenOn" | "body">,
  last: Pick<Position, "takenOn" | "body"> | undefined,
  today: Day,
): Refusal<PositionRefusalCode> | null {
  if (takenOn > today) return refuse("conflict", "position.later", {}, "takenOn");
  if (last === undefined) return null;
  if (takenOn < last.takenOn) return refuse("conflict", "position.before", {}, "takenOn");
  return body === last.body ? refuse("conflict", "position.same", {}, "body") : null;
}

export type Stance = { readonly last: Position; readonly before: readonly Position[] };

/** The last version of each structure and those before it, networks first; `positions`: by structure, the latest first. */
export function stancesOf(positions: readonly Position[]): Stance[] {
  const held = new Map<StructureId, Position[]>();
  for (const one of positions) held.set(one.structureId, [...(held.get(one.structureId) ?? []), one]);
  const stances = [...held.values()].flatMap(([last, ...before]) => (last === undefined ? [] : [{ last, before }]));
  const rank = ({ last }: Stance) => (last.structureKind === "network" ? 0 : 1);
  return stances.sort((a, b) => rank(a) - rank(b));
}
