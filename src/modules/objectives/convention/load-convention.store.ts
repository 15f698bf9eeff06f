import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff } from "#modules/network/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ObjectivesRefusalCode } from "../objectives.fr.ts";
import { mayKeepConvention, mayReadConvention, type Sides } from "../objectives.policy.ts";
import { amendmentsOf, findConvention, partiesOf, spokenBy } from "./convention.store.ts";
import type { Amendment, Convention, Party } from "./convention.ts";

export type LoadedConvention = {
  readonly convention: Convention;
  readonly parties: readonly Party[];
  readonly amendments: readonly Amendment[];
  /** The parties for which the reader speaks; all of them for the team. */
  readonly spoken: readonly Party[];
  /** The parties for which the reader has a seat: the team has none by being the team. */
  readonly seated: readonly Party[];
  /** What a policy asks of the reader and of the parties. */
  readonly sides: Sides;
  readonly keeps: boolean;
};
type Asked = { readonly tx: Tx; readonly actor: Actor; readonly today: Day };

/** A convention, if this actor may do that there; what changes it locks it. */
export async function loadConvention(
  { tx, actor, today }: Asked,
  typed: string | undefined,
  may: typeof mayReadConvention | typeof mayKeepConvention,
  changes = false,
): Promise<LoadedConvention | Refusal> {
  const { organizationId } = actor;
  const convention = await findConvention(tx, organizationId, parseId<"convention">(typed), changes);
  const spoken = await spokenBy(tx, actor, today);
  if (convention === null) return mayReadConvention(actor, { spoken, parties: spoken.slice(0, 1) }) ?? missing();
  const parties = await partiesOf(tx, organizationId, convention.id);
  const sides = { spoken, parties: parties.map(({ structureId }) => structureId), leadId: convention.leadId };
  const kept = mayKeepConvention(actor, sides);
  const refusal = may(actor, sides);
  if (refusal) return refusal;
  const seated = parties.filter(({ structureId }) => spoken.includes(structureId));
  return {
    ...{ convention, parties, sides, keeps: kept === null, seated },
    amendments: await amendmentsOf(tx, organizationId, convention.id),
    spoken: isStaff(actor) ? parties : seated,
  };
}

const missing = () => refuse("missing", "convention.missing" satisfies ObjectivesRefusalCode);

/**
 * The amendment under which a change is written: none before the signature; after it, one that was agreed and is named.
 */
export function amendmentFor(
  { convention, amendments }: LoadedConvention,
  named: number,
): number | Refusal<ObjectivesRefusalCode> {
  if (convention.signedOn === null) return 0;
  if (amendments.some(({ number }) => number === named)) return named;
  return refuse("conflict", "convention.amendmentNeeded", {}, "amendment");
}
