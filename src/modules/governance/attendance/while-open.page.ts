/** What is held shows while it is open; afterwards the page of the assembly says what became of it. */
import { redirect } from "react-router";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Assembly } from "../assembly/assembly.ts";

export function refuseUnlessOpen(slug: string, { id, status }: Pick<Assembly, "id" | "status">): Refusal | null {
  if (status === "open") return null;
  if (status === "draft") return refuse("conflict", "assembly.notOpen");
  throw redirect(`/${slug}/assemblees/${id}`);
}
