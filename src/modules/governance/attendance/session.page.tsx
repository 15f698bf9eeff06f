import { data } from "react-router";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../assembly/assembly.en.ts";
import { fr } from "../assembly/assembly.fr.ts";
import { momentOf, openAssemblyPage, quorumNow, shownMotion } from "../assembly/assembly-reading.store.ts";
import { closeAssembly } from "../assembly/hold-assembly.command.ts";
import { mayGovern } from "../governance.policy.ts";
import { choicesOf, motionsOf } from "../motion/motion.store.ts";
import { castVote, openVote, recordBallot, settleVote } from "../motion/vote.command.ts";
import { VotingCard } from "../motion/voting.view.tsx";
import type { Route } from "./+types/session.page";
import { notePresent } from "./attend.command.ts";
import { AttendanceCard, QuorumCard } from "./attendance.view.tsx";
import { Refresh } from "./refresh.island.tsx";
import { refuseUnlessOpen } from "./while-open.page.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** Where the office holds the session: who is there, the quorum, the votes. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug } = reader;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const opened = await openAssemblyPage(reader, args.params.assemblyId);
    if (isRefusal(opened)) return opened;
    const closed = refuseUnlessOpen(slug, opened.assembly);
    if (closed) return closed;
    const motions = await motionsOf(tx, organizationId, opened.assembly.id);
    const voting = motions.find(({ status }) => status === "voting");
    const choices = voting === undefined ? new Map() : await choicesOf(tx, organizationId, voting.id);
    const names = new Map(opened.room.map(({ associateId, name }) => [associateId, name]));
    return {
      ...{ slug, assembly: momentOf(reader, opened.assembly), quorum: quorumNow(opened) },
      room: opened.room.map(({ associateId, name, present, holderId, counts }) => ({
        ...{ id: associateId as string, name, present, counts },
        holder: holderId === null ? null : (names.get(holderId) ?? ""),
        choice: (choices.get(associateId) ?? null) as "for" | "against" | "abstain" | null,
      })),
      motions: motions.map((one) => shownMotion(one, opened.articles)),
    };
  });
}

export type SessionData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, assemblyId } = args.params;
  const given = { ...input, assemblyId };
  const here = `/${cooperative}/assemblees/${assemblyId}`;
  const then =
    (message: { fr: string; en: string }, to = `${here}/seance`) =>
    () => ({ to, message });
  switch (input.intention) {
    case "presence":
      return act(args, form, notePresent, given, then({ fr: fr.noted, en: en.noted }));
    case "openVote":
      return act(args, form, openVote, given, then({ fr: fr.voteOpened, en: en.voteOpened }));
    case "vote":
      return act(args, form, castVote, given, then({ fr: fr.voted, en: en.voted }));
    case "settle":
      return act(args, form, settleVote, given, then({ fr: fr.settled, en: en.settled }));
    case "record":
      return act(args, form, recordBallot, given, then({ fr: fr.settled, en: en.settled }));
    case "close":
      return act(args, form, closeAssembly, given, then({ fr: fr.closed, en: en.closed }, `${here}/proces-verbal`));
    default:
      throw data(null, { status: 404 });
  }
}

export default function Session({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, assembly, quorum, room, motions } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  const here = `/${slug}/assemblees/${assembly.id}`;
  return (
    <Page
      title={words.session}
      windowTitle={`${words.session}, ${assembly.title}`}
      description={words.sessionLead}
      crumbs={[{ to: here, label: assembly.title }]}
      actions={<ButtonLink to={`${here}/ecran`}>{words.room}</ButtonLink>}
    >
      <Refresh />
      {(["presence", "openVote", "vote", "settle"] as const).map((intent) => (
        <Refused key={intent} intent={intent} answer={answer} />
      ))}
      <QuorumCard quorum={quorum} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          {motions.map((motion) => (
            <VotingCard key={motion.id} motion={motion} room={room} answer={answer} />
          ))}
        </div>
        <AttendanceCard room={room} answer={answer} />
      </div>
      <Card title={words.close} description={words.closeLead}>
        <Refused intent="close" answer={answer} />
        <Confirm trigger={words.close} title={words.closeTitle}>
          <p>{words.closeLead}</p>
          <SubmitForm intent="close" answer={answer} className="flex flex-col gap-4">
            <TextInput name="chair" label={words.chair} maxLength={120} required />
            <TextInput name="secretary" label={words.secretary} maxLength={120} required />
            <SubmitButton>{words.closeSubmit}</SubmitButton>
          </SubmitForm>
        </Confirm>
      </Card>
    </Page>
  );
}
