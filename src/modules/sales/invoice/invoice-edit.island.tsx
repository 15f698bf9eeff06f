import { Check, Save, Send } from "lucide-react";
import { useEffect, useState } from "react";
import type { Day } from "#kernel/day.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { Problem } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { type ChosenCustomer, CustomerChoice } from "../customer/customer-choice.island.tsx";
import type { CatalogueItem } from "../document/document-form-edit.ts";
import { habitsFor, type LastLine } from "../document/line-habits.ts";
import { LinesEditor } from "../document/lines-editor.island.tsx";
import type { InvoiceKind, InvoiceStatus } from "./invoice.ts";
import type { InvoiceForm } from "./invoice-form.ts";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";

export type ShownEditor = {
  readonly slug: string;
  readonly today: Day;
  readonly key: string;
  readonly invoice: {
    readonly id: string;
    readonly version: number;
    readonly kind: InvoiceKind;
    readonly status: InvoiceStatus;
  } | null;
  /** What was asked for when it was returned; empty otherwise. */
  readonly comment: string;
  readonly activities: readonly { readonly id: string; readonly name: string }[];
  readonly customers: readonly (ChosenCustomer & { readonly last: LastLine | null })[];
  readonly form: InvoiceForm;
  readonly catalogue: readonly CatalogueItem[];
  readonly mayIssue: boolean;
  readonly showAccounts: boolean;
};

export type EditorAnswer = {
  readonly form: InvoiceForm;
  readonly problem: Problem | null;
  readonly typed: Readonly<Record<string, string>>;
};

/** The form of an invoice: customer, lines, and one button. Everything else has a good default. */
export function InvoiceEditView({
  shown,
  answer,
}: {
  readonly shown: ShownEditor;
  readonly answer: EditorAnswer | null;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { slug, invoice, activities, customers, today } = shown;
  const form = answer?.form ?? shown.form;
  const [customerId, setCustomerId] = useState(form.customerId);
  useEffect(() => setCustomerId(form.customerId), [form.customerId]);
  const title = invoice === null ? words.create : invoice.kind === "credit_note" ? words.draftCredit : words.draftTitle;
  return (
    <Page title={title} crumbs={[{ label: words.title, to: `/${slug}/factures` }]}>
      {shown.comment === "" ? null : (
        <Notice tone="attention" title={words.commentTitle}>
          <p className="whitespace-pre-line">{shown.comment}</p>
        </Notice>
      )}
      <SubmitForm
        idempotencyKey={shown.key}
        answer={answer?.problem ? { problem: answer.problem, typed: answer.typed } : null}
        hidden={{ version: String(invoice?.version ?? 0) }}
        className="flex flex-col gap-4"
      >
        <CustomerChoice
          activities={invoice === null ? activities : []}
          activityId={form.activityId}
          customers={customers}
          customerId={form.customerId}
          problem={answer?.problem ?? null}
          onCustomer={setCustomerId}
        >
          <TextInput name="title" label={words.subject} optional defaultValue={form.title} maxLength={200} />
        </CustomerChoice>
        <LinesEditor
          form={form.document}
          problem={answer?.problem ?? null}
          defaults={habitsFor(customerId, customers, shown.catalogue)}
          catalogue={shown.catalogue}
          showAccounts={shown.showAccounts}
        />
        <MoreFields form={form} today={today} />
        <div className="flex flex-wrap justify-end gap-3 border-t border-bordure bg-fond py-3 md:sticky md:bottom-0 md:z-10">
          <SubmitButton name="intent" value="save" variant="secondary" icon={Save} data-save="">
            {words.saveDraft}
          </SubmitButton>
          {shown.mayIssue ? (
            <SubmitButton name="intent" value="issue" icon={Check}>
              {words.saveAndIssue}
            </SubmitButton>
          ) : (
            <SubmitButton name="intent" value="submit" icon={Send}>
              {words.saveAndSubmit}
            </SubmitButton>
          )}
        </div>
      </SubmitForm>
    </Page>
  );
}

/** Dates, references and notes: good defaults, out of the way. */
function MoreFields({ form, today }: { readonly form: InvoiceForm; readonly today: Day }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { issueDate, dueDate, deliveryDate, periodStart, periodEnd, purchaseOrder, note } = form;
  const filled = [issueDate, dueDate, deliveryDate, periodStart, periodEnd, purchaseOrder, note].some(
    (text) => text !== "",
  );
  const [open] = useState(filled);
  return (
    <details open={open} className="rounded-xl border border-bordure bg-surface">
      <summary className="cursor-pointer p-4 font-semibold text-marque sm:px-5">{words.more}</summary>
      <div className="grid gap-4 p-4 pt-0 sm:grid-cols-2 sm:px-5">
        <DayInput
          name="issueDate"
          label={words.issueDate}
          help={words.issueDateHelp}
          today={today}
          defaultValue={form.issueDate}
          optional
        />
        <TextInput name="dueDate" label={words.delay} help={words.delayHelp} defaultValue={form.dueDate} optional />
        <DayInput
          name="deliveryDate"
          label={words.deliveryDate}
          today={today}
          defaultValue={form.deliveryDate}
          optional
        />
        <DayInput
          name="periodStart"
          label={words.periodStart}
          help={words.periodHelp}
          today={today}
          defaultValue={form.periodStart}
          optional
        />
        <DayInput name="periodEnd" label={words.periodEnd} today={today} defaultValue={form.periodEnd} optional />
        <TextInput
          name="purchaseOrder"
          label={words.purchaseOrder}
          defaultValue={form.purchaseOrder}
          optional
          maxLength={100}
        />
        <Select
          name="language"
          label={words.documentLanguage}
          defaultValue={form.language}
          options={[
            { value: "fr", label: "Français" },
            { value: "en", label: "English" },
          ]}
        />
        <Textarea
          name="note"
          label={words.note}
          defaultValue={form.note}
          rows={3}
          optional
          fieldClassName="sm:col-span-2"
        />
      </div>
    </details>
  );
}
