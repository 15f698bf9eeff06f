import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { QuestionRefusalCode } from "../question/question.fr.ts";
import { mayReadStatistics } from "../question/question.policy.ts";
import type { SheetRefusalCode } from "./sheet.fr.ts";

type Kept = { readonly authorId: PersonId; readonly shared: boolean };

/**
 * Reading: its author, and everybody who reads statistics once it is shared; to others it does not exist. Changing: its
 * author, and the direction for what is shared.
 */
export function maySheet(
  actor: Actor,
  action: "read" | "change",
  sheet: Kept | null,
): Refusal<SheetRefusalCode | QuestionRefusalCode> | null {
  const refusal = mayReadStatistics(actor);
  if (refusal) return refusal;
  if (sheet === null || (!sheet.shared && sheet.authorId !== actor.personId)) return refuse("missing", "sheet.missing");
  if (action === "read" || sheet.authorId === actor.personId) return null;
  return hasGeneralRole(actor, ["direction", "administrator"]) ? null : refuse("forbidden", "sheet.notYours");
}
