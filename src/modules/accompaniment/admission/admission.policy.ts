import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { AdmissionRefusalCode } from "./admission.fr.ts";

/** Who records that somebody became an associate: those who record contracts, for the whole cooperative. */
export function mayRecordAdmission(actor: Actor): Refusal<AdmissionRefusalCode> | null {
  return hasGeneralRole(actor, ["payroll", "direction", "administrator"])
    ? null
    : refuse("forbidden", "admission.notAllowed");
}
