/**
 * Contracts of a person: CAPE (C. com. L127-1 to L127-7) and CESA (C. trav. L7331-2). A CAPE is not employment;
 * a person under neither is an applicant, a member of staff, or somebody who has left.
 */

import { addDays, addMonths, type Day } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { ContractRefusalCode } from "./contract.fr.ts";

export type ContractKind = "cape" | "cesa";
export const CONTRACT_KINDS = ["cape", "cesa"] as const satisfies readonly ContractKind[];

/** What a person is under on a day. */
export type ContractStatus = ContractKind | "none";

export type Contract = {
  readonly id: Id<"contract">;
  readonly kind: ContractKind;
  readonly startsOn: Day;
  /** Last day included; null: no end foreseen (CESA only). */
  readonly endsOn: Day | null;
};

/** L127-3: each CAPE and each renewal lasts twelve months at most. */
export const CAPE_MONTHS = 12;
/** L127-3: renewable twice, even when the total stays under thirty-six months. */
export const CAPE_RENEWALS = 2;
/** Our reading: a CAPE that begins more than a year after the last one prepares another project, and is not a renewal. */
const NEW_PROJECT_MONTHS = 12;

const FOR_EVER = "9999-12-31" as Day;
const end = (contract: Pick<Contract, "endsOn">): Day => contract.endsOn ?? FOR_EVER;

/** The last day that a CAPE beginning on a day can reach. */
export function latestCapeEnd(startsOn: Day): Day {
  return addDays(addMonths(startsOn, CAPE_MONTHS), -1);
}

/** CAPEs in the order of time, cut where a new project begins. */
function chainsOf(contracts: readonly Pick<Contract, "kind" | "startsOn" | "endsOn">[]) {
  const capes = contracts
    .filter((contract) => contract.kind === "cape")
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const chains: (typeof capes)[] = [];
  for (const cape of capes) {
    const last = chains.at(-1)?.at(-1);
    if (last && cape.startsOn <= addMonths(end(last), NEW_PROJECT_MONTHS)) chains.at(-1)?.push(cape);
    else chains.push([cape]);
  }
  return chains;
}

/** Why a contract cannot stand beside the others of the person (itself left out), or null. */
export function checkContract(
  others: readonly Contract[],
  candidate: Pick<Contract, "kind" | "startsOn" | "endsOn">,
): Refusal<ContractRefusalCode> | null {
  if (candidate.endsOn !== null && candidate.endsOn < candidate.startsOn) {
    return refuse("invalid", "contract.endBeforeStart", {}, "endsOn");
  }
  if (candidate.kind === "cape") {
    if (candidate.endsOn === null) return refuse("invalid", "contract.capeNeedsEnd", {}, "endsOn");
    const latest = latestCapeEnd(candidate.startsOn);
    if (candidate.endsOn > latest) {
      return refuse("invalid", "contract.capeTooLong", { latest: onDay(latest) }, "endsOn");
    }
  }
  const overlapped = others.find((other) => other.startsOn <= end(candidate) && end(other) >= candidate.startsOn);
  if (overlapped) {
    const code = overlapped.endsOn === null ? "contract.overlapsOpen" : "contract.overlaps";
    const facts = {
      from: onDay(overlapped.startsOn),
      to: overlapped.endsOn === null ? "" : onDay(overlapped.endsOn),
    };
    return refuse("conflict", code, facts, "startsOn");
  }
  if (chainsOf([...others, candidate]).some((chain) => chain.length > CAPE_RENEWALS + 1)) {
    return refuse("conflict", "contract.capeRenewals", {}, "startsOn");
  }
  return null;
}

/** CAPE, CESA or neither, on a day. */
export function statusOf(contracts: readonly Contract[], on: Day): ContractStatus {
  return contracts.find((contract) => contract.startsOn <= on && end(contract) >= on)?.kind ?? "none";
}

/** How many times the running CAPE may still be renewed; null when none runs on the day. */
export function capeRenewalsLeft(contracts: readonly Contract[], on: Day): number | null {
  const chain = chainsOf(contracts).find((capes) => capes.some((cape) => cape.startsOn <= on && end(cape) >= on));
  return chain === undefined ? null : CAPE_RENEWALS + 1 - chain.length;
}
