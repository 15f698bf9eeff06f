import { BookOpen, FileUp, Plus } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { ZERO } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { count } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { ListFiles, ListToolbar } from "#ui/list-toolbar.tsx";
import { Money } from "#ui/money.tsx";
import { Page } from "#ui/page.tsx";
import { pageAsked, pageOf } from "#ui/page-of.ts";
import { Pagination } from "#ui/pagination.tsx";
import { BooksTabs } from "../reading/books-tabs.view.tsx";
import type { Route } from "./+types/chart.page";
import { en as nounEn } from "./account.en.ts";
import { fr as nounFr } from "./account.fr.ts";
import { readChart } from "./chart-list.store.ts";
import { en } from "./chart-screen.en.ts";
import { fr } from "./chart-screen.fr.ts";

const PER_PAGE = 100;

/** The accounts, with their state and their balance today; each leads to its lines. */
export function loader(args: Route.LoaderArgs) {
  const asked = pageAsked(new URL(args.request.url).search);
  return readTenant(args, async (reader) => {
    const rows = await readChart(reader, args.request.url);
    if (isRefusal(rows)) return rows;
    return { slug: reader.slug, total: rows.length, ...pageOf(rows, asked, PER_PAGE) };
  });
}

export default function Chart({ loaderData }: Route.ComponentProps) {
  const { slug, rows, total, page, pageCount } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const here = `/${slug}/compta/plan-comptable`;
  const options = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        <>
          <ButtonLink icon={BookOpen} to={`${here}/journaux`}>
            {words.journals}
          </ButtonLink>
          <ButtonLink icon={FileUp} to={`${here}/import`}>
            {words.importAccounts}
          </ButtonLink>
          <ButtonLink variant="primary" icon={Plus} to={`${here}/compte`}>
            {words.add}
          </ButtonLink>
        </>
      }
    >
      <BooksTabs slug={slug} keeper />
      <ListToolbar
        search={words.search}
        filters={[
          { parameter: "classe", label: words.firstDigit, options: options(words.classes) },
          { parameter: "etat", label: words.state, options: options(noun.states) },
          { parameter: "usage", label: words.use, options: options(words.uses) },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      ) : (
        <ListTable
          caption={words.title}
          rows={rows}
          rowKey={(row) => row.number}
          columns={[
            {
              key: "number",
              header: words.number,
              rowHeader: true,
              cell: (row) => <span className={row.status === "heading" ? "font-bold" : ""}>{row.number}</span>,
            },
            {
              key: "label",
              header: words.label,
              cell: (row) => <span className={row.status === "heading" ? "font-semibold" : ""}>{row.label}</span>,
            },
            {
              key: "state",
              header: words.state,
              cell: (row) =>
                row.status === "usable" ? (
                  <span className="text-texte2">{noun.states.usable}</span>
                ) : (
                  <Badge tone={row.status === "blocked" ? "attention" : "neutre"}>{noun.states[row.status]}</Badge>
                ),
            },
            {
              key: "balance",
              header: words.balance,
              align: "end",
              cell: (row) =>
                row.used ? (
                  <TextLink to={`/${slug}/compta/grand-livre?compte=${row.number}`}>
                    <Money amount={row.balance ?? ZERO} />
                    <span className="sr-only"> {fill(words.openLedger, { account: row.number })}</span>
                  </TextLink>
                ) : null,
            },
            {
              key: "change",
              header: words.change,
              hideHeader: true,
              align: "end",
              cell: (row) => (
                <TextLink
                  to={`${here}/compte?compte=${row.number}`}
                  aria-label={fill(words.changeOne, { account: row.number })}
                >
                  {words.change}
                </TextLink>
              ),
            },
          ]}
        />
      )}
      <Pagination page={page} pageCount={pageCount} />
      {rows.length === 0 ? null : (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <ListFiles to={`${here}/telecharger`} />
          <span className="text-aide text-texte2">{fill(words.shown, { count: count(total, language) })}</span>
        </div>
      )}
    </Page>
  );
}
