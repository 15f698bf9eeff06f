import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Timeline, type TimelineStep } from "#ui/timeline.tsx";
import { en } from "./proposal.en.ts";
import { fr } from "./proposal.fr.ts";
import type { ProposalDetail } from "./proposal-detail.store.ts";

/** All that happened to a proposal, from its filing. */
export function ProposalHistory({ slug, proposal }: { readonly slug: string; readonly proposal: ProposalDetail }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const at = (day: ProposalDetail["on"]) => longDay(day, language);
  const by = (name: string) => fill(words.by, { name });
  const steps: TimelineStep[] = [
    { key: "file", state: "done", title: words.events.file, at: at(proposal.on), by: by(proposal.by) },
    ...proposal.events.map(
      (event): TimelineStep => ({
        key: event.key,
        state: "done",
        title: words.events[event.kind],
        at: at(event.on),
        by: by(event.by),
        children: <EventFacts slug={slug} event={event} />,
      }),
    ),
  ];
  return (
    <Card title={words.history}>
      <Timeline label={words.history} steps={steps} />
    </Card>
  );
}

function EventFacts({ slug, event }: { readonly slug: string; readonly event: ProposalDetail["events"][number] }) {
  const words = useLanguage().choose({ fr, en });
  const { meeting, reason, amended, votes } = event;
  return (
    <div className="flex max-w-prose flex-col gap-1">
      {meeting === null ? null : meeting.id === null ? (
        <p className="text-texte2">{words.inTeamMeeting}</p>
      ) : (
        <p>
          <TextLink to={`/${slug}/reunions/${meeting.id}`}>{fill(words.at, { title: meeting.title })}</TextLink>
        </p>
      )}
      {reason === "" ? null : <p className="whitespace-pre-line">{reason}</p>}
      {amended === "" ? null : (
        <p className="whitespace-pre-line">
          <span className="block text-aide text-texte2">{words.amendedText}</span>
          {amended}
        </p>
      )}
      {votes === null ? null : (
        <p className="text-texte2">
          {fill(words.votesSaid, {
            ...{ for: String(votes.for), against: String(votes.against), abstained: String(votes.abstained) },
          })}
        </p>
      )}
    </div>
  );
}
