import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf, requiredText, ticked } from "#platform/field.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { findAccount, listAccounts, saveAccounts, usedAccounts } from "./account.store.ts";
import { chartOf, checkAccount, checkChange, neededAccounts } from "./account.ts";
import { isUnchanged, MAX_ACCOUNT_BYTES, planAccounts, readAccountFile } from "./account-file.ts";

/** Adds an account to the chart, or changes the label or the state of one. No account is ever removed. */
export const saveAccount = defineCommand({
  name: "ledger.account.save",
  input: z.object({
    number: requiredText(12).toUpperCase(),
    label: requiredText(120),
    status: oneOf(["usable", "heading", "blocked"]).default("usable"),
    /** True for a new account: an existing number is then refused. */
    create: ticked(),
    /** Blocks an account that acts write on by themselves: somebody chose another one for them. */
    acceptNeeded: ticked(),
  }),
  async run(context, { create, acceptNeeded, ...account }): Promise<{ number: string } | Refusal> {
    const { tx, organizationId } = context;
    if (!mayKeepBooks(context.actor, "editChart")) return refuse("forbidden", "account.forbidden");
    const refusal = checkAccount(account);
    if (refusal) return refusal;
    const before = await findAccount(tx, organizationId, account.number);
    if (create && before) return refuse("conflict", "account.exists", { account: account.number }, "number");
    if (!create && !before) return refuse("missing", "account.unknown", { account: account.number }, "number");
    const use = { used: await usedAccounts(tx, organizationId, [account.number]), needed: neededAccounts };
    const change = checkChange(before, account, use, acceptNeeded);
    if (change) return change;
    await saveAccounts(tx, organizationId, [account]);
    context.audit({ subjectKind: "ledger.account", subjectId: account.number, details: { before, after: account } });
    return { number: account.number };
  },
});

/** Imports a chart from a file: all of it, or nothing. The page shows the same plan, line by line, before. */
export const importAccounts = defineCommand({
  name: "ledger.account.import",
  input: z.object({ text: z.string("field.required").max(MAX_ACCOUNT_BYTES, "field.tooLong") }),
  async run(context, { text }): Promise<{ added: number; changed: number } | Refusal> {
    const { tx, organizationId } = context;
    if (!mayKeepBooks(context.actor, "editChart")) return refuse("forbidden", "account.forbidden");
    const chart = chartOf(await listAccounts(tx, organizationId));
    const use = { used: await usedAccounts(tx, organizationId), needed: neededAccounts };
    const plan = planAccounts(readAccountFile(text), chart, use);
    const wrong = plan.filter((line) => line.refusal !== null);
    if (wrong[0]?.refusal) {
      return plan.length === 1
        ? wrong[0].refusal
        : refuse("invalid", "account.fileLines", { count: String(wrong.length) });
    }
    const news = plan.filter((line) => !isUnchanged(line));
    if (news.length === 0) return refuse("conflict", "account.nothingNew");
    await saveAccounts(
      tx,
      organizationId,
      news.map((line) => line.account),
    );
    const added = news.filter((line) => line.before === null).length;
    context.audit({
      subjectKind: "ledger.account",
      subjectId: "import",
      details: { added, changes: news.map(({ account, before }) => ({ before, after: account })) },
    });
    return { added, changed: news.length - added };
  },
});
