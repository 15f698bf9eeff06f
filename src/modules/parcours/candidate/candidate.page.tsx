import { data } from "react-router";
import { act, readForm } from "#modules/membership/index.server.ts";
import type { Command } from "#platform/command.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { useShell } from "#ui/shell-context.tsx";
import { registerCandidate } from "../information-meeting/note-attendance.command.ts";
import {
  cancelInterview,
  holdInterview,
  planInterview,
  rewriteInterview,
} from "../interview/hold-interview.command.ts";
import { InterviewCard } from "../interview/interview-card.view.tsx";
import type { Route } from "./+types/candidate.page";
import { assignCandidate } from "./add-candidate.command.ts";
import { en as candidateEn } from "./candidate.en.ts";
import { fr as candidateFr } from "./candidate.fr.ts";
import { FollowCard, MeetingsCard, ToldCard } from "./candidate-cards.view.tsx";
import { en } from "./candidate-screen.en.ts";
import { fr } from "./candidate-screen.fr.ts";
import { STATUS_TONE } from "./candidate-tone.ts";
import { candidateView } from "./candidate-view.store.ts";
import { attachCandidate, convertCandidate } from "./convert-candidate.command.ts";
import { abandonCandidate, acceptCandidate, refuseCandidate, reopenCandidate } from "./decide-candidate.command.ts";
import { DecisionCard } from "./decision-card.view.tsx";
import { HistoryCard } from "./history-card.view.tsx";
import { mergeCandidates } from "./merge-candidates.command.ts";
import { SimilarCard } from "./similar-card.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, (reader) => candidateView(reader, args.params.candidateId));
}

const ACTS = {
  assign: { command: assignCandidate, said: "assigned" },
  register: { command: registerCandidate, said: "registered" },
  plan: { command: planInterview, said: "planned" },
  hold: { command: holdInterview, said: "held" },
  cancelInterview: { command: cancelInterview, said: "cancelled" },
  rewrite: { command: rewriteInterview, said: "rewritten" },
  accept: { command: acceptCandidate, said: "accepted" },
  refuse: { command: refuseCandidate, said: "refused" },
  abandon: { command: abandonCandidate, said: "abandoned" },
  reopen: { command: reopenCandidate, said: "reopened" },
  merge: { command: mergeCandidates, said: "merged" },
  convert: { command: convertCandidate, said: "converted" },
  attach: { command: attachCandidate, said: "attached" },
} as const;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["heldOn"]);
  const intent = input.intention as keyof typeof ACTS;
  if (!Object.hasOwn(ACTS, intent)) throw data(null, { status: 404 });
  const { command, said } = ACTS[intent];
  const { cooperative, candidateId } = args.params;
  const chosen = form.getAll("chosen").map(String);
  const interviewId = input.interviewId || null;
  // The candidate is the page's own: what a form says of them is not believed.
  const given = { ...input, chosen, interviewId, candidateId };
  return act(args, form, command as Command<unknown, object>, given, (output) => ({
    to:
      intent === "convert" && "personId" in output
        ? `/${cooperative}/personnes/${output.personId}`
        : `/${cooperative}/candidatures/${candidateId}`,
    message: { fr: fr.done[said], en: en.done[said] },
  }));
}

export default function CandidatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, candidate, open } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { statuses } = choose({ fr: candidateFr, en: candidateEn });
  const answer = actionData ?? undefined;
  // Those who keep the public page keep data protection too: direction and administration.
  const keepsData = useShell().tabPages.some(({ key }) => key === "intake");
  return (
    <Page
      title={`${candidate.firstName} ${candidate.lastName}`}
      crumbs={[{ to: `/${slug}/candidatures`, label: words.title }]}
      badge={<Badge tone={STATUS_TONE[candidate.status]}>{statuses[candidate.status]}</Badge>}
    >
      {candidate.mergedInto === null ? null : (
        <Notice tone="info">
          {words.page.mergedHere}{" "}
          <TextLink to={`/${slug}/candidatures/${candidate.mergedInto}`}>{words.page.goThere}</TextLink>
        </Notice>
      )}
      <SimilarCard view={loaderData} answer={answer} />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          {candidate.mergedInto === null ? <DecisionCard view={loaderData} answer={answer} /> : null}
          <ToldCard view={loaderData} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <InterviewCard view={loaderData} answer={answer} />
          <MeetingsCard view={loaderData} answer={answer} />
          {open ? <FollowCard view={loaderData} answer={answer} /> : null}
          <HistoryCard events={loaderData.events} />
        </div>
      </div>
      {keepsData && candidate.status !== "converted" ? (
        <p className="text-aide">
          <TextLink to={`/${slug}/candidatures/${candidate.candidateId}/effacement`}>{words.page.erase}</TextLink>
        </p>
      ) : null}
    </Page>
  );
}
