import { fill, type Language } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { Amendment, Convention } from "../convention/convention.ts";
import { AmendmentField } from "../convention/convention-tabs.view.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { figureText } from "./figure-text.ts";
import { type Indicator, type Objective, progressOf, resultOf, targetOf } from "./target.ts";

type Given = {
  readonly convention: Convention;
  readonly amendments: readonly Amendment[];
  readonly keeps: boolean;
  readonly years: readonly number[];
  /** The year that a form proposes. */
  readonly year: number;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
};

type Line = { readonly indicator: Indicator; readonly year: number };

/** One objective: what is aimed at and done, measure by measure and year by year, and the forms of those who may. */
export function ObjectiveCard({ objective, ...given }: Given & { readonly objective: Objective }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { title, details, amendment, indicators } = objective;
  const lines = indicators.flatMap((indicator) => given.years.map((year): Line => ({ indicator, year })));
  return (
    <Card
      title={title}
      description={details}
      actions={amendment === 0 ? null : <Badge>{fill(words.byAmendment, { number: String(amendment) })}</Badge>}
    >
      {indicators.length === 0 ? (
        <p className="text-texte2">{words.noIndicator}</p>
      ) : (
        <Table
          bare
          caption={fill(words.tableOf, { title })}
          rows={lines}
          rowKey={({ indicator, year }) => `${indicator.id} ${year}`}
          columns={columnsOf(words, language)}
        />
      )}
      {given.convention.signedOn === null || indicators.length === 0 ? null : (
        <ul className="mt-4 flex flex-col divide-y divide-bordure">
          {indicators.map((indicator) => (
            <li key={indicator.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>{indicator.label}</span>
              <div className="flex flex-wrap gap-3">
                <ResultForm indicator={indicator} {...given} />
                {given.keeps ? <ChangeForm indicator={indicator} {...given} /> : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {given.keeps ? (
        <div className="mt-4">
          <IndicatorForm objective={objective} {...given} />
        </div>
      ) : null}
    </Card>
  );
}

function columnsOf(words: typeof fr | typeof en, language: Language): Column<Line>[] {
  const planned = ({ indicator, year }: Line) => targetOf(indicator, year);
  const done = ({ indicator, year }: Line) => resultOf(indicator, year);
  return [
    { key: "measure", header: words.measure, rowHeader: true, cell: ({ indicator }) => indicator.label },
    { key: "year", header: words.year, align: "end", cell: ({ year }) => String(year) },
    {
      key: "planned",
      header: words.planned,
      align: "end",
      cell: (line) => {
        const target = planned(line);
        if (target === null) return "–";
        const text = figureText(target.planned, line.indicator.unit, language);
        return target.amendment === 0
          ? text
          : `${text} (${fill(words.byAmendment, { number: String(target.amendment) })})`;
      },
    },
    {
      key: "done",
      header: words.done,
      align: "end",
      cell: (line) => {
        const result = done(line);
        return result === null ? "–" : figureText(result.done, line.indicator.unit, language);
      },
    },
    {
      key: "progress",
      header: words.progress,
      align: "end",
      cell: (line) => {
        const progress = progressOf(planned(line)?.planned ?? null, done(line)?.done ?? null);
        return progress === null ? "" : `${progress} %`;
      },
    },
    { key: "note", header: words.resultNote, cell: (line) => done(line)?.note ?? "" },
  ];
}

function ResultForm({ indicator, years, year, answer, idempotencyKey }: Given & { readonly indicator: Indicator }) {
  const words = useLanguage().choose({ fr, en });
  const title = fill(words.recordOf, { label: indicator.label });
  return (
    <Confirm trigger={words.record} label={title} title={title} size="small">
      <SubmitForm
        intent={`result ${indicator.id}`}
        hidden={{ indicatorId: indicator.id }}
        idempotencyKey={idempotencyKey}
        answer={answer}
        className="flex flex-col gap-4"
      >
        <Select
          name="year"
          label={words.year}
          defaultValue={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
        <TextInput name="done" label={words.done} inputMode="decimal" maxLength={20} required />
        <TextInput name="note" label={words.resultNote} maxLength={1000} optional />
        <SubmitButton className="self-start">{words.record}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
}

function ChangeForm({ indicator, ...given }: Given & { readonly indicator: Indicator }) {
  const { convention, amendments, years, answer, idempotencyKey } = given;
  const words = useLanguage().choose({ fr, en });
  const title = fill(words.changeTargetsOf, { label: indicator.label });
  return (
    <Confirm trigger={words.changeTargets} label={title} title={title} size="small" variant="quiet">
      <p>{words.changeTargetsHelp}</p>
      <SubmitForm
        intent={`targets ${indicator.id}`}
        hidden={{ indicatorId: indicator.id }}
        idempotencyKey={idempotencyKey}
        answer={answer}
        className="flex flex-col gap-4"
      >
        <TargetFields years={years} />
        <AmendmentField convention={convention} amendments={amendments} />
        <SubmitButton className="self-start">{words.changeTargets}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
}

function IndicatorForm({ objective, ...given }: Given & { readonly objective: Objective }) {
  const { convention, amendments, years, answer, idempotencyKey } = given;
  const words = useLanguage().choose({ fr, en });
  const title = fill(words.addIndicatorTo, { title: objective.title });
  return (
    <Confirm trigger={words.addIndicator} label={title} title={title} size="small">
      <SubmitForm
        intent={`indicator ${objective.id}`}
        hidden={{ objectiveId: objective.id }}
        idempotencyKey={idempotencyKey}
        answer={answer}
        className="flex flex-col gap-4"
      >
        <TextInput name="label" label={words.indicatorLabel} maxLength={200} required />
        <TextInput name="unit" label={words.indicatorUnit} help={words.unitHelp} maxLength={40} optional />
        <TargetFields years={years} />
        <AmendmentField convention={convention} amendments={amendments} />
        <SubmitButton className="self-start">{words.addIndicator}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
}

function TargetFields({ years }: { readonly years: readonly number[] }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {years.map((year) => (
        <TextInput
          key={year}
          name={`targets.${year}`}
          label={fill(words.targetOfYear, { year: String(year) })}
          inputMode="decimal"
          maxLength={20}
          optional
        />
      ))}
    </div>
  );
}
