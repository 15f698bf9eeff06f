import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { FileFacts } from "../social-file/social-file.policy.ts";
import type { ExitRefusalCode } from "./exit.fr.ts";

/**
 * Reading, and noting what became of somebody: those who keep social files, within their reach. Recording an exit and
 * cancelling it: those who record contracts, since it ends one.
 */
export function mayExit(
  actor: Actor,
  action: "read" | "follow" | "record",
  { kept }: Pick<FileFacts, "kept">,
): Refusal<ExitRefusalCode> | null {
  if (!kept) return refuse("missing", "exit.personMissing");
  if (action !== "record" || hasGeneralRole(actor, ["payroll", "direction", "administrator"])) return null;
  return refuse("forbidden", "exit.notAllowed");
}
