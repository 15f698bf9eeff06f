import { Plus, Trash2 } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { parsePercent, type Rate } from "#kernel/rate.ts";
import { percent } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { TotalRow } from "../document/document-totals.view.tsx";
import type { PriceMode } from "../document/line.ts";
import { LineText, RowButton } from "../document/line-field.view.tsx";
import type { DocumentTotals } from "../document/totals.ts";
import { MAX_INSTALMENTS, type QuoteSchedule, scheduleOf } from "./quote.ts";
import { addInstalment, removeInstalment } from "./quote-edit-schedule.ts";
import type { InstalmentForm } from "./quote-form.ts";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";

export type ScheduleForm = { readonly depositRate: string; readonly instalments: readonly InstalmentForm[] };

/** The deposit and the instalments of a quote, as typed. */
export function ScheduleFields({
  schedule,
  errors,
  onChange,
}: {
  readonly schedule: ScheduleForm;
  /** Sentences by field name. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (schedule: ScheduleForm) => void;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { depositRate, instalments } = schedule;
  const setInstalment = (index: number, name: keyof InstalmentForm, value: string) =>
    onChange({
      depositRate,
      instalments: instalments.map((one, rank) => (rank === index ? { ...one, [name]: value } : one)),
    });
  return (
    <div className="flex flex-col gap-3">
      <LineText
        name="depositRate"
        label={`${words.depositRate} · ${words.depositHelp}`}
        figures
        value={depositRate}
        error={errors.depositRate}
        onValue={(value) => onChange({ depositRate: value, instalments })}
        className="max-w-80"
      />
      {instalments.map((one, index) => {
        const field = (name: keyof InstalmentForm) => ({
          name: `instalments.${index}.${name}`,
          value: one[name],
          error: errors[`instalments.${index}.${name}`],
          onValue: (value: string) => setInstalment(index, name, value),
        });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an instalment has no identity but its rank
          <fieldset key={index} className="flex flex-wrap items-start gap-x-3 gap-y-1">
            <legend className="sr-only">{fill(words.instalmentOf, { rank: String(index + 1) })}</legend>
            <LineText
              {...field("label")}
              label={words.instalmentLabel}
              placeholder={words.instalmentPlaceholder}
              className="flex-1 basis-44"
            />
            <LineText {...field("rate")} label={words.instalmentRate} figures className="w-36" />
            <LineText {...field("days")} label={words.instalmentDays} figures className="w-40" />
            <RowButton
              className="mt-6"
              intent={`instalment.remove.${index}`}
              icon={Trash2}
              label={fill(words.removeInstalment, { rank: String(index + 1) })}
              onPress={() => onChange({ depositRate, instalments: removeInstalment(instalments, index) })}
            />
          </fieldset>
        );
      })}
      {instalments.length < MAX_INSTALMENTS ? (
        <div>
          <RowButton
            intent="instalment.add"
            icon={Plus}
            onPress={() => onChange({ depositRate, instalments: addInstalment(instalments) })}
          >
            {words.addInstalment}
          </RowButton>
        </div>
      ) : null}
    </div>
  );
}

/** The rows under the total: each claim with its amount, to the cent. What cannot be read counts for nothing. */
export function ScheduleRows({
  totals,
  mode,
  schedule,
}: {
  readonly totals: DocumentTotals;
  readonly mode: PriceMode;
  readonly schedule: ScheduleForm;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const read: QuoteSchedule = {
    depositRate: share(schedule.depositRate),
    instalments: schedule.instalments.map((one) => ({ label: one.label, rate: share(one.rate), days: 0 })),
  };
  const rows = scheduleOf(totals, mode, { ...read, instalments: read.instalments.filter((one) => one.rate > 0) });
  const label = (row: (typeof rows)[number]) =>
    row.kind === "deposit" ? words.deposit : row.kind === "balance" ? words.balance : row.label || words.instalments;
  return (
    <>
      {rows.map((row, index) => (
        <TotalRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a claim has no identity but its rank
          key={index}
          label={`${label(row)} · ${percent(row.rate, language)}`}
        >
          <Money amount={row.amount} />
        </TotalRow>
      ))}
    </>
  );
}

function share(text: string): Rate {
  const rate = parsePercent(text);
  return rate === null || rate < 0 || rate > 10_000 ? (0 as Rate) : rate;
}
