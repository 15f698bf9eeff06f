import { createVisitor, type Visitor } from "../harness/visitor.ts";
import { ROLES, type World } from "../harness/world.ts";
import { PASSWORD } from "../harness/world-inputs.ts";
import type { Asker } from "./cast.ts";

/** Each asker in front of a browser of their own, signed in but for the anonymous one. */
export async function signInEverybody(world: World): Promise<ReadonlyMap<Asker, Visitor>> {
  const everybody: readonly Asker[] = ["anonymous", ...ROLES];
  const visitors = new Map<Asker, Visitor>(everybody.map((asker) => [asker, createVisitor(world.baseUrl)]));
  for (const role of ROLES) await visitors.get(role)?.signIn(world.logIns[role], PASSWORD);
  return visitors;
}

/** Does the work for each item, some at a time. */
export async function together<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}
