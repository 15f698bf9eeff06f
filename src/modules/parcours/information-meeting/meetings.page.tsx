import { CalendarPlus } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { instantAt } from "#kernel/zoned.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { timeText } from "#ui/time-input.ts";
import type { Tone } from "#ui/tone.ts";
import { mayReceiveCandidates } from "../candidate/candidate.policy.ts";
import { CandidatesTabs } from "../candidates-tabs.view.tsx";
import type { Route } from "./+types/meetings.page";
import { en } from "./information-meeting.en.ts";
import { fr } from "./information-meeting.fr.ts";
import { listMeetings } from "./information-meeting.store.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, timeZone }) => {
    const refusal = mayReceiveCandidates(actor);
    if (refusal) return refusal;
    const meetings = (await listMeetings(tx, organizationId)).map((meeting) => {
      const over = instantAt(meeting.heldOn, meeting.startsAt, timeZone) <= now;
      const state = meeting.cancelled ? "cancelled" : over ? "over" : meeting.published ? "published" : "draft";
      return { ...meeting, state: state as keyof (typeof fr)["states"] };
    });
    return { slug, meetings };
  });
}

const TONE: Readonly<Record<keyof (typeof fr)["states"], Tone>> = {
  draft: "attention",
  published: "ok",
  over: "neutre",
  cancelled: "neutre",
};

export default function Meetings({ loaderData: { slug, meetings } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const create = (
    <ButtonLink variant="primary" icon={CalendarPlus} to={`/${slug}/reunions-information/nouvelle`}>
      {words.create}
    </ButtonLink>
  );
  return (
    <Page title={words.title} description={words.lead} actions={meetings.length === 0 ? null : create}>
      <CandidatesTabs />
      {meetings.length === 0 ? (
        <EmptyState title={words.none} action={create}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <Table
          caption={words.title}
          rows={meetings}
          rowKey={(row) => row.meetingId}
          columns={[
            {
              key: "when",
              header: words.when,
              rowHeader: true,
              cell: (row) => (
                <TextLink to={`/${slug}/reunions-information/${row.meetingId}`}>
                  {fill(words.page.at, { day: longDay(row.heldOn, language), time: timeText(row.startsAt, language) })}
                </TextLink>
              ),
            },
            {
              key: "where",
              header: words.where,
              cell: (row) => <span className="[overflow-wrap:anywhere]">{row.place || row.link}</span>,
            },
            {
              key: "seats",
              header: words.seats,
              align: "end",
              cell: (row) => fill(words.taken, { taken: String(row.taken), seats: String(row.seats) }),
            },
            {
              key: "state",
              header: words.state,
              cell: (row) => <Badge tone={TONE[row.state]}>{words.states[row.state]}</Badge>,
            },
          ]}
        />
      )}
    </Page>
  );
}
