import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { accompanies } from "#modules/accompaniment/index.server.ts";
import { AppointmentLine, TaskCard } from "#modules/accompaniment/index.view.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { BarChart } from "#ui/chart.tsx";
import { day, duration, eur, longDay, mediumDay, shortMonth } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Figure } from "#ui/money.tsx";
import { Page } from "#ui/page.tsx";
import { PrintButton } from "#ui/print-button.island.tsx";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import type { Route } from "./+types/briefing.page";
import { briefingOf } from "./briefing.store.ts";
import { en } from "./portfolio.en.ts";
import { fr } from "./portfolio.fr.ts";
import { portfolioOf } from "./portfolio.store.ts";
import { Reasons } from "./reasons.view.tsx";

/** « Point d’activité »: one page that tells everything before an appointment, and prints. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { actor, slug, today } = reader;
    const personId = parseId<"person">(args.params.personId);
    if (!accompanies(actor) || personId === null) return refuse("missing", "person.missing");
    // Of those whom they accompany only, and never of oneself: whoever is accompanied is not on both sides.
    const [row] = personId === actor.personId ? [] : await portfolioOf(reader, personId);
    if (row === undefined) return refuse("missing", "person.missing");
    return { slug, today, me: actor.personId as string, row, briefing: await briefingOf(reader, personId) };
  });
}

export default function Briefing({ loaderData: { slug, today, me, row, briefing } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { money, reports } = briefing;
  const contracts = briefing.contracts.map(({ kind, startsOn, endsOn }) => {
    const facts = { kind: words.contracts[kind], day: day(startsOn), end: endsOn === null ? "" : day(endsOn) };
    return fill(endsOn === null ? words.from : words.fromTo, facts);
  });
  const facts: [string, string][] = [
    [words.activity, row.activities],
    [words.contract, contracts.join(", ") || words.noContract],
    [words.email, briefing.email],
    [words.site, row.site],
    [words.followedBy, row.follower],
    [words.workshops, briefing.attended === 0 ? "" : duration(briefing.attended)],
  ];
  return (
    <Page
      title={row.name}
      crumbs={[{ to: `/${slug}/personnes`, label: words.crumb }]}
      windowTitle={`${words.briefing}, ${row.name}`}
      description={fill(words.briefingLead, { day: longDay(today, language) })}
      actions={
        <>
          <PrintButton>{words.print}</PrintButton>
          <ButtonLink
            variant="primary"
            to={`/${slug}/rendez-vous/nouveau?personne=${row.personId}`}
            className="print:hidden"
          >
            {words.act}
          </ButtonLink>
        </>
      }
    >
      <ThingTabs thing="person" address={`/${slug}/personnes/${row.personId}`} label={row.name} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Card title={words.why}>
          <Reasons reasons={row.reasons} />
        </Card>
        <Card title={words.who}>
          <dl className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
            {facts
              .filter(([, value]) => value !== "")
              .map(([label, value]) => (
                <div key={label} className="contents">
                  <dt className="text-texte2">{label}</dt>
                  <dd className="[overflow-wrap:anywhere]">{value}</dd>
                </div>
              ))}
          </dl>
        </Card>
      </div>
      <Card title={words.meetings}>
        {reports.length === 0 ? <p className="text-texte2">{words.noMeeting}</p> : null}
        <ul className="divide-y divide-bordure">
          {reports.map(({ shared, team, ...report }) => (
            <li key={report.id}>
              <ul>
                <AppointmentLine row={report} slug={slug} side="advisers" date={mediumDay(report.day, language)} />
              </ul>
              <Note label={words.notes.shared} text={shared} />
              <Note label={words.notes.team} text={team} />
            </li>
          ))}
        </ul>
      </Card>
      {briefing.tasks.length === 0 ? null : <TaskCard slug={slug} today={today} me={me} tasks={briefing.tasks} />}
      {money === null ? null : (
        <Card title={words.money}>
          <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-3">
            <Figure label={words.available} amount={money.available} />
            <Figure label={words.inBank} amount={money.cash} />
            <Figure label={words.owed} amount={money.owed.owed} />
            <Figure label={words.late} amount={money.owed.late} />
          </dl>
          <BarChart
            title={words.year}
            series={[words.year, words.treasury]}
            points={money.months.map(({ month, turnover, money: left }) => ({
              label: shortMonth(month, language),
              values: [turnover, left],
            }))}
          />
          <h3 className="mt-4 font-semibold">{words.lastInvoices}</h3>
          {money.invoices.length === 0 ? <p className="text-texte2">{words.noInvoiceYet}</p> : null}
          <ul>
            {money.invoices.map(({ id, number, customerName, issueDate, gross }) => (
              <li key={id}>
                <TextLink to={`/${slug}/factures/${id}`}>{number}</TextLink>{" "}
                <span className="text-texte2">
                  {[issueDate === null ? "" : day(issueDate), customerName, eur(gross, language)]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function Note({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === "") return null;
  return (
    <p className="mb-3 max-w-prose border-l-3 border-marque pl-3 whitespace-pre-line">
      <span className="font-semibold">{label} : </span>
      {text}
    </p>
  );
}
