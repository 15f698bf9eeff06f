import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { mayKeepPrivacy } from "../access/access.policy.ts";
import type { ArchiveRefusalCode } from "./archive-refusal.fr.ts";

/** All that is known of oneself, with what is confidential: once recognised again. */
export function mayTakeOwn(recognised: boolean): Refusal<ArchiveRefusalCode> | null {
  return recognised ? null : refuse("forbidden", "archive.passwordFirst");
}

/** What is known of anybody, without what is confidential: direction and administration. To others there is nothing. */
export function mayTakeOf(actor: Actor): Refusal<ArchiveRefusalCode> | null {
  return mayKeepPrivacy(actor) === null ? null : refuse("missing", "archive.personMissing");
}
