import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { PrintButton } from "#ui/print-button.island.tsx";
import type { Route } from "./+types/analysis.page";
import { ActivitySummaries } from "./activity-summaries.view.tsx";
import { BooksFrame } from "./books-frame.view.tsx";
import { en } from "./statements.en.ts";
import { fr } from "./statements.fr.ts";
import { readStatements } from "./statements.store.ts";
import { balanceSheetOf, profitAndLossOf } from "./statements.ts";
import { BalanceSheetCard, ProfitAndLossCard } from "./statements.view.tsx";

/** The analytical balance sheet and profit-and-loss account (C. trav. R7331-5) of an activity, or of all together. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, (reader) => readStatements(reader, args.request.url));
}

export default function Analysis({ loaderData }: Route.ComponentProps) {
  const { filter, activityName, year, years, balances, labels, summaries, pendingUntil, earlierUntil } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const title =
    activityName !== null
      ? fill(words.titleOf, { activity: activityName })
      : filter.activity === "commun"
        ? words.titleShared
        : filter.everything
          ? words.titleAll
          : words.title;
  const profitAndLoss = profitAndLossOf(balances);
  // A column of nothing teaches nothing.
  const compared = balances.some(({ earlier }) => earlier !== 0n) ? earlierUntil : null;
  const shown = { filter, labels, from: year?.start ?? filter.from, pendingUntil, earlierUntil: compared };
  const described = fill(year === null ? words.on : words.onOfYear, {
    date: mediumDay(filter.until, language),
    year: year?.code ?? "",
  });
  return (
    <BooksFrame
      title={title}
      description={`${described} ${words.help}`}
      filter={filter}
      fields={["activity", "until"]}
      actions={<PrintButton>{words.print}</PrintButton>}
    >
      {years.length > 1 ? (
        <nav aria-label={words.years} className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
          <span className="text-texte2">{words.years}</span>
          {years.map(({ code, until }) => (
            <TextLink
              key={code}
              to={`/${filter.slug}/compta/analyse?activite=${filter.activity}&au=${until}`}
              aria-current={code === year?.code ? "true" : undefined}
              className="aria-current:font-semibold aria-current:no-underline inline-flex min-h-6 items-center"
            >
              {code}
            </TextLink>
          ))}
        </nav>
      ) : null}
      {balances.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      ) : (
        <>
          <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2 print:block print:space-y-6">
            <ProfitAndLossCard statement={profitAndLoss} shown={shown} />
            <BalanceSheetCard statement={balanceSheetOf(balances)} result={profitAndLoss.result} shown={shown} />
          </div>
          {summaries.length > 1 ? <ActivitySummaries filter={filter} rows={summaries} /> : null}
          <ListFiles to={`/${filter.slug}/compta/analyse/telecharger`} />
        </>
      )}
    </BooksFrame>
  );
}
