import { data, redirect } from "react-router";
import { parseDay } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant, runCommand, todayOf } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { flash } from "#ui/flash.ts";
import { useKeptTyping } from "#ui/kept-typing.island.ts";
import type { Problem } from "#ui/problem.ts";
import { listAccounts, listJournals } from "../account/account.store.ts";
import type { fr as entryFr } from "../entry/entry.fr.ts";
import { findEntry } from "../entry/entry.store.ts";
import { holdDocuments } from "../entry/hold-documents.page.ts";
import { postManualEntry } from "../entry/post-manual-entry.command.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { Route } from "./+types/manual-entry.page";
import { en } from "./manual-entry.en.ts";
import { fr } from "./manual-entry.fr.ts";
import { ManualEntryForm } from "./manual-entry-form.island.tsx";
import {
  editEntryForm,
  emptyEntryForm,
  entryInputOf,
  fieldInForm,
  formFromEntry,
  readEntryForm,
} from "./manual-form.ts";

/** An entry written by hand. `?journal=AC&date=2026-03-15`: where the one before was written; `?modele=`: like that entry. */
export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, today, now, language }) => {
    if (!mayKeepBooks(actor, "postEntry")) return refuse<keyof typeof entryFr.refusals>("forbidden", "entry.forbidden");
    const journals = await listJournals(tx, organizationId);
    const journal = journals.find(({ code }) => code === asked.get("journal"))?.code;
    const modelId = parseId<"entry">(asked.get("modele") ?? "");
    const model = modelId === null ? null : await findEntry(tx, organizationId, modelId);
    const date = parseDay(asked.get("date") ?? "") ?? today;
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      form: model === null ? emptyEntryForm(date, journal) : formFromEntry(model, date, language),
      journals,
      accounts: (await listAccounts(tx, organizationId))
        .filter((account) => account.status === "usable")
        .map(({ number, label }) => ({ number, label })),
      activities: (await app.activityNames(tx, organizationId, "all")).map(({ id, name }) => ({
        id: id as string,
        name,
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const posted = await args.request.formData();
  const form = readEntryForm(posted);
  const intent = String(posted.get("intent") ?? "save");
  // Without script the buttons of rows and templates post: the form comes back changed, nothing is saved.
  const language = args.context.get(languageContext);
  const edited = editEntryForm(form, intent, language);
  const none: Problem | null = null;
  const { held, problem, status } = await holdDocuments(args, posted);
  if (problem !== null) return data({ form, held, problem: problem as Problem | null }, { status });
  if (edited !== null) return data({ form: edited, held, problem: none });
  const { input: lines, rows } = entryInputOf(form, await todayOf(args), language);
  const input = { ...lines, documents: held.map(({ id }) => id) };
  const key = String(posted.get("cle") ?? "");
  const result = await runCommand(args, postManualEntry, input, {
    idempotencyKey: key === "" ? undefined : `entry:${key}`,
  });
  if (!result.ok) {
    const gone = result.problem.fields.files !== undefined;
    const fields = Object.fromEntries(
      Object.entries(result.problem.fields).map(([name, sentence]) => [fieldInForm(name, rows), sentence]),
    );
    if (fields.documents) fields.files = fields.documents;
    return data({ form, held: gone ? [] : held, problem: { ...result.problem, fields } }, { status: result.status });
  }
  const books = `/${args.params.cooperative}/compta`;
  const { entryId, number } = result.output;
  const next = new URLSearchParams({ journal: form.journalCode, date: input.date });
  return redirect(intent === "next" ? `${books}/saisie?${next}` : `${books}/ecritures/${entryId}`, {
    headers: flash({ fr: fill(fr.saved, { number }), en: fill(en.saved, { number }) }),
  });
}

export default function ManualEntry({ loaderData, actionData }: Route.ComponentProps) {
  const kept = useKeptTyping();
  const returned = kept && { form: readEntryForm(kept.form), held: [], problem: kept.problem };
  // A new key is a new form: the one after a saved entry starts empty.
  const key = `${loaderData.key} ${kept === null ? "" : "returned"}`;
  return <ManualEntryForm key={key} shown={loaderData} answer={actionData ?? returned} />;
}
