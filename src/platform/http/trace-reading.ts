import type { AuditFact } from "../trace.ts";
import { writeTrace } from "../trace.ts";
import type { Reader } from "./tenant.ts";

/**
 * Writes down that somebody opens or takes away what is known of people, in the transaction that reads it: « Journal des
 * accès ». `action` is "module.noun.open" or "module.noun.export"; the module of privacy has its words.
 */
export async function traceReading(
  { tx, actor, organizationId, now }: Pick<Reader, "tx" | "actor" | "organizationId" | "now">,
  action: string,
  fact: AuditFact,
): Promise<void> {
  await writeTrace(tx, organizationId, actor, action, [fact], [], now);
}
