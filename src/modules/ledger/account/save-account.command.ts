import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf, requiredText, ticked } from "#platform/field.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { findAccount, saveAccounts } from "./account.store.ts";
import { checkAccount } from "./account.ts";
import { readAccountFile } from "./account-file.ts";

/** Adds an account to the chart, or changes the label or the state of one. */
export const saveAccount = defineCommand({
  name: "ledger.account.save",
  input: z.object({
    number: requiredText(12).toUpperCase(),
    label: requiredText(120),
    status: oneOf(["usable", "heading", "blocked"]).default("usable"),
    /** True for a new account: an existing number is then refused. */
    create: ticked(),
  }),
  async run(context, { create, ...account }): Promise<{ number: string } | Refusal> {
    const { tx, organizationId } = context;
    if (!mayKeepBooks(context.actor, "editChart")) return refuse("forbidden", "account.forbidden");
    const refusal = checkAccount(account);
    if (refusal) return refusal;
    const before = await findAccount(tx, organizationId, account.number);
    if (create && before) return refuse("conflict", "account.exists", { account: account.number }, "number");
    if (!create && !before) return refuse("missing", "account.unknown", { account: account.number }, "number");
    await saveAccounts(tx, organizationId, [account]);
    context.audit({ subjectKind: "ledger.account", subjectId: account.number, details: { before, after: account } });
    return { number: account.number };
  },
});

/** Imports a chart from a CSV file: all of it, or nothing and the first line that does not fit. */
export const importAccounts = defineCommand({
  name: "ledger.account.import",
  input: z.object({ text: z.string("field.required").max(2_000_000, "field.tooLong") }),
  async run(context, { text }): Promise<{ count: number } | Refusal> {
    if (!mayKeepBooks(context.actor, "editChart")) return refuse("forbidden", "account.forbidden");
    const { accounts, errors } = readAccountFile(text);
    if (errors[0]) return errors[0].refusal;
    await saveAccounts(context.tx, context.organizationId, accounts);
    context.audit({ subjectKind: "ledger.account", subjectId: "import", details: { count: accounts.length } });
    return { count: accounts.length };
  },
});
