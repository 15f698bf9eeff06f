import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import type { WorkgroupRefusalCode } from "./group.fr.ts";
import type { mayLeadGroup, mayReadGroup } from "./group.policy.ts";
import { findGroup, membersOf } from "./group.store.ts";
import type { Member, Workgroup } from "./group.ts";

export type LoadedGroup = { readonly group: Workgroup; readonly members: readonly Member[] };
type Asked = { readonly tx: Tx; readonly actor: Actor; readonly today: Day };

/** A group with its members, if this actor may do that there. What is closed is read, and changed no more. */
export async function loadGroup(
  { tx, actor, today }: Asked,
  typed: string | undefined,
  may: typeof mayReadGroup | typeof mayLeadGroup,
  changes = false,
): Promise<LoadedGroup | Refusal> {
  const group = await findGroup(tx, actor.organizationId, parseId<"workgroup">(typed), changes);
  if (group === null) return may(actor, { readers: "network" }, []) ?? missing();
  const members = await membersOf(tx, actor.organizationId, today, group.id);
  const refusal = may(actor, group, members);
  if (refusal) return refusal;
  if (changes && group.closedOn !== null) return refuse("conflict", "workgroup.closed" satisfies WorkgroupRefusalCode);
  return { group, members };
}

const missing = () => refuse("missing", "workgroup.missing" satisfies WorkgroupRefusalCode);
