import { fill } from "#kernel/language.ts";
import { roundDivide, toCents } from "#kernel/money.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { month as monthText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Select } from "#ui/text-input.tsx";
import { en as delegationEn } from "../delegation.en.ts";
import { fr as delegationFr } from "../delegation.fr.ts";
import type { AgreementPageData } from "./agreement.page.tsx";
import { en } from "./agreement-screen.en.ts";
import { fr } from "./agreement-screen.fr.ts";

/** The provider's months: what they come to, and the invoice of each. */
export function BillCard({
  data: { slug, months, activities, key },
  answer,
}: {
  readonly data: AgreementPageData;
  readonly answer: FormAnswer | undefined;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const options = activities.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title={words.months}>
      <Refused intent="bill" answer={answer} />
      {months.length === 0 ? <p className="text-texte2">{words.monthsNone}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {months.map(({ month, amount, invoiceId }) => (
          <li key={month} className="flex flex-wrap items-end justify-between gap-3 py-3">
            <span>
              <span className="font-semibold first-letter:uppercase">{monthText(month, language)}</span>
              <span className="block">
                <Money amount={amount} /> HT
              </span>
            </span>
            {invoiceId !== null ? (
              <TextLink to={`/${slug}/factures/${invoiceId}`}>{words.billed}</TextLink>
            ) : amount === 0n ? null : (
              <SubmitForm
                intent="bill"
                idempotencyKey={`${key}-${month}`}
                answer={answer?.typed?.month === month ? answer : undefined}
                hidden={{ month }}
                className="flex flex-wrap items-end gap-3"
              >
                <Select
                  name="activityId"
                  label={words.activity}
                  help={words.activityHelp}
                  placeholder=" "
                  options={options}
                />
                <SubmitButton variant="secondary">{words.bill}</SubmitButton>
              </SubmitForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

type YearLine = AgreementPageData["years"][number]["lines"][number];

/** The figures of the year: how many, what a unit really cost, delays, errors noted. */
export function YearCard({ data: { years } }: { readonly data: AgreementPageData }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { works } = choose({ fr: delegationFr, en: delegationEn });
  const columns: Column<YearLine>[] = [
    { key: "work", header: words.work, rowHeader: true, cell: (line) => works[line.work] },
    { key: "asked", header: words.asked, align: "end", cell: (line) => line.asked },
    { key: "done", header: words.done, align: "end", cell: (line) => line.done },
    { key: "late", header: words.late, align: "end", cell: (line) => line.late },
    { key: "faults", header: words.faults, align: "end", cell: (line) => line.faults },
    { key: "cost", header: words.cost, align: "end", cell: (line) => <Money amount={line.cost} /> },
    {
      key: "unit",
      header: words.unit,
      align: "end",
      cell: (line) => (line.done === 0 ? "" : <Money amount={toCents(roundDivide(line.cost, BigInt(line.done)))} />),
    },
  ];
  if (years.length === 0) return <Card title={words.yearNone}>{null}</Card>;
  return years.map(({ year, lines }) => (
    <Card key={year} title={fill(words.year, { year })} padded={false}>
      <Table bare caption={fill(words.year, { year })} rows={lines} rowKey={(line) => line.work} columns={columns} />
    </Card>
  ));
}
