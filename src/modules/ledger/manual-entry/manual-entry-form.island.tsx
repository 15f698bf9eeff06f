import { Plus, Scale } from "lucide-react";
import { useState } from "react";
import type { Day } from "#kernel/day.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { Problem } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en as documentEn } from "../entry/entry-document.en.ts";
import { fr as documentFr } from "../entry/entry-document.fr.ts";
import { DocumentFields } from "../entry/held-documents.view.tsx";
import type { HeldDocument } from "../entry/hold-documents.page.ts";
import { BooksTabs } from "../reading/books-tabs.view.tsx";
import { onLineKey, useFocusNext } from "./line-keys.island.ts";
import { ManualBalance } from "./manual-balance.view.tsx";
import { en } from "./manual-entry.en.ts";
import { fr } from "./manual-entry.fr.ts";
import { accountNumber, type EntryForm, editEntryForm, PRESETS, runningBalances } from "./manual-form.ts";
import { ManualLine } from "./manual-line.view.tsx";

export type ManualEntryShown = {
  readonly slug: string;
  readonly today: Day;
  readonly key: string;
  readonly form: EntryForm;
  readonly journals: readonly { readonly code: string; readonly label: string }[];
  readonly accounts: readonly { readonly number: string; readonly label: string }[];
  readonly activities: readonly { readonly id: string; readonly name: string }[];
};

const LINE_ACTS = [
  ["line.add", Plus],
  ["line.balance", Scale],
] as const;

/** Rows keep their identity when one above is removed. */
type Row = { readonly key: number };

/** The whole page: with script its buttons answer at once, without it they post and the same form comes back. */
export function ManualEntryForm({
  shown,
  answer,
}: {
  readonly shown: ManualEntryShown;
  readonly answer: {
    readonly form: EntryForm;
    readonly held: readonly HeldDocument[];
    readonly problem: Problem | null;
  } | null;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const documentWords = choose({ fr: documentFr, en: documentEn });
  const [form, setForm] = useState(answer?.form ?? shown.form);
  const [rows, setRows] = useState<readonly Row[]>(() => form.lines.map((_, key) => ({ key })));
  const labels = new Map(shown.accounts.map((account) => [account.number, account.label]));
  const names = new Map(shown.activities.map((activity) => [activity.id, activity.name]));
  const change = (changes: Partial<EntryForm>) => setForm((before) => ({ ...before, ...changes }));
  const edit = (intent: string, removed?: number) => {
    const edited = editEntryForm(form, intent, language);
    if (edited === null) return;
    const first = Math.max(0, ...rows.map((row) => row.key)) + 1;
    setForm(edited);
    setRows(
      removed !== undefined
        ? rows.filter((_, index) => index !== removed)
        : edited.lines.map((line, index) => (form.lines[index] === line && rows[index]) || { key: first + index }),
    );
  };
  const focusNext = useFocusNext(rows);
  const problem = answer?.problem ? { problem: answer.problem, typed: {} } : null;
  return (
    <Page title={words.title} description={words.description}>
      <BooksTabs slug={shown.slug} keeper />
      <SubmitForm
        idempotencyKey={shown.key}
        answer={problem}
        encType="multipart/form-data"
        className="flex flex-col gap-4"
      >
        {/* The first button of a form is what Enter presses. */}
        <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-texte2">{words.start}</span>
          {PRESETS.map((preset) => (
            <Button
              key={preset}
              type="submit"
              name="intent"
              value={`preset.${preset}`}
              size="small"
              onClick={(event) => {
                event.preventDefault();
                edit(`preset.${preset}`);
              }}
            >
              {words.presets[preset]}
            </Button>
          ))}
        </div>
        <Card>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
            <Select
              name="journalCode"
              label={words.journal}
              value={form.journalCode}
              onChange={(event) => change({ journalCode: event.currentTarget.value })}
              options={shown.journals.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
            />
            <DayInput name="date" label={words.date} today={shown.today} defaultValue={form.date} required />
            <TextInput
              name="pieceRef"
              label={words.pieceRef}
              value={form.pieceRef}
              onChange={(event) => change({ pieceRef: event.currentTarget.value })}
              placeholder={words.pieceHelp}
              autoComplete="off"
              required
            />
            <DayInput
              name="pieceDate"
              label={words.pieceDate}
              today={shown.today}
              defaultValue={form.pieceDate}
              optional
            />
            <TextInput
              name="label"
              label={words.entryLabel}
              value={form.label}
              onChange={(event) => change({ label: event.currentTarget.value })}
              fieldClassName="sm:col-span-2 lg:col-span-4"
              required
            />
          </div>
        </Card>
        <Card title={words.lines}>
          <datalist id="comptes">
            {shown.accounts.map((account) => (
              <option key={account.number} value={account.number}>
                {account.label}
              </option>
            ))}
          </datalist>
          <p className="mb-3 hidden text-aide text-texte2 lg:block">{words.keys}</p>
          {/* The keys of a bookkeeper: buttons below do the same for everybody else. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the fields inside are what is focused */}
          <div className="flex flex-col gap-3" onKeyDown={(event) => onLineKey(event, form, edit, focusNext)}>
            {form.lines.map((line, index) => (
              <ManualLine
                key={rows[index]?.key ?? index}
                index={index}
                line={line}
                accountLabel={labels.get(accountNumber(line.account))}
                activities={shown.activities}
                onChange={(field, value) =>
                  setForm((before) => ({
                    ...before,
                    lines: before.lines.map((other, at) => (at === index ? { ...other, [field]: value } : other)),
                  }))
                }
                onRemove={() => edit(`line.remove.${index}`, index)}
              />
            ))}
            <div className="flex flex-wrap gap-3">
              {LINE_ACTS.map(([intent, Icon]) => (
                <Button
                  key={intent}
                  type="submit"
                  name="intent"
                  value={intent}
                  icon={Icon}
                  onClick={(event) => {
                    event.preventDefault();
                    edit(intent);
                  }}
                >
                  {intent === "line.add" ? words.addLine : words.balanceLast}
                </Button>
              ))}
            </div>
            <ManualBalance balances={runningBalances(form.lines, language)} names={names} />
            <Checkbox
              name="link"
              label={words.link}
              help={words.linkHelp}
              checked={form.link}
              onChange={(event) => change({ link: event.currentTarget.checked })}
            />
          </div>
        </Card>
        <Card title={documentWords.title}>
          <DocumentFields held={answer?.held ?? []} optional />
        </Card>
        <p className="text-texte2">{words.final}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="save">
            {words.save}
          </SubmitButton>
          <SubmitButton name="intent" value="next" variant="secondary">
            {words.saveAndNext}
          </SubmitButton>
        </div>
      </SubmitForm>
    </Page>
  );
}
