import { Plus } from "lucide-react";
import { visibleActivities } from "#kernel/actor.ts";
import { isStaff } from "#modules/network/index.server.ts";
import { COOPERATION_PAGES } from "#modules/network/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { Page } from "#ui/page.tsx";
import type { Column } from "#ui/table.tsx";
import { SharedTabs } from "#ui/tabs.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";
import { mayOpen, mayRead } from "../bid.policy.ts";
import type { Route } from "./+types/bids.page";
import { listBids } from "./bid.store.ts";
import { partsIn, totalOf } from "./bid.ts";
import { STATUS_TONE } from "./status-tone.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    const activities = isStaff(actor) ? "all" : visibleActivities(actor);
    const bids = await listBids(tx, organizationId, { personId: actor.personId, activities });
    return {
      ...{ slug, cae: actor.house === "cae", mayOpen: mayOpen(actor) === null },
      bids: bids
        .filter((bid) => mayRead(actor, bid) === null)
        .map((bid) => ({
          ...{ id: bid.id as string, title: bid.title, buyer: bid.buyer, deadline: bid.deadline, status: bid.status },
          total: totalOf(partsIn(bid)),
        })),
    };
  });
}

type Line = Awaited<ReturnType<typeof loader>>["bids"][number];

export default function Bids({ loaderData: { slug, bids, cae, mayOpen: opens } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const actions = opens ? (
    <>
      {cae ? <TextLink to={`/${slug}/reponses-communes/reprendre`}>{words.take}</TextLink> : null}
      <ButtonLink variant="primary" icon={Plus} to={`/${slug}/reponses-communes/nouvelle`}>
        {words.begin}
      </ButtonLink>
    </>
  ) : undefined;
  if (bids.length === 0 && cae) {
    return (
      <EmptyState heading title={words.none} action={actions}>
        {words.noneLead}
      </EmptyState>
    );
  }
  const columns: Column<Line>[] = [
    {
      key: "title",
      header: words.columns.title,
      rowHeader: true,
      cell: (line) => <TextLink to={`/${slug}/reponses-communes/${line.id}`}>{line.title}</TextLink>,
    },
    { key: "buyer", header: words.columns.buyer, cell: (line) => line.buyer },
    { key: "deadline", header: words.columns.deadline, cell: (line) => day(line.deadline) },
    { key: "total", header: words.columns.total, align: "end", cell: (line) => eur(line.total, language) },
    {
      key: "state",
      header: words.columns.state,
      cell: (line) => <Badge tone={STATUS_TONE[line.status]}>{words.statuses[line.status]}</Badge>,
    },
  ];
  return (
    <Page title={words.title} description={words.lead} actions={actions}>
      {cae ? null : <SharedTabs slug={slug} of={COOPERATION_PAGES} />}
      {bids.length === 0 ? (
        <EmptyState title={words.none}>{words.noneLead}</EmptyState>
      ) : (
        <ListTable caption={words.title} rows={bids} rowKey={(line) => line.id} columns={columns} />
      )}
    </Page>
  );
}
