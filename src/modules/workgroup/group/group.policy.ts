import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff, mayEnter } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import type { WorkgroupRefusalCode } from "./group.fr.ts";
import type { Member, Workgroup } from "./group.ts";

type Refused = Refusal<NetworkRefusalCode | WorkgroupRefusalCode>;
type Members = readonly Pick<Member, "personId" | "leads">[];

const isMember = (actor: Actor, members: Members) => members.some(({ personId }) => personId === actor.personId);

/** A group of the whole network is read by all of it; another by its members and by the team. To others it does not exist. */
export function mayReadGroup(actor: Actor, group: Pick<Workgroup, "readers">, members: Members): Refused | null {
  const entered = mayEnter(actor);
  if (entered) return entered;
  if (group.readers === "network" || isStaff(actor) || isMember(actor, members)) return null;
  return refuse("missing", "workgroup.missing");
}

/** Members write minutes and share files; the team too. */
export function mayWorkIn(actor: Actor, group: Pick<Workgroup, "readers">, members: Members): Refused | null {
  const read = mayReadGroup(actor, group, members);
  if (read) return read;
  return isStaff(actor) || isMember(actor, members) ? null : refuse("forbidden", "workgroup.notMember");
}

/** Whoever leads it, and the team, keep the group: its members, its sessions, its decisions, its template. */
export function mayLeadGroup(actor: Actor, group: Pick<Workgroup, "readers">, members: Members): Refused | null {
  const read = mayReadGroup(actor, group, members);
  if (read) return read;
  const leads = members.some((member) => member.personId === actor.personId && member.leads);
  return leads || isStaff(actor) ? null : refuse("forbidden", "workgroup.notLead");
}
