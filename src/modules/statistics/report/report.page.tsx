import { Form } from "react-router";
import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { en as questionEn } from "../question/question.en.ts";
import { fr as questionFr } from "../question/question.fr.ts";
import { mayReadStatistics } from "../question/question.policy.ts";
import { periodText } from "../question/wording.ts";
import type { Route } from "./+types/report.page";
import { en } from "./report.en.ts";
import { fr } from "./report.fr.ts";
import { readReport } from "./report.store.ts";
import { BreakdownCard, FigureTable } from "./report.view.tsx";

export function loader(args: Route.LoaderArgs) {
  const { search } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayReadStatistics(reader.actor);
    if (refusal) return refusal;
    const report = await readReport(reader, search);
    return { ...report, slug: reader.slug, today: reader.today, search };
  });
}

export type ReportData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export default function FunderReport({ loaderData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const questionWords = choose({ fr: questionFr, en: questionEn });
  const { slug, period, known, reach, search } = loaderData;
  const pdf = (
    <TextLink to={`/${slug}/statistiques/bilan/pdf${search}`} reloadDocument>
      {words.pdf}
    </TextLink>
  );
  return (
    <Page
      title={words.title}
      description={words.lead}
      crumbs={[{ to: `/${slug}/statistiques`, label: questionWords.crumb }]}
    >
      {reach === null ? null : <Notice>{fill(questionWords.limited, { count: String(reach) })}</Notice>}
      <PeriodForm data={loaderData} />
      <Card title={words.figures} description={periodText(period, known, language)} actions={pdf}>
        <div className="flex flex-col gap-4">
          <FigureTable data={loaderData} />
          <p className="max-w-prose text-aide text-texte2">
            {words.common} {words.filled}
          </p>
          <ListFiles to={`/${slug}/statistiques/bilan/telecharger`} search={search} />
        </div>
      </Card>
      <div className="grid grid-cols-1 items-start gap-4 sm:gap-5 lg:grid-cols-2">
        {loaderData.breakdowns.map((breakdown) => (
          <BreakdownCard key={breakdown.key} data={loaderData} breakdown={breakdown} />
        ))}
      </div>
    </Page>
  );
}

function PeriodForm({ data: { when, known, today } }: { readonly data: ReportData }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { whenKinds, from, to, known: knownLabel, knownHelp } = choose({ fr: questionFr, en: questionEn });
  const kinds = (["this_year", "last_year", "during"] as const).map((value) => ({ value, label: whenKinds[value] }));
  return (
    <Form
      method="get"
      key={JSON.stringify([when, known])}
      className="flex flex-wrap items-start gap-x-6 gap-y-4 rounded-xl border border-bordure bg-surface p-4 sm:p-5"
    >
      <RadioGroup name="periode" label={words.period} options={kinds} defaultValue={when.kind} />
      <DayInput
        name="du"
        label={from}
        today={today}
        defaultValue={when.kind === "during" ? when.from : null}
        optional
      />
      <DayInput name="au" label={to} today={today} defaultValue={when.kind === "during" ? when.to : null} optional />
      <DayInput name="connu" label={knownLabel} help={knownHelp} today={today} defaultValue={known} optional />
      <Button type="submit" className="sm:mt-7">
        {words.show}
      </Button>
    </Form>
  );
}
