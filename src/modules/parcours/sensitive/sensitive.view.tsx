import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { parseNir } from "./nir.ts";
import { en } from "./sensitive.en.ts";
import { fr } from "./sensitive.fr.ts";
import type { AccessLine, SensitiveData } from "./sensitive.page.tsx";
import { DISABLED_WORKER, NOTHING, type Sensitive } from "./sensitive.ts";

type Shown = { readonly version: number; readonly kept: Sensitive };
type Props = { readonly page: SensitiveData; readonly shown: Shown | null; readonly answer: FormAnswer | undefined };

/** Masked until asked for; then the values, and the form that changes them. */
export function ValuesCard({ page, shown, answer }: Props) {
  const words = useLanguage().choose({ fr, en });
  const refused = answer?.typed?.intention === "save" ? answer : undefined;
  const typedVersion = Number(refused?.typed?.version ?? page.version);
  if (refused === undefined && shown === null && page.version > 0) {
    return (
      <Card title={words.title}>
        <SubmitForm intent="show" answer={answer} unkept className="flex flex-col gap-3">
          <p>{words.masked}</p>
          <p className="text-aide text-texte2">{words.maskedHelp}</p>
          <SubmitButton className="w-fit">{words.show}</SubmitButton>
        </SubmitForm>
      </Card>
    );
  }
  const known = shown !== null && shown.version > 0;
  const form = (
    <ValuesForm
      page={page}
      kept={shown?.kept ?? NOTHING}
      version={refused === undefined ? (shown?.version ?? page.version) : typedVersion}
      answer={refused}
    />
  );
  return (
    <Card title={words.title}>
      <div className="flex flex-col gap-4">
        {known ? (
          <>
            <Notice tone="info">{words.shown}</Notice>
            <Values kept={shown.kept} />
          </>
        ) : null}
        {page.version === 0 && refused === undefined ? <p className="text-texte2">{words.none}</p> : null}
        <details open={refused !== undefined || undefined}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">
            {page.version > 0 ? words.edit : words.add}
          </summary>
          {form}
        </details>
      </div>
    </Card>
  );
}

function Values({ kept: { nir, health } }: Pick<Shown, "kept">) {
  const words = useLanguage().choose({ fr, en });
  const number = parseNir(nir);
  const waiting = typeof number !== "string" && number.kind === "waiting";
  const lines = [
    [words.nir, waiting ? `${nir} (${words.waiting})` : nir],
    [words.disabledWorker, words.disabledChoices[health.disabledWorker]],
    [words.disabledUntil, health.disabledUntil === null ? "" : day(health.disabledUntil)],
    [words.allowanceUntil, health.allowanceUntil === null ? "" : day(health.allowanceUntil)],
    [words.restrictions, health.restrictions],
  ] as const;
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      {lines.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-texte2">{label}</dt>
          <dd className="min-w-0 whitespace-pre-line [overflow-wrap:anywhere]">{value || words.empty}</dd>
        </div>
      ))}
    </dl>
  );
}

type FormProps = {
  readonly page: SensitiveData;
  readonly kept: Sensitive;
  readonly version: number;
  readonly answer: FormAnswer | undefined;
};

function ValuesForm({ page: { today }, kept: { nir, health }, version, answer }: FormProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <SubmitForm
      intent="save"
      hidden={{ version: String(version) }}
      answer={answer}
      unkept
      autoComplete="off"
      className="flex flex-col gap-4 pt-2"
    >
      <TextInput name="nir" label={words.nir} help={words.nirHelp} defaultValue={nir} maxLength={40} optional />
      <fieldset className="flex flex-col gap-4 border-t border-bordure pt-4">
        <legend className="float-left pb-2 font-semibold">{words.health}</legend>
        <Select
          name="disabledWorker"
          label={words.disabledWorker}
          defaultValue={health.disabledWorker}
          options={DISABLED_WORKER.map((value) => ({ value, label: words.disabledChoices[value] }))}
        />
        <DayInput
          name="disabledUntil"
          label={words.disabledUntil}
          today={today}
          defaultValue={health.disabledUntil ?? undefined}
          optional
        />
        <DayInput
          name="allowanceUntil"
          label={words.allowanceUntil}
          today={today}
          defaultValue={health.allowanceUntil ?? undefined}
          optional
        />
        <Textarea
          name="restrictions"
          label={words.restrictions}
          help={words.restrictionsHelp}
          defaultValue={health.restrictions}
          maxLength={2000}
          optional
        />
      </fieldset>
      <SubmitButton className="w-fit">{words.save}</SubmitButton>
    </SubmitForm>
  );
}

/** Who read, for payroll and for the person. */
export function ReadingsCard({ accesses }: { readonly accesses: readonly AccessLine[] }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const columns: Column<AccessLine & { readonly key: string }>[] = [
    {
      key: "when",
      header: words.when,
      rowHeader: true,
      cell: ({ on, time }) => `${day(on)} ${timeText(time, language)}`,
    },
    { key: "who", header: words.who, cell: ({ who }) => who },
    { key: "what", header: words.what, cell: ({ kind }) => words.kinds[kind] },
  ];
  const rows = accesses.map((access, index) => ({ ...access, key: String(index) }));
  return (
    <Card title={words.readings} description={words.readingsLead}>
      {rows.length === 0 ? (
        <p className="text-texte2">{words.noReading}</p>
      ) : (
        <Table bare caption={words.readings} rows={rows} rowKey={(row) => row.key} columns={columns} />
      )}
    </Card>
  );
}
