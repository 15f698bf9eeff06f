/** A notice is its person's own: nobody else reads it, not even the cooperative's staff. */

import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { NoticeRefusalCode } from "./notice.fr.ts";

export function mayOpenNotice(
  actor: Actor,
  notice: { readonly personId: PersonId } | null,
): Refusal<NoticeRefusalCode> | null {
  return notice?.personId === actor.personId ? null : refuse("missing", "notice.missing");
}
