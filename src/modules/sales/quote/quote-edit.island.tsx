import { Check, Save, Send } from "lucide-react";
import { useEffect, useState } from "react";
import type { Day } from "#kernel/day.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { Problem } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { type ChosenCustomer, CustomerChoice } from "../customer/customer-choice.island.tsx";
import type { CatalogueItem } from "../document/document-form-edit.ts";
import { habitsFor, type LastLine } from "../document/line-habits.ts";
import { LinesEditor } from "../document/lines-editor.island.tsx";
import type { QuoteStatus } from "./quote.ts";
import { QuoteMoreFields } from "./quote-edit-more.view.tsx";
import type { QuoteForm } from "./quote-form.ts";
import { ScheduleFields, ScheduleRows } from "./quote-schedule.island.tsx";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";

export type ShownQuoteEditor = {
  readonly slug: string;
  readonly today: Day;
  readonly key: string;
  readonly quote: { readonly id: string; readonly version: number; readonly status: QuoteStatus } | null;
  /** What was asked for when it was returned; empty otherwise. */
  readonly comment: string;
  readonly activities: readonly { readonly id: string; readonly name: string }[];
  readonly customers: readonly (ChosenCustomer & { readonly last: LastLine | null })[];
  readonly catalogue: readonly CatalogueItem[];
  readonly form: QuoteForm;
  readonly mayValidate: boolean;
  readonly maySubmit: boolean;
  readonly showAccounts: boolean;
};

export type QuoteEditorAnswer = {
  readonly form: QuoteForm;
  readonly problem: Problem | null;
  readonly typed: Readonly<Record<string, string>>;
};

/** The form of a quote: customer, lines, how it is paid, and one button. Everything else has a good default. */
export function QuoteEditView({
  shown,
  answer,
}: {
  readonly shown: ShownQuoteEditor;
  readonly answer: QuoteEditorAnswer | null;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { slug, quote, today } = shown;
  const form = answer?.form ?? shown.form;
  const problem = answer?.problem ?? null;
  const [customerId, setCustomerId] = useState(form.customerId);
  const [schedule, setSchedule] = useState({ depositRate: form.depositRate, instalments: form.instalments });
  useEffect(() => {
    setCustomerId(form.customerId);
    setSchedule({ depositRate: form.depositRate, instalments: form.instalments });
  }, [form]);
  return (
    <Page
      title={quote === null ? words.create : words.editTitle}
      crumbs={[
        { label: words.title, to: `/${slug}/devis` },
        ...(quote === null ? [] : [{ label: words.draftTitle, to: `/${slug}/devis/${quote.id}` }]),
      ]}
    >
      {shown.comment === "" ? null : (
        <Notice tone="attention" title={words.commentTitle}>
          <p className="whitespace-pre-line">{shown.comment}</p>
        </Notice>
      )}
      <SubmitForm
        idempotencyKey={shown.key}
        answer={answer?.problem ? { problem: answer.problem, typed: answer.typed } : null}
        hidden={{ version: String(quote?.version ?? 0) }}
        className="flex flex-col gap-4"
      >
        <CustomerChoice
          activities={quote === null ? shown.activities : []}
          activityId={form.activityId}
          customers={shown.customers}
          customerId={form.customerId}
          problem={problem}
          onCustomer={setCustomerId}
        >
          <TextInput name="title" label={words.subject} optional defaultValue={form.title} autoComplete="off" />
        </CustomerChoice>
        <LinesEditor
          form={form.document}
          problem={problem}
          defaults={habitsFor(customerId, shown.customers, shown.catalogue)}
          catalogue={shown.catalogue}
          showAccounts={shown.showAccounts}
        >
          {(totals, mode) => <ScheduleRows totals={totals} mode={mode} schedule={schedule} />}
        </LinesEditor>
        <Card title={words.payment}>
          <ScheduleFields schedule={schedule} errors={problem?.fields ?? {}} onChange={setSchedule} />
        </Card>
        <QuoteMoreFields form={form} today={today} problem={problem} />
        <div className="flex flex-wrap justify-end gap-3 border-t border-bordure bg-fond py-3 md:sticky md:bottom-0 md:z-10">
          <SubmitButton
            name="intent"
            value="save"
            variant={shown.maySubmit || shown.mayValidate ? "secondary" : "primary"}
            icon={Save}
            data-save=""
          >
            {words.saveDraft}
          </SubmitButton>
          {shown.mayValidate ? (
            <SubmitButton name="intent" value="validate" icon={Check}>
              {words.saveAndValidate}
            </SubmitButton>
          ) : shown.maySubmit ? (
            <SubmitButton name="intent" value="submit" icon={Send}>
              {words.saveAndSubmit}
            </SubmitButton>
          ) : null}
        </div>
      </SubmitForm>
    </Page>
  );
}
