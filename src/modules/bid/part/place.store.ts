import { z } from "zod";
import { hasRole } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { SALES_STAFF } from "#modules/sales/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import { optionalId, optionalText } from "#platform/field.ts";
import type { BidRefusalCode } from "../bid.fr.ts";
import { optionalSiren } from "../bid-input.ts";

/** For whom a part is: an activity of one's own, or that one supports, in a cooperative; the house that is named in a network. */
export const WHOSE = { activityId: optionalId<"activity">(), house: optionalText(200), houseSiren: optionalSiren() };
const asked = z.object(WHOSE);

export type Place = { readonly activityId: ActivityId | null; readonly house: string; readonly houseSiren: string };

export async function placeOf(
  { tx, organizationId, actor }: Pick<CommandContext, "tx" | "organizationId" | "actor">,
  { activityId, house, houseSiren }: z.output<typeof asked>,
): Promise<Place | Refusal<BidRefusalCode>> {
  if (actor.house === "network") {
    if (house === "") return refuse("invalid", "bid.noHouse", {}, "house");
    if (houseSiren === "") return refuse("invalid", "bid.siren", {}, "houseSiren");
    return { activityId: null, house, houseSiren };
  }
  // Of an activity that is nobody's business of theirs nothing is said.
  if (activityId === null || !(actor.own.has(activityId) || hasRole(actor, SALES_STAFF, activityId))) {
    return refuse("forbidden", "bid.noActivity", {}, "activityId");
  }
  // A role over everything reaches what is of this house alone.
  const [known] = await activitiesOf(tx, organizationId, new Set([activityId]));
  if (known === undefined) return refuse("forbidden", "bid.noActivity", {}, "activityId");
  return { activityId, house: "", houseSiren: "" };
}
