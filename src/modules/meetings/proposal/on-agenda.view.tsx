import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { Tone } from "#ui/tone.ts";
import { en as meetingEn } from "../meeting/meeting.en.ts";
import { fr as meetingFr } from "../meeting/meeting.fr.ts";
import { en } from "./proposal.en.ts";
import { fr } from "./proposal.fr.ts";
import type { ProposalStatus } from "./proposal.ts";

const TONES: Readonly<Record<ProposalStatus, Tone>> = {
  ...{ filed: "info", scheduled: "info", postponed: "attention" },
  ...{ adopted: "ok", amended: "ok", refused: "erreur", withdrawn: "neutre" },
};

export function ProposalState({ status }: { readonly status: ProposalStatus }) {
  const words = useLanguage().choose({ fr, en });
  return <Badge tone={TONES[status]}>{words.statuses[status]}</Badge>;
}

type Shown = {
  readonly slug: string;
  readonly proposals: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: ProposalStatus;
    readonly supports: number;
  }[];
};

/** What people propose to a meeting, and what became of each. */
export function OnAgenda({ slug, proposals }: Shown) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  const meeting = choose({ fr: meetingFr, en: meetingEn });
  return (
    <Card title={meeting.proposals}>
      {proposals.length === 0 ? <p className="text-texte2">{meeting.noProposal}</p> : null}
      <ul className="divide-y divide-bordure">
        {proposals.map(({ id, title, status, supports }) => (
          <li key={id} data-row={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0">
              <TextLink to={`/${slug}/propositions/${id}`}>{title}</TextLink>
              {supports === 0 ? null : (
                <span className="block text-aide text-texte2">
                  {plural(supports, words.supportOne, words.supportCount)}
                </span>
              )}
            </span>
            <ProposalState status={status} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
