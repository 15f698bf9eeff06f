import { CalendarDays, Plus } from "lucide-react";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/meetings.page";
import { en } from "./meeting.en.ts";
import { fr } from "./meeting.fr.ts";
import { mayConvene } from "./meeting.policy.ts";
import { listMeetings } from "./meeting.store.ts";
import { MeetingList } from "./meeting-line.view.tsx";
import { audiencesOf, meetingRows } from "./meeting-rows.store.ts";
import { MeetingTabs } from "./meeting-tabs.view.tsx";

const MOST = 50;

/** Meetings to come and over, as far as their reader may know them. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now } = reader;
    const of = { now, audiences: audiencesOf(reader), limit: MOST };
    return {
      slug,
      convenes: mayConvene(actor) === null,
      coming: await meetingRows(reader, await listMeetings(tx, organizationId, { ...of, when: "coming" })),
      past: await meetingRows(reader, await listMeetings(tx, organizationId, { ...of, when: "past" })),
    };
  });
}

export default function Meetings({ loaderData: { slug, convenes, coming, past } }: Route.ComponentProps) {
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
    </Page>
  );
}
