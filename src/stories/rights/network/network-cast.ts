/**
 * Who is who in a network, and what is expected of its pages and of its acts. A network's pages are listed in
 * `network-expectations.ts`, its commands in `network-acts.ts`; both lists grow, and a missing line makes a test fail.
 */

import type { RoleName, World } from "../../harness/world.ts";
import type { NetworkRole, NetworkThings } from "../../harness/world-network.ts";

/**
 * `chief` directs and administers, `facilitator` animates; `seated` speaks for the structure of the thing,
 * `otherSeated` for another one; `member` belongs to the network without a seat.
 */
export type NetworkKind = "chief" | "facilitator" | "seated" | "otherSeated" | "member";
export const TEAM: readonly NetworkKind[] = ["chief", "facilitator"];
export const SEATED: readonly NetworkKind[] = [...TEAM, "seated"];
/** Those who have a seat, whatever the structure. */
export const SPEAKERS: readonly NetworkKind[] = [...SEATED, "otherSeated"];
export const EVERYBODY_THERE: readonly NetworkKind[] = [...SPEAKERS, "member"];

export type NetworkAsker = NetworkRole | Extract<RoleName, "direction" | "stranger" | "both" | "entrepreneurA">;
/** The last one belongs to a cooperative of the network, and not to the network. */
export const NETWORK_ASKERS: readonly NetworkAsker[] = [
  "networkChief",
  "animator",
  "direction",
  "stranger",
  "both",
  "entrepreneurA",
];
export type NetworkKey = keyof World["network"]["things"];
export const NETWORK_KEYS: readonly NetworkKey[] = ["A", "B"];

/** What somebody is there, for a thing of that structure; null for who does not belong to the network. */
export function networkKindOf(asker: NetworkAsker, key: NetworkKey): NetworkKind | null {
  switch (asker) {
    case "networkChief":
      return "chief";
    case "animator":
      return "facilitator";
    case "direction":
      return key === "A" ? "seated" : "otherSeated";
    case "stranger":
      return key === "B" ? "seated" : "otherSeated";
    case "both":
      return "member";
    case "entrepreneurA":
      return null;
  }
}

export type NetworkExpectation = {
  /** `everybody`: without an account too, once the network opened its page. */
  readonly readers: "everybody" | readonly NetworkKind[];
  /** What the address names: its identifier is tried for every structure. */
  readonly thing?: keyof NetworkThings;
  /** Answer of a reader when it is not a page (200). */
  readonly status?: number;
  readonly also?: readonly number[];
  readonly query?: string;
  /** A cooperative has it too: the list of cooperatives says who may there. */
  readonly ofBoth?: true;
};

/** What an example is made of. */
export type NetworkExample = NetworkThings & {
  readonly personId: string;
  readonly structureVersion: number;
};

export type NetworkActLine = {
  readonly who: readonly NetworkKind[];
  readonly example: (things: NetworkExample, today: string) => unknown;
  /** `refused`: by the state of these things (conflict, invalid, missing), which the act's own tests bring to the right one. */
  readonly answer: "done" | "refused";
  /** A cooperative has it too: the list of cooperatives says who may there. */
  readonly ofBoth?: true;
};

export const actOf =
  (who: readonly NetworkKind[], answer: NetworkActLine["answer"] = "done") =>
  (example: NetworkActLine["example"]): NetworkActLine => ({ who, example, answer });

/** Of both kinds of house: each has its own. */
export const ofBoth = <Line extends object>(
  lines: Readonly<Record<string, Line>>,
): Record<string, Line & { ofBoth: true }> =>
  Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, { ...line, ofBoth: true as const }]));
