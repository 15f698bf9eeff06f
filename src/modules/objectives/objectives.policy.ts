import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff, mayEnter, mayPrepare } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode, StructureId } from "#modules/network/index.ts";
import type { ObjectivesRefusalCode } from "./objectives.fr.ts";

type Refused = Refusal<NetworkRefusalCode | ObjectivesRefusalCode>;
/** The structures for which the reader speaks today, and those that signed. */
export type Sides = { readonly spoken: readonly StructureId[]; readonly parties: readonly StructureId[] };

/** A convention is read by those who speak for one of its parties, and by the team. To others it does not exist. */
export function mayReadConvention(actor: Actor, { spoken, parties }: Sides): Refused | null {
  const entered = mayEnter(actor);
  if (entered) return entered;
  if (isStaff(actor) || parties.some((party) => spoken.includes(party))) return null;
  return refuse("missing", "convention.missing");
}

/** The team and whoever speaks for the lead partner write it: objectives, targets, tranches, amendments. */
export function mayKeepConvention(actor: Actor, sides: Sides & { readonly leadId: StructureId }): Refused | null {
  const read = mayReadConvention(actor, sides);
  if (read) return read;
  return isStaff(actor) || sides.spoken.includes(sides.leadId) ? null : refuse("forbidden", "convention.notLead");
}

/** A party alone declares its effects: whoever has a seat for it. The team has none, and enters what it was told. */
export function mayDeclareEffect(actor: Actor, sides: Sides, structureId: StructureId): Refused | null {
  const read = mayReadConvention(actor, sides);
  if (read) return read;
  const isOwn = sides.parties.includes(structureId) && sides.spoken.includes(structureId);
  return isOwn ? null : refuse("forbidden", "convention.notYourParty");
}

/** The team enters an effect for a party that told it; whoever speaks for a party declares instead. */
export function mayEnterEffect(actor: Actor, sides: Sides): Refused | null {
  return mayReadConvention(actor, sides) ?? mayPrepare(actor);
}
