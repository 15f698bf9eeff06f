import { data, redirect } from "react-router";
import { seesActivity, visibleActivities } from "#kernel/actor.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { appContext, languageContext } from "#platform/http/context.ts";
import { problemOf, readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { currentActivity } from "#ui/current-activity.ts";
import { flash } from "#ui/flash.ts";
import { useKeptTyping } from "#ui/kept-typing.island.ts";
import { type Problem, typedValues } from "#ui/problem.ts";
import { catalogueItems } from "../catalogue/catalogue.store.ts";
import { customerChoices } from "../customer/customer-list.store.ts";
import { addInlineCustomer } from "../customer/inline-customer.page.ts";
import { withoutBlanks } from "../document/document-form.ts";
import { editPosted, emptyForm } from "../document/document-form-edit.ts";
import { habitsFor } from "../document/line-habits.ts";
import { commentOfReturn } from "../invoice/invoice-event.store.ts";
import type { Route } from "./+types/quote-edit.page";
import { mayQuote } from "./quote.policy.ts";
import { findQuote } from "./quote.store.ts";
import { checkQuote } from "./quote.ts";
import { QuoteEditView } from "./quote-edit.island.tsx";
import { editSchedule } from "./quote-edit-schedule.ts";
import {
  emptyQuoteForm,
  type QuoteForm,
  quoteFormOf,
  readQuoteContent,
  readQuoteForm,
  withoutBlankInstalments,
} from "./quote-form.ts";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";
import { submitQuote } from "./review-quote.command.ts";
import { saveQuote } from "./save-quote.command.ts";

/** A new quote (/devis/nouveau?activite=…&client=…) or a draft to change (/devis/:quoteId/modifier). */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const cookies = args.request.headers.get("cookie");
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now, language }) => {
    const quoteId = parseId<"quote">(args.params.quoteId);
    const quote = quoteId === null ? null : await findQuote(tx, organizationId, quoteId, today);
    if (args.params.quoteId !== undefined) {
      if (quote === null) return refuse("missing", "quote.missing");
      const refusal = mayQuote(actor, "edit", quote);
      if (refusal) return refusal;
    }
    const activities = (await activitiesOf(tx, organizationId, visibleActivities(actor))).filter(
      (activity) => mayQuote(actor, "create", { activityId: activity.id, status: "draft" }) === null,
    );
    const asked = parseId<"activity">(parameters.get("activite")) ?? currentActivity(cookies, actor);
    const activityId =
      quote?.activityId ?? activities.find((activity) => activity.id === asked)?.id ?? activities[0]?.id ?? null;
    if (activityId === null) return refuse("forbidden", "quote.noActivity");
    const customers = await customerChoices(tx, organizationId, activityId);
    const catalogue = await catalogueItems(tx, organizationId, activityId);
    const customerId = quote?.customerId ?? parameters.get("client") ?? "";
    const known = customers.some((customer) => customer.id === customerId) ? customerId : "";
    const form =
      quote === null
        ? emptyQuoteForm(activityId, known, emptyForm("ht", habitsFor(known, customers, catalogue)))
        : quoteFormOf(quote, language);
    const draft = { activityId: activityId as ActivityId, status: "draft" as const };
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      quote: quote === null ? null : { id: quote.id as string, version: quote.version, status: quote.status },
      comment: quote?.status === "returned" ? await commentOfReturn(tx, organizationId, quote.id) : "",
      activities: activities.map(({ id, name }) => ({ id: id as string, name })),
      customers: customers.map(({ id, name, city, siren, last }) => ({ id: id as string, name, city, siren, last })),
      catalogue,
      form,
      mayValidate: mayQuote(actor, "validate", quote ?? draft) === null,
      maySubmit: mayQuote(actor, "submit", quote ?? draft) === null,
      showAccounts: !actor.own.has(activityId),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const posted = await args.request.formData();
  const intent = String(posted.get("intent") ?? "save");
  const key = String(posted.get("cle") ?? "");
  const form = readQuoteForm(posted);
  const language = args.context.get(languageContext);
  const words = language === "fr" ? fr : en;
  const keyed = (act: string) => ({ idempotencyKey: key === "" ? undefined : `${act}:${key}` });
  const back = (answered: QuoteForm, problem: Problem | null, status = 200) =>
    data({ form: answered, problem: problem && onForm(problem), typed: typedValues(posted) }, { status });

  // Without script the buttons of lists post: the form comes back changed, nothing is saved.
  const { today, customers, catalogue } = await readTenant(args, async ({ tx, actor, organizationId, today }) => {
    const activityId = parseId<"activity">(form.activityId) as ActivityId | null;
    // The activity was posted: it gives nothing away to those who may not see it.
    if (activityId === null || !seesActivity(actor, activityId)) return { today, customers: [], catalogue: [] };
    return {
      today,
      customers: await customerChoices(tx, organizationId, activityId),
      catalogue: await catalogueItems(tx, organizationId, activityId),
    };
  });
  const habits = habitsFor(form.customerId, customers, catalogue);
  const document = editPosted(intent, posted, catalogue, habits, language);
  if (document !== null) return back({ ...form, document }, null);
  const scheduled = editSchedule(form, intent);
  if (scheduled !== null) return back(scheduled, null);

  if (intent === "customer.create") {
    const added = await addInlineCustomer(args, posted, form.activityId);
    if ("problem" in added) return back(form, added.problem, added.status);
    return back({ ...form, customerId: added.customerId }, null);
  }

  const clean = withoutBlankInstalments({ ...form, document: withoutBlanks(form.document) });
  const { content, errors } = readQuoteContent(clean, language, today);
  if (Object.keys(errors).length > 0) {
    const app = args.context.get(appContext);
    const fields = Object.fromEntries(
      Object.entries(errors).map(([field, code]) => [field, app.fieldSentence(code, language)]),
    );
    return back(clean, { code: "input.invalid", sentence: words.someFieldsWrong, fields }, 422);
  }
  // What could not go further is told beside its line, before anything is written.
  const refusal = intent === "save" ? null : checkQuote(content);
  if (refusal) return back(clean, problemOf(args.context.get(appContext), refusal, language), 422);

  const { quoteId: existing } = args.params;
  const { activityId, customerId, title } = clean;
  const version = Number(posted.get("version") ?? "0");
  const input = {
    quoteId: existing ?? null,
    version: version > 0 ? version : null,
    activityId,
    customerId,
    title,
    content,
  };
  const saved = await runCommand(args, saveQuote, input, keyed("save"));
  if (!saved.ok) return back(clean, saved.problem, saved.status);
  const { quoteId } = saved.output;
  const here = `/${args.params.cooperative}/devis/${quoteId}`;
  if (intent === "save") return redirect(here, { headers: flash({ fr: fr.flashSaved, en: en.flashSaved }) });
  // A validated quote never changes again: the page of the draft shows it whole, and asks.
  if (intent === "validate") {
    return redirect(here, { headers: flash({ fr: fr.flashReadFirst, en: en.flashReadFirst }) });
  }
  const result = await runCommand(args, submitQuote, { quoteId }, keyed("submit"));
  // The draft is saved whatever happens next: its page says what still has to be done.
  return redirect(here, {
    headers: flash(result.ok ? { fr: fr.flashSubmitted, en: en.flashSubmitted } : both(result.problem.sentence)),
  });
}

/** The fields of the command's input, by their names in the form. */
function onForm(problem: Problem): Problem {
  const fields = Object.fromEntries(
    Object.entries(problem.fields).map(([name, sentence]) => [
      name.replace(/^(content\.)?(schedule\.)?/, ""),
      sentence,
    ]),
  );
  return { ...problem, fields };
}

function both(sentence: string) {
  return { fr: sentence, en: sentence, refused: true };
}

export default function QuoteEditPage({ loaderData, actionData }: Route.ComponentProps) {
  const kept = useKeptTyping();
  const returned = kept && { ...kept, form: readQuoteForm(kept.form) };
  return <QuoteEditView key={kept === null ? "new" : "returned"} shown={loaderData} answer={actionData ?? returned} />;
}
