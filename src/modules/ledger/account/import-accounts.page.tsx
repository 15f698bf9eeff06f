import { data, redirect } from "react-router";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { uploadedText } from "#platform/http/uploaded-text.ts";
import { newId } from "#platform/id.ts";
import { flash } from "#ui/flash.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { Route } from "./+types/import-accounts.page";
import type { fr as nounFr } from "./account.fr.ts";
import { listAccounts, usedAccounts } from "./account.store.ts";
import { chartOf, neededAccounts } from "./account.ts";
import { isUnchanged, MAX_ACCOUNT_BYTES, planAccounts, readAccountFile } from "./account-file.ts";
import { en } from "./chart-screen.en.ts";
import { fr } from "./chart-screen.fr.ts";
import { ImportAccountsView } from "./import-accounts.view.tsx";
import { importAccounts } from "./save-account.command.ts";

/** Lines shown in the preview: those to look at first. */
const SHOWN = 300;

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, now }) => {
    if (!mayKeepBooks(actor, "editChart")) {
      return refuse<keyof typeof nounFr.refusals>("forbidden", "account.forbidden");
    }
    return { slug, key: newId<"key">(now) as string };
  });
}

/** Reads the file and shows what it would do, or does it: the text of the file travels with the form. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const importing = form.get("intent") === "import";
  const read = importing
    ? { text: String(form.get("csv") ?? "") }
    : await uploadedText(args, form, "file", MAX_ACCOUNT_BYTES);
  if ("problem" in read) return data({ problem: read.problem, refusal: null, preview: null }, { status: 422 });
  const { text } = read;
  let refusal: string | null = null;
  if (importing) {
    const key = String(form.get("cle") ?? "");
    const idempotencyKey = key === "" ? undefined : `accounts:${key}`;
    const result = await runCommand(args, importAccounts, { text }, { idempotencyKey });
    if (result.ok) {
      const facts = { added: String(result.output.added), changed: String(result.output.changed) };
      const headers = flash({ fr: fill(fr.import.done, facts), en: fill(en.import.done, facts) });
      return redirect(`/${args.params.cooperative}/compta/plan-comptable`, { headers });
    }
    refusal = result.problem.sentence;
  }
  const preview = await previewOf(args, text);
  return data({ problem: null, refusal, preview: { ...preview, text } }, { status: refusal === null ? 200 : 409 });
}

async function previewOf(args: Route.ActionArgs, text: string) {
  return readTenant(args, async ({ app, tx, actor, organizationId, language }) => {
    if (!mayKeepBooks(actor, "editChart")) {
      return refuse<keyof typeof nounFr.refusals>("forbidden", "account.forbidden");
    }
    const use = { used: await usedAccounts(tx, organizationId), needed: neededAccounts };
    const plan = planAccounts(readAccountFile(text), chartOf(await listAccounts(tx, organizationId)), use);
    const lines = plan.map((planned) => ({
      line: planned.line,
      account: planned.account,
      before: planned.before,
      unchanged: isUnchanged(planned),
      sentence: planned.refusal === null ? null : app.sentence(planned.refusal, language),
    }));
    const wrong = lines.filter((line) => line.sentence !== null);
    const right = lines.filter((line) => line.sentence === null);
    const same = right.filter((line) => line.unchanged);
    const news = right.filter((line) => !line.unchanged);
    const added = news.filter((line) => line.before === null).length;
    return {
      counts: { added, changed: news.length - added, same: same.length, wrong: wrong.length },
      total: lines.length,
      lines: [...wrong, ...news, ...same].slice(0, SHOWN),
    };
  });
}

export default function ImportAccountsPage({ loaderData, actionData }: Route.ComponentProps) {
  return <ImportAccountsView slug={loaderData.slug} importKey={loaderData.key} answer={actionData ?? null} />;
}
