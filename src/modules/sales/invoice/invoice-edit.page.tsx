import { data, redirect } from "react-router";
import { seesActivity, visibleActivities } from "#kernel/actor.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { appContext } from "#platform/http/context.ts";
import { problemOf, readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { flash } from "#ui/flash.ts";
import { useKeptTyping } from "#ui/kept-typing.island.ts";
import { typedValues } from "#ui/problem.ts";
import { catalogueItems } from "../catalogue/catalogue.store.ts";
import { customerChoices } from "../customer/customer-list.store.ts";
import { addInlineCustomer } from "../customer/inline-customer.page.ts";
import { en as documentEn } from "../document/document-form.en.ts";
import { fr as documentFr } from "../document/document-form.fr.ts";
import { formOf, withoutBlanks } from "../document/document-form.ts";
import { editPosted, emptyForm } from "../document/document-form-edit.ts";
import { habitsFor } from "../document/line-habits.ts";
import type { Route } from "./+types/invoice-edit.page";
import { may } from "./invoice.policy.ts";
import { findInvoice } from "./invoice.store.ts";
import { checkDraft } from "./invoice.ts";
import { InvoiceEditView } from "./invoice-edit.island.tsx";
import { commentOfReturn } from "./invoice-event.store.ts";
import { delayOf, type InvoiceForm, readInvoiceForm, readInvoiceInput } from "./invoice-form.ts";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";
import { submitInvoice } from "./review-invoice.command.ts";
import { saveInvoice } from "./save-invoice.command.ts";

/** A new invoice (/factures/nouvelle?activite=…&client=…) or a draft to change (/factures/:invoiceId/modifier). */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now, language }) => {
    const invoiceId = parseId<"invoice">(args.params.invoiceId);
    const invoice = invoiceId === null ? null : await findInvoice(tx, organizationId, invoiceId);
    if (args.params.invoiceId !== undefined) {
      if (invoice === null) return refuse("missing", "invoice.missing");
      const refusal = may(actor, "edit", invoice);
      if (refusal) return refusal;
    }
    const activities = (await activitiesOf(tx, organizationId, visibleActivities(actor))).filter(
      (activity) => may(actor, "create", { activityId: activity.id, status: "draft" }) === null,
    );
    const asked = parseId<"activity">(parameters.get("activite")) as ActivityId | null;
    const mine = activities.filter((activity) => actor.own.has(activity.id));
    const activityId =
      invoice?.activityId ??
      activities.find((activity) => activity.id === asked)?.id ??
      (mine[0] ?? activities[0])?.id ??
      null;
    if (activityId === null) return refuse("forbidden", "invoice.noActivity");
    const customers = await customerChoices(tx, organizationId, activityId);
    const customer = customers.find((choice) => choice.id === (invoice?.customerId ?? parameters.get("client")));
    const catalogue = await catalogueItems(tx, organizationId, activityId);
    const form: InvoiceForm = {
      activityId,
      customerId: customer?.id ?? "",
      title: invoice?.title ?? "",
      issueDate: invoice?.issueDate ?? "",
      dueDate: delayOf(invoice?.content.paymentDays ?? null, invoice?.dueDate ?? null),
      deliveryDate: invoice?.content.deliveryDate ?? "",
      periodStart: invoice?.content.period?.start ?? "",
      periodEnd: invoice?.content.period?.end ?? "",
      purchaseOrder: invoice?.content.purchaseOrder ?? "",
      note: invoice?.content.note ?? "",
      language: invoice?.content.language ?? "fr",
      document:
        invoice === null
          ? emptyForm("ht", habitsFor(customer?.id ?? "", customers, catalogue))
          : formOf(invoice.content, language),
    };
    const rights = actor.own.get(activityId);
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      invoice:
        invoice === null
          ? null
          : { id: invoice.id, version: invoice.version, kind: invoice.kind, status: invoice.status },
      comment: invoice?.status === "returned" ? await commentOfReturn(tx, organizationId, invoice.id) : "",
      activities: activities.map(({ id, name }) => ({ id: id as string, name })),
      customers: customers.map(({ id, name, city, siren, last }) => ({ id: id as string, name, city, siren, last })),
      form,
      catalogue,
      mayIssue: may(actor, "issue", { activityId, status: "draft" }) === null,
      showAccounts: rights === undefined,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const posted = await args.request.formData();
  const intent = String(posted.get("intent") ?? "save");
  const form = readInvoiceForm(posted);
  const { today, language, customers, catalogue } = await readTenant(
    args,
    async ({ tx, actor, organizationId, today, language }) => {
      const activityId = parseId<"activity">(form.activityId) as ActivityId | null;
      // The activity was posted: it gives nothing away to those who may not see it.
      if (activityId === null || !seesActivity(actor, activityId)) {
        return { today, language, customers: [], catalogue: [] };
      }
      return {
        today,
        language,
        customers: await customerChoices(tx, organizationId, activityId),
        catalogue: await catalogueItems(tx, organizationId, activityId),
      };
    },
  );

  // Without script the editor's buttons post: the form comes back changed, nothing is saved.
  const habits = habitsFor(form.customerId, customers, catalogue);
  const edited = editPosted(intent, posted, catalogue, habits, language);
  if (edited !== null) return { form: { ...form, document: edited }, problem: null, typed: typedValues(posted) };

  if (intent === "customer.create") {
    const added = await addInlineCustomer(args, posted, form.activityId);
    const typed = typedValues(posted);
    return "problem" in added
      ? data({ form, problem: added.problem, typed }, { status: added.status })
      : { form: { ...form, customerId: added.customerId }, problem: null, typed };
  }

  const clean: InvoiceForm = { ...form, document: withoutBlanks(form.document) };
  const { input, errors } = readInvoiceInput(clean, language, today);
  if (Object.keys(errors).length > 0) {
    const screen = language === "fr" ? fr : en;
    const words: Readonly<Record<string, string>> = {
      ...(language === "fr" ? documentFr : documentEn).fields,
      periodIncomplete: screen.periodIncomplete,
      periodBackwards: screen.periodBackwards,
    };
    const fields = Object.fromEntries(
      Object.entries(errors).map(([field, code]) => [field, words[code] ?? screen.dayUnreadable]),
    );
    const sentence = screen.someFieldsWrong;
    return data(
      { form: clean, problem: { code: "input.invalid", sentence, fields }, typed: typedValues(posted) },
      { status: 422 },
    );
  }
  // What could not go further is told beside its line, before anything is written.
  const { content } = input;
  const refusal =
    intent === "save"
      ? null
      : checkDraft({ kind: "invoice", activityId: form.activityId as ActivityId, content, deductions: [] });
  if (refusal) {
    const problem = problemOf(args.context.get(appContext), refusal, language);
    return data({ form: clean, problem, typed: typedValues(posted) }, { status: 422 });
  }
  const key = String(posted.get("cle") ?? "");
  const version = Number(posted.get("version") ?? "0");
  const saved = await runCommand(
    args,
    saveInvoice,
    { ...input, invoiceId: args.params.invoiceId ?? null, version: version > 0 ? version : null },
    { idempotencyKey: key === "" ? undefined : `save:${key}` },
  );
  if (!saved.ok)
    return data({ form: clean, problem: saved.problem, typed: typedValues(posted) }, { status: saved.status });

  const { invoiceId } = saved.output;
  const here = `/${args.params.cooperative}/factures/${invoiceId}`;
  if (intent === "save") return redirect(here, { headers: flash({ fr: fr.flashSaved, en: en.flashSaved }) });
  // A number is for ever: the page of the draft shows it whole, and asks.
  if (intent === "issue") return redirect(here, { headers: flash({ fr: fr.flashReadFirst, en: en.flashReadFirst }) });
  const next = await runCommand(args, submitInvoice, { invoiceId });
  // The draft is saved whatever happens next: its page says what still has to be done.
  if (!next.ok) {
    return redirect(`${here}/modifier`, {
      headers: flash({ fr: next.problem.sentence, en: next.problem.sentence, refused: true }),
    });
  }
  return redirect(here, { headers: flash({ fr: fr.flashSubmitted, en: en.flashSubmitted }) });
}

export default function InvoiceEditPage({ loaderData, actionData }: Route.ComponentProps) {
  const kept = useKeptTyping();
  const returned = kept && { ...kept, form: readInvoiceForm(kept.form) };
  return (
    <InvoiceEditView key={kept === null ? "new" : "returned"} shown={loaderData} answer={actionData ?? returned} />
  );
}
