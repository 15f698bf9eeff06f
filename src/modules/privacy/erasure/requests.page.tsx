import { addMonths, type Day, dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { mayKeepPrivacy } from "../access/access.policy.ts";
import { PrivacyTabs } from "../privacy-tabs.view.tsx";
import type { Route } from "./+types/requests.page";
import { en } from "./erasure.en.ts";
import { fr } from "./erasure.fr.ts";
import { requestsOf } from "./erasure.store.ts";
import { ANSWER_MONTHS } from "./erasure.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, timeZone }) => {
    const refusal = mayKeepPrivacy(actor);
    if (refusal) return refusal;
    const requests = (await requestsOf(tx, organizationId, null)).map(({ closedAt, ...request }) => ({
      ...request,
      answerBy: addMonths(request.askedOn, ANSWER_MONTHS),
      closedOn: closedAt === null ? null : dayIn(closedAt, timeZone),
    }));
    return { slug, today, requests };
  });
}

type Line = Awaited<ReturnType<typeof loader>>["requests"][number];

export default function Requests({ loaderData: { slug, today, requests } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const state = ({ outcome, closedOn, answerBy }: Line) =>
    outcome === null ? (
      <Badge tone={answerBy < today ? "erreur" : "attention"}>{words.states.open}</Badge>
    ) : (
      fill(words.states[outcome], { day: closedOn === null ? "" : day(closedOn as Day) })
    );
  const columns: Column<Line>[] = [
    {
      key: "who",
      header: words.who,
      rowHeader: true,
      cell: (row) => <TextLink to={`/${slug}/personnes/${row.personId}/donnees`}>{row.name}</TextLink>,
    },
    { key: "asked", header: words.askedOn, cell: (row) => day(row.askedOn) },
    { key: "by", header: words.answerBy, cell: (row) => (row.outcome === null ? day(row.answerBy) : "") },
    { key: "state", header: words.state, cell: state },
  ];
  return (
    <Page title={words.title} description={words.lead}>
      <PrivacyTabs />
      {requests.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      ) : (
        <Table caption={words.title} rows={requests} rowKey={(row) => row.requestId} columns={columns} />
      )}
    </Page>
  );
}
