import type { Day } from "#kernel/day.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import type { BooksFilter } from "./books-frame.view.tsx";
import { en } from "./statements.en.ts";
import { fr } from "./statements.fr.ts";
import type { Amounts, BalanceSheet, ProfitAndLoss, Section, StatementRow } from "./statements.ts";

export type Shown = {
  readonly filter: BooksFilter;
  readonly labels: Readonly<Record<string, string>>;
  /** First day of the fiscal year: where the lines behind a figure begin. */
  readonly from: Day;
  readonly pendingUntil: Day | null;
  readonly earlierUntil: Day | null;
};

const FIGURE = "py-1.5 pr-2 pl-3 text-right whitespace-nowrap align-top";
/** The year before leaves narrow screens: the figures of the year must not be squeezed. */
const EARLIER = `${FIGURE} text-texte2 max-sm:hidden print:table-cell`;

/** Long words of accounts give way to the figures on narrow screens. */
const LABEL = "pl-2 text-left max-sm:hyphens-auto max-sm:[overflow-wrap:anywhere]";

/** Income and expenses, from operations to the result. */
export function ProfitAndLossCard({ statement, shown }: { readonly statement: ProfitAndLoss; readonly shown: Shown }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const operating = statement.sections.filter(({ key }) => key.startsWith("operating"));
  const others = statement.sections.filter(({ key }) => !key.startsWith("operating"));
  return (
    <Card title={words.profitAndLoss} description={words.profitAndLossHelp}>
      <Statement caption={words.profitAndLoss} shown={shown}>
        {operating.map((part) => (
          <SectionRows key={part.key} part={part} shown={shown} />
        ))}
        {others.length > 0 ? <Total label={words.operatingResult} amounts={statement.operating} shown={shown} /> : null}
        {others.map((part) => (
          <SectionRows key={part.key} part={part} shown={shown} />
        ))}
        <Total label={words.result} amounts={statement.result} shown={shown} strong />
      </Statement>
    </Card>
  );
}

/** What is owned, what is owed, the result of the year among it: both sides are equal. */
export function BalanceSheetCard({
  statement,
  result,
  shown,
}: {
  readonly statement: BalanceSheet;
  readonly result: Amounts;
  readonly shown: Shown;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.balanceSheet} description={words.balanceSheetHelp}>
      <Statement caption={words.balanceSheet} shown={shown}>
        {statement.assets.map((part) => (
          <SectionRows key={part.key} part={part} shown={shown} />
        ))}
        <Total label={words.totalAssets} amounts={statement.totalAssets} shown={shown} strong />
        {statement.liabilities.map((part) => (
          <SectionRows key={part.key} part={part} shown={shown} />
        ))}
        <Total label={words.yearResult} amounts={result} shown={shown} />
        <Total label={words.totalLiabilities} amounts={statement.totalLiabilities} shown={shown} strong />
      </Statement>
    </Card>
  );
}

function Statement({
  caption,
  shown,
  children,
}: {
  readonly caption: string;
  readonly shown: Shown;
  readonly children: React.ReactNode;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { earlierUntil, filter } = shown;
  return (
    <table className="w-full text-tableau">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-bordure-forte">
          <th scope="col" className="py-1.5 pl-2 text-left font-semibold">
            {words.account}
          </th>
          <th scope="col" className={`${FIGURE} font-semibold`}>
            {day(filter.until)}
          </th>
          {earlierUntil === null ? null : (
            <th scope="col" className={`${EARLIER} font-semibold`}>
              {day(earlierUntil)}
            </th>
          )}
        </tr>
      </thead>
      {children}
    </table>
  );
}

function SectionRows({ part, shown }: { readonly part: Section; readonly shown: Shown }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <tbody className="border-b border-bordure">
      <tr>
        <th scope="rowgroup" className={`${LABEL} pt-3 pb-1 font-semibold text-marque`}>
          {words.sections[part.key]}
        </th>
        <Figures amounts={{ amount: part.total, earlier: part.earlier }} shown={shown} heading />
      </tr>
      {part.rows.map((row) => (
        <tr key={row.account} className="hover:bg-surface2">
          <th scope="row" className={`${LABEL} py-1.5 font-normal`}>
            <TextLink
              to={linesOf(row, shown)}
              className="inline-flex min-h-6 items-baseline gap-2 no-underline! print:min-h-0"
            >
              <span className="font-semibold tabular-nums underline underline-offset-4">{row.account}</span>
              <span className="text-texte">{shown.labels[row.account] ?? ""}</span>
            </TextLink>
          </th>
          <Figures amounts={row} shown={shown} />
        </tr>
      ))}
    </tbody>
  );
}

/** Where a figure comes from: its lines since the start of the year, or the year whose result waits for its closing. */
function linesOf(row: StatementRow, { filter, from, pendingUntil }: Shown): string {
  const base = `/${filter.slug}/compta`;
  if (pendingUntil !== null && /^12[09]/.test(row.account)) {
    return `${base}/analyse?activite=${filter.activity}&au=${pendingUntil}`;
  }
  return `${base}/grand-livre?compte=${row.account}&activite=${filter.activity}&du=${from}&au=${filter.until}`;
}

function Figures({
  amounts,
  shown,
  heading = false,
}: {
  readonly amounts: Amounts;
  readonly shown: Shown;
  readonly heading?: boolean;
}) {
  const weight = heading ? "pt-3 font-semibold" : "";
  return (
    <>
      <td className={`${FIGURE} ${weight}`}>
        <Figure amount={amounts.amount} />
      </td>
      {shown.earlierUntil === null ? null : (
        <td className={`${EARLIER} ${weight}`}>
          <Figure amount={amounts.earlier} />
        </td>
      )}
    </>
  );
}

function Figure({ amount }: { readonly amount: Cents }) {
  return amount === ZERO ? <span className="text-texte2">—</span> : <Money amount={amount} />;
}

function Total({
  label,
  amounts,
  shown,
  strong = false,
}: {
  readonly label: string;
  readonly amounts: Amounts;
  readonly shown: Shown;
  readonly strong?: boolean;
}) {
  return (
    <tbody>
      <tr className={strong ? "bg-surface2 font-bold" : "font-semibold"}>
        <th scope="row" className={`${LABEL} py-2.5`}>
          {label}
        </th>
        <td className={`${FIGURE} py-2.5`}>
          <Money amount={amounts.amount} />
        </td>
        {shown.earlierUntil === null ? null : (
          <td className={`${EARLIER} py-2.5`}>
            <Figure amount={amounts.earlier} />
          </td>
        )}
      </tr>
    </tbody>
  );
}
