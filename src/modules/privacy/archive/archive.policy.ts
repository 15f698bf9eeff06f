import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { mayKeepPrivacy } from "../access/access.policy.ts";
import type { ArchiveRefusalCode } from "./archive-refusal.fr.ts";

/**
 * Who takes what is known of somebody: the person, once they were recognised again; direction and administration for them,
 * without what is confidential. To anybody else there is nothing.
 */
export function mayTakeArchive(
  actor: Actor,
  personId: PersonId,
  recognised: boolean,
): Refusal<ArchiveRefusalCode> | null {
  if (actor.personId === personId && recognised) return null;
  if (mayKeepPrivacy(actor) === null && (actor.personId !== personId || recognised)) return null;
  return actor.personId === personId
    ? refuse("forbidden", "archive.passwordFirst")
    : refuse("missing", "archive.personMissing");
}
