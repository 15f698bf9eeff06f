import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type Seat, seatsOf } from "#modules/network/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { GridRefusalCode } from "../grid.fr.ts";
import { mayLead, mayReadProject } from "../grid.policy.ts";
import { findRound } from "../round/round.store.ts";
import type { Round, RoundId } from "../round/round.ts";
import { findProject, type ReadableProject } from "./project.store.ts";
import type { ProjectId } from "./project.ts";

type At = Pick<CommandContext | Reader, "tx" | "organizationId" | "actor" | "today">;
export type LoadedProject = {
  readonly project: ReadableProject;
  readonly seats: readonly Seat[];
  readonly leads: boolean;
};

/** A project that the actor may read, with their seats, and whether they lead it. */
export async function loadProject(at: At, id: ProjectId | null): Promise<LoadedProject | Refusal> {
  const { tx, organizationId, actor, today } = at;
  const project = id === null ? null : await findProject(tx, organizationId, id, actor.personId);
  if (project === null) return refuse("missing", "project.missing" satisfies GridRefusalCode);
  const seats = await seatsOf(tx, organizationId, actor.personId, today);
  const refusal = mayReadProject(actor, seats, project.partnerIds, project.rates);
  if (refusal) return refusal;
  return { project, seats, leads: mayLead(actor, seats, project.partnerIds) === null };
}

export type LoadedRound = LoadedProject & { readonly round: Round };

export async function loadRound(at: At, id: RoundId | null, lock = false): Promise<LoadedRound | Refusal> {
  const round = id === null ? null : await findRound(at.tx, at.organizationId, id, lock);
  if (round === null) return refuse("missing", "round.missing" satisfies GridRefusalCode);
  const loaded = await loadProject(at, round.projectId);
  return "refused" in loaded ? refuse("missing", "round.missing" satisfies GridRefusalCode) : { ...loaded, round };
}
