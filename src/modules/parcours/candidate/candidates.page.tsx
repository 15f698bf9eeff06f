import { UserPlus } from "lucide-react";
import { dayIn } from "#kernel/day.ts";
import { listFollowers } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles, ListToolbar } from "#ui/list-toolbar.tsx";
import { Page } from "#ui/page.tsx";
import { pageAsked, pageOf } from "#ui/page-of.ts";
import { Pagination } from "#ui/pagination.tsx";
import { Table } from "#ui/table.tsx";
import { CandidatesTabs } from "../candidates-tabs.view.tsx";
import { listMeetings } from "../information-meeting/information-meeting.store.ts";
import type { Route } from "./+types/candidates.page";
import { en as candidateEn } from "./candidate.en.ts";
import { fr as candidateFr } from "./candidate.fr.ts";
import { candidatesReached, mayReceiveCandidates } from "./candidate.policy.ts";
import { EVERY, STATUSES, UNFOLLOWED } from "./candidate.ts";
import { en } from "./candidate-screen.en.ts";
import { fr } from "./candidate-screen.fr.ts";
import { STATUS_TONE } from "./candidate-tone.ts";
import { listedCandidates } from "./listed-candidates.store.ts";
import { en as tradeEn } from "./trade.en.ts";
import { fr as tradeFr } from "./trade.fr.ts";

const ON_A_PAGE = 50;

export function loader(args: Route.LoaderArgs) {
  const { search } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, timeZone } = reader;
    const refusal = mayReceiveCandidates(actor);
    if (refusal) return refusal;
    const { rows, total, counts } = await listedCandidates(reader, search);
    const page = pageOf(rows, pageAsked(search), ON_A_PAGE);
    const followers = await listFollowers(tx, organizationId);
    const all = candidatesReached(actor) === "all";
    return {
      slug,
      total,
      ...page,
      counts: Object.fromEntries(counts) as Partial<Record<(typeof STATUSES)[number], number>>,
      rows: page.rows.map((row) => ({ ...row, createdOn: dayIn(row.createdAt, timeZone) })),
      followers: all ? followers : followers.filter(({ personId }) => personId === actor.personId),
      meetings: (await listMeetings(tx, organizationId)).map(({ meetingId, heldOn }) => ({ meetingId, heldOn })),
    };
  });
}

export default function Candidates({ loaderData }: Route.ComponentProps) {
  const { slug, total, rows, counts, followers, meetings, page, pageCount } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { statuses } = choose({ fr: candidateFr, en: candidateEn });
  const trades: Readonly<Record<string, string>> = choose({ fr: tradeFr, en: tradeEn });
  const add = (
    <ButtonLink variant="primary" icon={UserPlus} to={`/${slug}/candidatures/nouvelle`}>
      {words.add}
    </ButtonLink>
  );
  const filters = [
    {
      parameter: "etat",
      label: words.status,
      options: [
        ...STATUSES.map((value) => ({ value, label: statuses[value], count: counts[value] ?? 0 })),
        { value: EVERY, label: words.every },
      ],
    },
    {
      parameter: "suivi",
      label: words.follower,
      options: [
        ...followers.map(({ personId, name }) => ({ value: personId, label: name })),
        { value: UNFOLLOWED, label: words.nobodyFollows },
      ],
    },
    ...(meetings.length === 0
      ? []
      : [
          {
            parameter: "reunion",
            label: words.meeting,
            options: meetings.map(({ meetingId, heldOn }) => ({ value: meetingId, label: day(heldOn) })),
          },
        ]),
  ];
  return (
    <Page title={words.title} description={words.lead} actions={add}>
      <CandidatesTabs />
      <ListToolbar search={words.search} filters={filters} />
      {rows.length === 0 ? (
        <EmptyState title={total === 0 ? words.none : words.nothing}>{total === 0 ? words.noneHelp : null}</EmptyState>
      ) : (
        <>
          <Table
            caption={words.title}
            rows={rows}
            rowKey={(row) => row.candidateId}
            defaultSort={{ key: "createdAt", descending: true }}
            columns={[
              {
                key: "name",
                header: words.name,
                rowHeader: true,
                sortable: true,
                cell: (row) => (
                  <TextLink to={`/${slug}/candidatures/${row.candidateId}`}>
                    {row.firstName} {row.lastName}
                  </TextLink>
                ),
              },
              {
                key: "status",
                header: words.status,
                sortable: true,
                cell: (row) => <Badge tone={STATUS_TONE[row.status]}>{statuses[row.status]}</Badge>,
              },
              { key: "trade", header: words.trade, cell: (row) => trades[row.trade] ?? "" },
              {
                key: "meeting",
                header: words.meeting,
                cell: (row) => (row.meetingOn === null ? "" : day(row.meetingOn)),
              },
              { key: "follower", header: words.follower, sortable: true, cell: (row) => row.follower },
              { key: "createdAt", header: words.createdAt, sortable: true, cell: (row) => day(row.createdOn) },
            ]}
          />
          <Pagination page={page} pageCount={pageCount} />
          <ListFiles to={`/${slug}/candidatures/telecharger`} />
        </>
      )}
    </Page>
  );
}
