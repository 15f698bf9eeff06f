/** Who sets how treasuries are read: accountants, direction and administration, over the whole cooperative. */
import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { refuse } from "#kernel/refusal.ts";
import type { TreasuryRefusal } from "../reading/account-prefixes.ts";

export function maySetTreasury(actor: Actor): TreasuryRefusal | null {
  return hasGeneralRole(actor, ["accountant", "direction", "administrator"])
    ? null
    : refuse("forbidden", "treasury.settingsNotAllowed");
}
