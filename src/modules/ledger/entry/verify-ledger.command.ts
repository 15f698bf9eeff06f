import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { verifyLedger as verify } from "./verify.store.ts";

/** Verifies every seal of the books and keeps a trace of the verdict. */
export const verifyLedger = defineCommand({
  name: "ledger.chain.verify",
  input: z.object({}),
  async run(
    context,
  ): Promise<{ entries: string; faults: { fiscalYear: string; number: string | null; reason: string }[] } | Refusal> {
    if (!mayKeepBooks(context.actor, "verify")) return refuse("forbidden", "entry.forbidden");
    const { entries, faults } = await verify(context.tx, context.organizationId);
    const told = faults.map((fault) => ({ ...fault, number: fault.number === null ? null : String(fault.number) }));
    context.audit({
      subjectKind: "ledger",
      subjectId: context.organizationId,
      details: { entries, faults: told },
    });
    return { entries: String(entries), faults: told };
  },
});
