import { CalendarDays, Plus } from "lucide-react";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { pageAsked, pageWithin } from "#ui/page-of.ts";
import { Pagination } from "#ui/pagination.tsx";
import type { Route } from "./+types/meetings.page";
import { en } from "./meeting.en.ts";
import { fr } from "./meeting.fr.ts";
import { mayConvene } from "./meeting.policy.ts";
import { countPastMeetings, listMeetings } from "./meeting.store.ts";
import { MeetingList } from "./meeting-line.view.tsx";
import { audiencesOf, meetingRows } from "./meeting-rows.store.ts";
import { MeetingTabs } from "./meeting-tabs.view.tsx";

const MOST_COMING = 100;
const ON_A_PAGE = 50;

/** Meetings to come, and those that are over page by page, as far as their reader may know them. */
export function loader(args: Route.LoaderArgs) {
  const asked = pageAsked(new URL(args.request.url).search);
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now } = reader;
    const of = { now, audiences: audiencesOf(reader) };
    const { offset, ...page } = pageWithin(await countPastMeetings(tx, organizationId, of), asked, ON_A_PAGE);
    const coming = { ...of, when: "coming", limit: MOST_COMING } as const;
    const past = { ...of, when: "past", limit: ON_A_PAGE, offset } as const;
    return {
      slug,
      convenes: mayConvene(actor) === null,
      coming: await meetingRows(reader, await listMeetings(tx, organizationId, coming)),
      past: await meetingRows(reader, await listMeetings(tx, organizationId, past)),
      ...page,
    };
  });
}

export default function Meetings({ loaderData }: Route.ComponentProps) {
  const { slug, convenes, coming, past, page, pageCount } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const create = convenes ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/reunions/nouvelle`}>
      {words.announce}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} description={words.lead} actions={create}>
      <MeetingTabs slug={slug} />
      {coming.length === 0 ? (
        <EmptyState
          icon={CalendarDays}
          title={words.none}
          action={<ButtonLink to={`/${slug}/propositions/nouvelle`}>{words.proposeInstead}</ButtonLink>}
        >
          {words.noneHelp}
        </EmptyState>
      ) : (
        <MeetingList title={words.coming} slug={slug} rows={coming} />
      )}
      {past.length === 0 ? null : <MeetingList title={words.past} slug={slug} rows={past} />}
      <Pagination page={page} pageCount={pageCount} />
    </Page>
  );
}
