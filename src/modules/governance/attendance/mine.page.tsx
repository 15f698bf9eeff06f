import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../assembly/assembly.en.ts";
import { fr } from "../assembly/assembly.fr.ts";
import { findAssembly } from "../assembly/assembly.store.ts";
import { momentOf } from "../assembly/assembly-reading.store.ts";
import { choicesOf, motionsOf } from "../motion/motion.store.ts";
import { castVote } from "../motion/vote.command.ts";
import { VoteButtons } from "../motion/vote-buttons.view.tsx";
import type { Route } from "./+types/mine.page";
import { signPresence } from "./attend.command.ts";
import { Refresh } from "./refresh.island.tsx";
import { readRoom } from "./room.store.ts";
import { votersOf } from "./room.ts";
import { refuseUnlessOpen } from "./while-open.page.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** The phone of an associate in the room: signs, then votes for themselves and for whose proxies they hold. */
export function loader(args: Route.LoaderArgs) {
  const code = new URL(args.request.url).searchParams.get("code") ?? "";
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug } = reader;
    const id = parseId<"assembly">(args.params.assemblyId);
    const assembly = id === null ? null : await findAssembly(tx, organizationId, id);
    if (assembly === null || assembly.status === "draft") return refuse("missing", "assembly.missing");
    const closed = refuseUnlessOpen(slug, assembly);
    if (closed) return closed;
    // Every phone reads this again every few seconds: the room and the votes, not the whole register.
    const room = await readRoom(tx, organizationId, assembly.id);
    const own = room.filter(({ personId }) => personId === actor.personId);
    if (own.length === 0) return refuse("missing", "assembly.missing");
    const motions = await motionsOf(tx, organizationId, assembly.id);
    const voting = motions.find(({ status }) => status === "voting");
    const choices = voting === undefined ? new Map() : await choicesOf(tx, organizationId, voting.id);
    return {
      ...{ slug, code, assembly: momentOf(reader, assembly), signed: own.every(({ present }) => present) },
      voters: votersOf(room, actor.personId).map(({ associateId, name }) => ({
        ...{ id: associateId as string, name },
        choice: (choices.get(associateId) ?? null) as "for" | "against" | "abstain" | null,
      })),
      voting:
        voting === undefined
          ? null
          : { id: voting.id as string, number: voting.number, title: voting.title, body: voting.body },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, assemblyId } = args.params;
  const given = { ...input, assemblyId };
  const to = `/${cooperative}/assemblees/${assemblyId}/voter`;
  if (input.intention === "sign") {
    return act(args, form, signPresence, given, () => ({ to, message: { fr: fr.signed, en: en.signed } }));
  }
  if (input.intention !== "vote") throw data(null, { status: 404 });
  return act(args, form, castVote, given, () => ({ to, message: { fr: fr.voted, en: en.voted } }));
}

export default function Mine({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, code, assembly, signed, voters, voting } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  return (
    <Page
      title={words.mine}
      description={assembly.title}
      width="form"
      crumbs={[{ to: `/${slug}/assemblees/${assembly.id}`, label: assembly.title }]}
    >
      <Refresh />
      {signed ? (
        <Notice tone="ok">{fill(words.signedFor, { names: voters.map(({ name }) => name).join(", ") })}</Notice>
      ) : (
        <Card title={words.attendance}>
          <SubmitForm intent="sign" answer={answer} className="flex flex-col gap-4">
            <TextInput name="code" label={words.code} defaultValue={code} autoComplete="off" maxLength={40} required />
            <SubmitButton className="self-start">{words.sign}</SubmitButton>
          </SubmitForm>
        </Card>
      )}
      <Refused intent="vote" answer={answer} />
      {voting === null ? (
        <p className="text-texte2">{signed ? words.noVoteNow : words.notSigned}</p>
      ) : (
        <Card title={`${voting.number}. ${voting.title}`} className="[&>*+*]:mt-4">
          <p className="whitespace-pre-line">{voting.body}</p>
          {voters.map((voter) => (
            <div key={voter.id} className="flex flex-col gap-2">
              <p className="font-semibold">{fill(words.voteFor, { name: voter.name })}</p>
              <VoteButtons motionId={voting.id} voter={voter} answer={answer} large />
              {voter.choice === null ? null : (
                <p role="status">{fill(words.yourVote, { choice: words.choices[voter.choice] })}</p>
              )}
            </div>
          ))}
        </Card>
      )}
    </Page>
  );
}
