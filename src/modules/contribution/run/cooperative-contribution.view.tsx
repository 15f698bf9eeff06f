import { BookCheck, FlaskConical, HandHeart, Scale } from "lucide-react";
import type { Month } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import type { Cents } from "#kernel/money.ts";
import { sum } from "#kernel/money.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day, month as monthText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { Money } from "#ui/money.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { RuleVersion } from "../rule/rule.ts";
import { ruleLine } from "../rule/rule-summary.ts";
import { RuleCard } from "./rule-card.view.tsx";
import type { RunSummary } from "./run.store.ts";
import { en } from "./run-screen.en.ts";
import { fr } from "./run-screen.fr.ts";

export type CooperativeContribution = {
  readonly rule: RuleVersion | null;
  /** Latest first. */
  readonly versions: readonly (RuleVersion & { readonly activityName: string | null })[];
  readonly runs: readonly (RunSummary & { readonly by: string })[];
  /** The first month that waits, when its end has come or is near. */
  readonly next: Month | null;
  readonly nextIsOver: boolean;
  readonly activities: readonly { readonly id: string; readonly name: string; readonly total: Cents }[];
};

/** For those who run the contribution: what to do, the rule, the months posted, each activity. */
export function CooperativeContributionView({
  slug,
  shown,
}: {
  readonly slug: string;
  readonly shown: CooperativeContribution;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { rule } = shown;
  const here = `/${slug}/contribution`;
  return (
    <Page
      title={words.title}
      actions={
        <>
          <ButtonLink icon={HandHeart} to={`${here}/dispense`}>
            {words.waivers}
          </ButtonLink>
          <ButtonLink icon={FlaskConical} to={`${here}/simulation`}>
            {words.simulate}
          </ButtonLink>
          <ButtonLink icon={Scale} to={`${here}/regle`} variant={rule === null ? "primary" : "secondary"}>
            {words.adopt}
          </ButtonLink>
        </>
      }
    >
      {rule === null ? null : <NextMonth here={here} shown={shown} />}
      <RuleCard rule={rule} />
      <Runs here={here} shown={shown} />
      {shown.activities.length === 0 ? null : (
        <Table
          caption={words.perActivity}
          showCaption
          rows={shown.activities}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "name",
              header: words.activity,
              rowHeader: true,
              cell: (row) => <TextLink to={`${here}?activite=${row.id}`}>{row.name}</TextLink>,
            },
            { key: "total", header: words.contribution, align: "end", cell: (row) => <Money amount={row.total} /> },
          ]}
          footerLabel={words.total}
          footer={{ total: <Money amount={sum(shown.activities.map((row) => row.total))} /> }}
        />
      )}
      <Versions shown={shown} />
    </Page>
  );
}

type Shown = { readonly shown: CooperativeContribution };

function NextMonth({ here, shown: { next, nextIsOver } }: Shown & { readonly here: string }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const name = next === null ? "" : monthText(next, language);
  return (
    <Card
      title={words.next}
      actions={
        next === null ? null : (
          <ButtonLink icon={BookCheck} variant={nextIsOver ? "primary" : "secondary"} to={`${here}/appel?mois=${next}`}>
            {fill(words.call, { month: name })}
          </ButtonLink>
        )
      }
    >
      <p className="text-texte2">{nextIsOver ? fill(words.nextHelp, { month: name }) : words.upToDate}</p>
    </Card>
  );
}

function Runs({ here, shown: { runs } }: Shown & { readonly here: string }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  if (runs.length === 0) {
    return (
      <Card title={words.runs}>
        <p className="text-texte2">{words.noRun}</p>
      </Card>
    );
  }
  return (
    <>
      <Table
        caption={words.runs}
        showCaption
        rows={runs}
        rowKey={(run) => run.id}
        columns={[
          { key: "month", header: words.month, rowHeader: true, cell: (run) => monthText(run.month, language) },
          {
            key: "kind",
            header: words.kind,
            cell: (run) =>
              run.sequence === 1 ? words.first : fill(words.correction, { count: String(run.sequence - 1) }),
          },
          { key: "date", header: words.date, cell: (run) => day(run.entryDate) },
          { key: "by", header: words.by, cell: (run) => run.by, wideOnly: true },
          { key: "activities", header: words.activities, align: "end", cell: (run) => run.activities },
          { key: "amount", header: words.amount, align: "end", cell: (run) => <Money amount={run.amount} /> },
        ]}
      />
      <ListFiles to={`${here}/telecharger`} />
    </>
  );
}

function Versions({ shown: { versions } }: Shown) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  if (versions.length < 2) return null;
  return (
    <Table
      caption={words.versions}
      showCaption
      rows={versions}
      rowKey={(version) => version.id}
      columns={[
        {
          key: "from",
          header: words.from,
          rowHeader: true,
          cell: (version) => monthText(version.effectiveFrom, language),
        },
        { key: "who", header: words.who, cell: (version) => version.activityName ?? words.everybody },
        { key: "what", header: words.what, cell: (version) => ruleLine(version.rule, language) },
        { key: "resolution", header: words.resolution, cell: (version) => version.resolution.reference },
      ]}
    />
  );
}
