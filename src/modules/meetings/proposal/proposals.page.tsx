import { Lightbulb, Plus } from "lucide-react";
import { dayIn } from "#kernel/day.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { ListViews } from "#ui/list-views.tsx";
import { Page } from "#ui/page.tsx";
import { pageAsked, pageWithin } from "#ui/page-of.ts";
import { Pagination } from "#ui/pagination.tsx";
import { MeetingTabs } from "../meeting/meeting-tabs.view.tsx";
import type { Route } from "./+types/proposals.page";
import { ProposalState } from "./on-agenda.view.tsx";
import { en } from "./proposal.en.ts";
import { fr } from "./proposal.fr.ts";
import { countProposals, listProposals } from "./proposal.store.ts";
import { isOpen, STATUSES } from "./proposal.ts";

const ON_A_PAGE = 50;

/** All that was proposed, the latest first, with what became of it (?etat=adopted). */
export function loader(args: Route.LoaderArgs) {
  const { search, searchParams } = new URL(args.request.url);
  const asked = searchParams.get("etat");
  return readTenant(args, async ({ tx, organizationId, slug, timeZone }) => {
    const statuses = asked === "open" ? STATUSES.filter(isOpen) : STATUSES.filter((one) => one === asked);
    const filter = statuses.length === 0 ? STATUSES : statuses;
    const total = await countProposals(tx, organizationId, filter);
    const { offset, ...page } = pageWithin(total, pageAsked(search), ON_A_PAGE);
    const found = await listProposals(tx, organizationId, { statuses: filter, limit: ON_A_PAGE, offset });
    const names = await personNames(tx, organizationId, [...new Set(found.map(({ filedBy }) => filedBy))]);
    return {
      slug,
      filtered: statuses.length > 0,
      ...page,
      rows: found.map(({ id, title, status, filedAt, filedBy, supports, comments }) => ({
        ...{ id: id as string, title, status, supports, comments },
        by: names.get(filedBy) ?? "",
        on: dayIn(filedAt, timeZone),
      })),
    };
  });
}

export default function Proposals({ loaderData }: Route.ComponentProps) {
  const { slug, filtered, rows, page, pageCount } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const states = [
    { value: "open", label: words.open },
    ...STATUSES.map((value) => ({ value, label: words.statuses[value] })),
  ];
  return (
    <Page
      title={words.title}
      description={words.lead}
      actions={
        <ButtonLink variant="primary" icon={Plus} to={`/${slug}/propositions/nouvelle`}>
          {words.file}
        </ButtonLink>
      }
    >
      <MeetingTabs slug={slug} />
      {rows.length === 0 && !filtered ? (
        <EmptyState icon={Lightbulb} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <ListViews />
          <Filters filters={[{ parameter: "etat", label: words.state, options: states }]} />
          {rows.length === 0 ? (
            <EmptyState title={words.nothing} />
          ) : (
            <ListTable
              caption={words.title}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: "title",
                  header: words.name,
                  rowHeader: true,
                  cell: (row) => <TextLink to={`/${slug}/propositions/${row.id}`}>{row.title}</TextLink>,
                },
                { key: "by", header: words.filedBy, cell: (row) => row.by },
                { key: "on", header: words.filedOn, cell: (row) => day(row.on) },
                { key: "supports", header: words.supports, align: "end", cell: (row) => row.supports },
                { key: "comments", header: words.comments, align: "end", cell: (row) => row.comments },
                { key: "state", header: words.state, cell: (row) => <ProposalState status={row.status} /> },
              ]}
            />
          )}
          <Pagination page={page} pageCount={pageCount} />
        </>
      )}
    </Page>
  );
}
