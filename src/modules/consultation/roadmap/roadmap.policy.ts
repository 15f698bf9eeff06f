import type { Actor } from "#kernel/actor.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { mayEnter, mayPrepare } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";

/** Everybody of the network reads a roadmap, its decisions and what each structure makes of it. */
export function mayReadRoadmap(actor: Actor): Refusal<NetworkRefusalCode> | null {
  return mayEnter(actor);
}

/** The team keeps the roadmap, its committee and its decisions. */
export function mayKeepRoadmap(actor: Actor): Refusal<NetworkRefusalCode> | null {
  return mayPrepare(actor);
}
