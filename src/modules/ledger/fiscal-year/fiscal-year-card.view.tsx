import { Lock, LockOpen } from "lucide-react";
import { monthOf } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { day, month as monthName } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { en as stateEn } from "./fiscal-year.en.ts";
import { fr as stateFr } from "./fiscal-year.fr.ts";
import { type FiscalYear, isClosed, type Period } from "./fiscal-year.ts";
import { en } from "./fiscal-years-screen.en.ts";
import { fr } from "./fiscal-years-screen.fr.ts";

const TONE = { open: "info", locked: "attention", closed: "neutre" } as const;

/** One fiscal year: its months, and the acts that each allows. A closed year is only read. */
export function FiscalYearCard({ year, ended }: { readonly year: FiscalYear; readonly ended: boolean }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { states } = choose({ fr: stateFr, en: stateEn });
  const closed = isClosed(year);
  return (
    <Card
      padded={false}
      title={
        <span className="flex flex-wrap items-center gap-3">
          {fill(words.year, { year: year.code })}
          <Badge tone={closed ? "neutre" : "info"}>{closed ? words.yearClosed : words.yearOpen}</Badge>
          {year.opening === "expected" ? <Badge tone="attention">{words.openingExpected}</Badge> : null}
        </span>
      }
      description={fill(words.dates, { start: day(year.start), end: day(year.end) })}
      actions={
        closed || !ended ? null : (
          <Confirm trigger={words.closeYear} title={fill(words.closeYearTitle, { year: year.code })} icon={Lock}>
            <p>{words.closeYearHelp}</p>
            <SubmitForm intent="closeYear" hidden={{ fiscalYearId: year.id }}>
              <SubmitButton variant="danger">{words.closeYear}</SubmitButton>
            </SubmitForm>
          </Confirm>
        )
      }
    >
      <Table
        bare
        density="compact"
        caption={fill(words.year, { year: year.code })}
        rows={year.periods}
        rowKey={(period) => String(period.number)}
        columns={[
          {
            key: "period",
            header: words.period,
            rowHeader: true,
            cell: (period) => monthName(monthOf(period.start), language),
          },
          {
            key: "state",
            header: words.state,
            cell: (period) => <Badge tone={TONE[period.status]}>{states[period.status]}</Badge>,
          },
          {
            key: "acts",
            header: words.acts,
            hideHeader: true,
            align: "end",
            cell: (period) => <PeriodActs fiscalYearId={year.id} period={period} />,
          },
        ]}
      />
    </Card>
  );
}

function PeriodActs({ fiscalYearId, period }: { readonly fiscalYearId: string; readonly period: Period }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { actions } = choose({ fr: stateFr, en: stateEn });
  if (period.status === "closed") return null;
  const hidden = { fiscalYearId, number: String(period.number) };
  const turn = period.status === "open" ? "lock" : "unlock";
  const month = monthName(monthOf(period.start), language);
  return (
    <span className="inline-flex flex-wrap justify-end gap-2">
      <SubmitForm intent={turn} hidden={hidden}>
        <SubmitButton
          variant="quiet"
          size="small"
          icon={turn === "lock" ? Lock : LockOpen}
          aria-label={`${actions[turn]} ${month}`}
        >
          {actions[turn]}
        </SubmitButton>
      </SubmitForm>
      <Confirm trigger={actions.close} title={fill(words.closeTitle, { month })} variant="quiet" size="small">
        <p>{words.closeHelp}</p>
        <SubmitForm intent="close" hidden={hidden}>
          <SubmitButton variant="danger">{words.closeNow}</SubmitButton>
        </SubmitForm>
      </Confirm>
    </span>
  );
}
