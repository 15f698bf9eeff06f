import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { categoryText, labelOf, valueText } from "../figure/figure-text.ts";
import { Definition } from "../indicator/definition.view.tsx";
import { SMALLEST_GROUP } from "../indicator/indicator.ts";
import { indicatorOf } from "../indicator/indicators.ts";
import type { Cell, Figure } from "../observation/protect.ts";
import type { Sending } from "./connection.store.ts";
import { en } from "./telling.en.ts";
import { fr } from "./telling.fr.ts";
import type { TellingData } from "./telling.page.tsx";

export function TellingTabs({ slug }: { readonly slug: string }) {
  const words = useLanguage().choose({ fr, en });
  const tabs = [
    { to: `/${slug}/observatoire`, label: words.tabFigures, end: true },
    { to: `/${slug}/observatoire/connexion`, label: words.tabConnection },
  ];
  return <Tabs label={words.tabs} tabs={tabs} />;
}

/** The parts of a figure, one to a line. */
export function CellList({ indicatorKey, cells }: { readonly indicatorKey: string; readonly cells: readonly Cell[] }) {
  const { language } = useLanguage();
  const indicator = indicatorOf(indicatorKey);
  if (indicator === null || cells.length === 0) return null;
  return (
    <ul className="flex min-w-0 flex-col whitespace-normal text-aide text-texte2">
      {cells.map(({ category, value }) => (
        <li key={category}>
          {categoryText(category, language)} : {valueText(indicator.unit, value, language)}
        </li>
      ))}
    </ul>
  );
}

/** What leaves of a figure; `weight`: of how many it speaks, for whoever may know. */
export function ToldFigure(props: {
  readonly indicatorKey: string;
  readonly figure: Figure;
  readonly weight?: bigint | undefined;
}) {
  const { indicatorKey, figure, weight = 0n } = props;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const indicator = indicatorOf(indicatorKey);
  if (figure.state !== "sent" || indicator === null) {
    const nothing = weight < SMALLEST_GROUP ? words.tooFew : words.deducible;
    return <Badge tone="neutre">{figure.state === "withheld" ? words.withheld : nothing}</Badge>;
  }
  return (
    <div className="flex flex-col gap-1">
      <span className="font-semibold tabular-nums">{valueText(indicator.unit, figure.total.value, language)}</span>
      <CellList indicatorKey={indicatorKey} cells={figure.cells} />
    </div>
  );
}

type Row = TellingData["figures"][number];

export function FigureTable({ data: { figures, year } }: { readonly data: TellingData }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const own = ({ key, own: { total, cells } }: Row) => {
    const indicator = indicatorOf(key);
    if (indicator === null) return null;
    return (
      <div className="flex flex-col gap-1">
        <span className="tabular-nums">{valueText(indicator.unit, total.value, language)}</span>
        <CellList indicatorKey={key} cells={cells} />
      </div>
    );
  };
  const act = ({ key, told }: Row) => {
    const indicator = indicatorOf(key);
    const name = indicator === null ? key : labelOf(indicator, language);
    const isKept = told.state === "withheld";
    return (
      <SubmitForm intent="withhold" hidden={{ period: year, indicator: key, withheld: isKept ? "non" : "oui" }}>
        <SubmitButton
          variant="quiet"
          size="small"
          aria-label={fill(isKept ? words.tellOf : words.withholdOf, { name })}
        >
          {isKept ? words.tell : words.withhold}
        </SubmitButton>
      </SubmitForm>
    );
  };
  return (
    <Table
      caption={fill(words.figures, { year })}
      rows={figures}
      rowKey={(row) => row.key}
      bare
      columns={[
        {
          key: "name",
          header: words.figure,
          rowHeader: true,
          cell: ({ key }) => {
            const indicator = indicatorOf(key);
            if (indicator === null) return key;
            return (
              <div className="min-w-0 whitespace-normal">
                {labelOf(indicator, language)}
                <Definition indicator={indicator} />
              </div>
            );
          },
        },
        { key: "books", header: words.books, align: "end", cell: own },
        {
          key: "sent",
          header: words.sent,
          align: "end",
          cell: ({ key, own: mine, told }) => (
            <ToldFigure indicatorKey={key} figure={told} weight={mine.total.weight} />
          ),
        },
        { key: "act", header: words.act, hideHeader: true, align: "end", cell: act },
      ]}
    />
  );
}

export function StateBadge({ sending }: { readonly sending: Pick<Sending, "receipt" | "fault" | "isClosed"> }) {
  const words = useLanguage().choose({ fr, en });
  if (sending.receipt !== null) return <Badge tone="ok">{words.received}</Badge>;
  if (sending.fault === null || sending.fault === "unreachable") {
    return sending.isClosed ? <Badge tone="neutre">{words.stopped}</Badge> : <Badge tone="info">{words.waiting}</Badge>;
  }
  return <Badge tone="erreur">{words.refused}</Badge>;
}

export function SendingTable({ data: { sendings, slug } }: { readonly data: TellingData }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Table
      caption={words.sendings}
      rows={sendings}
      rowKey={(row) => row.id}
      bare
      columns={[
        {
          key: "year",
          header: words.year,
          rowHeader: true,
          cell: (row) => (
            <TextLink to={`/${slug}/observatoire/envois/${row.id}`}>
              {fill(words.sendingLine, { year: row.period, sequence: String(row.sequence) })}
            </TextLink>
          ),
        },
        { key: "network", header: words.network, cell: (row) => row.networkName },
        { key: "signed", header: words.signedOn, cell: (row) => day(row.signedOn) },
        { key: "state", header: words.state, cell: (row) => <StateBadge sending={row} /> },
      ]}
    />
  );
}
