import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type Seat, seatsOf } from "#modules/network/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { LabelRefusalCode } from "../label.fr.ts";
import { findLabelling } from "./labelling.store.ts";
import type { Labelling, LabellingId } from "./labelling.ts";

export type Loaded = { readonly labelling: Labelling; readonly seats: readonly Seat[] };
type At = Pick<CommandContext | Reader, "tx" | "organizationId" | "actor" | "today">;

/** A labelling and the seats of who asks: what every rule of the label is decided with. */
export async function loadLabelling(
  { tx, organizationId, actor, today }: At,
  id: LabellingId | null,
  lock = false,
): Promise<Loaded | Refusal> {
  const labelling = id === null ? null : await findLabelling(tx, organizationId, id, lock);
  if (labelling === null) return refuse("missing", "labelling.missing" satisfies LabelRefusalCode);
  return { labelling, seats: await seatsOf(tx, organizationId, actor.personId, today) };
}
