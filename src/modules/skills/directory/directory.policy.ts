import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { DirectoryRefusalCode } from "./directory.fr.ts";

/** Every member reads the directory; whoever runs an activity may be in it, and chooses for themself alone. */
export function mayShowOneself(actor: Actor): Refusal<DirectoryRefusalCode> | null {
  return actor.own.size > 0 ? null : refuse("forbidden", "directory.notEntrepreneur");
}
