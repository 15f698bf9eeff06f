import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { count, day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { pageAsked } from "#ui/page-of.ts";
import { Pagination } from "#ui/pagination.tsx";
import { Table } from "#ui/table.tsx";
import type { Route } from "./+types/people.page";
import { askedOf, namesOf, reachOf } from "./asked.store.ts";
import { countPeople, listPeople } from "./people.store.ts";
import { en } from "./question.en.ts";
import { fr } from "./question.fr.ts";
import { mayReadStatistics } from "./question.policy.ts";
import { questionOf, questionSearch } from "./question-address.ts";
import { periodText, populationText, valueWords } from "./wording.ts";

const PAGE = 50;

/** « Pourquoi ce nombre ? »: the persons behind a figure, with the rights of the reader. */
export function loader(args: Route.LoaderArgs) {
  const { search } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const { tx, actor, slug } = reader;
    const refusal = mayReadStatistics(actor);
    if (refusal) return refusal;
    const question = questionOf(search);
    const asked = await askedOf(reader, question);
    const people = await countPeople(tx, actor, question.who, asked);
    const pageCount = Math.max(1, Math.ceil(people / PAGE));
    const page = Math.min(pageAsked(search), pageCount);
    return {
      ...{ slug, question, people, page, pageCount },
      rows: await listPeople(tx, actor, question.who, asked, { limit: PAGE, offset: (page - 1) * PAGE }),
      period: { from: asked.from, to: asked.to },
      names: await namesOf(reader),
      reach: await reachOf(reader, asked),
    };
  });
}

export default function People({ loaderData }: Route.ComponentProps) {
  const { slug, question, people, page, pageCount, rows, period, names, reach } = loaderData;
  const { choose, language, plural } = useLanguage();
  const words = choose({ fr, en });
  const search = questionSearch(question);
  return (
    <Page
      title={`${count(people, language)} ${plural(people, words.one, words.many)}`}
      description={`${periodText(period, question.known, language)}. ${populationText(question.who, language, names)}.`}
      crumbs={[{ to: `/${slug}/statistiques`, label: words.crumb }]}
      actions={<ButtonLink to={`/${slug}/statistiques/question${search}`}>{words.backToQuestion}</ButtonLink>}
    >
      {reach === null ? null : <Notice>{fill(words.limited, { count: String(reach) })}</Notice>}
      {rows.length === 0 ? (
        <EmptyState title={words.nobody}>{words.nobodyHelp}</EmptyState>
      ) : (
        <>
          <Table
            caption={words.people}
            rows={rows}
            rowKey={(row) => row.personId}
            columns={[
              {
                key: "person",
                header: words.person,
                rowHeader: true,
                cell: (row) => (
                  <TextLink to={`/${slug}/personnes/${row.personId}`}>
                    {row.lastName} {row.firstName}
                  </TextLink>
                ),
              },
              {
                key: "contract",
                header: words.contract,
                cell: (row) => (row.contract === null ? "" : valueWords("contract", row.contract, language, names)),
              },
              { key: "since", header: words.since, cell: (row) => (row.since === null ? "" : day(row.since)) },
              { key: "site", header: words.site, cell: (row) => names[row.site ?? ""] ?? "" },
              { key: "follower", header: words.follower, cell: (row) => names[row.follower ?? ""] ?? "" },
            ]}
          />
          <Pagination page={page} pageCount={pageCount} />
          <ListFiles to={`/${slug}/statistiques/personnes/telecharger`} search={search} />
        </>
      )}
    </Page>
  );
}
