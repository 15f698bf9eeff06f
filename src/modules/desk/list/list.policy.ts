/** Views and arrangements are each person's own. */

import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { ViewRefusalCode } from "./list.fr.ts";

export function mayChangeView(
  actor: Actor,
  view: { readonly personId: PersonId } | null,
): Refusal<ViewRefusalCode> | null {
  return view?.personId === actor.personId ? null : refuse("missing", "view.missing");
}

/** Whose lists an actor arranges: their own. */
export const listOwner = (actor: Actor): PersonId => actor.personId;
