import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { traceReading } from "#platform/http/trace-reading.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { day, month as monthText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { findDelegation } from "../agreement/agreement.store.ts";
import { en as delegationEn } from "../delegation.en.ts";
import { fr as delegationFr } from "../delegation.fr.ts";
import { mayDelegate, mayOpenWork } from "../delegation.policy.ts";
import type { Route } from "./+types/work.page";
import { commentWork, finishWork, noteWorkFault } from "./do-work.command.ts";
import { commentsOf, findWork } from "./work.store.ts";
import { isLate } from "./work.ts";
import { WorkBadge } from "./work-badge.view.tsx";
import { factsFor } from "./work-facts.store.ts";
import { FactsCard } from "./work-facts.view.tsx";
import { en } from "./work-screen.en.ts";
import { fr } from "./work-screen.fr.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(
    args,
    async (reader) => {
      const { tx, actor, organizationId, slug, now, today, timeZone } = reader;
      const id = parseId<"work">(args.params.workId);
      const work = id === null ? null : await findWork(tx, organizationId, id);
      if (work === null) return refuse("missing", "delegation.workMissing");
      const refusal = mayOpenWork(actor, work);
      if (refusal) return refusal;
      if (actor.delegation !== undefined) {
        const { agreementId, personId, work: kind } = work;
        const provider = (await findDelegation(tx, organizationId, agreementId))?.otherName ?? "";
        const details = { agreementId, work: kind, provider, ...(personId === null ? {} : { personId }) };
        await traceReading(reader, "delegation.work.read", {
          subjectKind: "delegation.work",
          subjectId: work.id,
          details,
        });
      }
      const comments = await commentsOf(tx, organizationId, work.id);
      return {
        ...{ slug, key: newId<"key">(now) as string, late: isLate(work, today) },
        work: {
          work: work.work,
          month: work.month,
          personName: work.personName,
          dueOn: work.dueOn,
          doneOn: work.doneOn,
        },
        fault: work.fault,
        facts: await factsFor(tx, organizationId, work),
        comments: comments.map(({ at, id: commentId, ...rest }) => ({
          ...{ ...rest, id: commentId as string, on: dayIn(at, timeZone), time: timeIn(at, timeZone) },
        })),
        mayFault: mayDelegate(actor) === null && work.doneAt !== null && work.faultAt === null,
      };
    },
    { delegates: true },
  );
}

export type WorkPageData = Route.ComponentProps["loaderData"];

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, workId } = args.params;
  const given = { ...input, workId };
  const said = (word: "finished" | "said" | "faultNoted") => () => ({
    to: `/${cooperative}/travaux-confies/${workId}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "finish":
      return act(args, form, finishWork, given, said("finished"));
    case "comment":
      return act(args, form, commentWork, given, said("said"));
    case "fault":
      return act(args, form, noteWorkFault, given, said("faultNoted"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function WorkPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { works, sides } = choose({ fr: delegationFr, en: delegationEn });
  const { slug, key, work, late, fault, comments, mayFault } = loaderData;
  const answer = actionData ?? undefined;
  return (
    <Page
      title={`${works[work.work]} : ${work.personName || words.house}`}
      badge={<WorkBadge done={work.doneOn !== null} late={late} faulty={fault !== ""} />}
      description={`${monthText(work.month, language)}. ${words.due} ${day(work.dueOn)}.`}
      crumbs={[{ to: `/${slug}/travaux-confies?mois=${work.month}`, label: words.title }]}
    >
      <FactsCard data={loaderData} />
      <Refused intent="finish" answer={answer} />
      {work.doneOn === null ? (
        <SubmitForm intent="finish" idempotencyKey={key}>
          <SubmitButton>{words.finish}</SubmitButton>
        </SubmitForm>
      ) : (
        <p className="text-texte2">
          {fill(words.doneOn, { day: day(work.doneOn) })} {fault}
        </p>
      )}
      <Card title={words.comments}>
        {comments.length === 0 ? <p className="text-texte2">{words.commentsNone}</p> : null}
        <ul className="flex flex-col divide-y divide-bordure">
          {comments.map((comment) => (
            <li key={comment.id} className="py-2">
              <p className="text-aide text-texte2">
                {comment.author} ({sides[comment.side]}), {day(comment.on)} {comment.time}
              </p>
              <p className="whitespace-pre-line">{comment.words}</p>
            </li>
          ))}
        </ul>
        <SubmitForm intent="comment" idempotencyKey={key} answer={answer} className="flex flex-col gap-4 pt-3">
          <Textarea name="words" label={words.comment} help={words.commentHelp} rows={2} maxLength={2000} required />
          <SubmitButton variant="secondary" className="w-fit">
            {words.say}
          </SubmitButton>
        </SubmitForm>
      </Card>
      {mayFault ? (
        <details open={answer?.typed?.intention === "fault" || undefined}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.noteFault}</summary>
          <SubmitForm intent="fault" idempotencyKey={key} answer={answer} className="flex flex-col gap-4 pt-2">
            <TextInput name="fault" label={words.faultWords} maxLength={1000} required />
            <SubmitButton variant="secondary" className="w-fit">
              {words.noteFault}
            </SubmitButton>
          </SubmitForm>
        </details>
      ) : null}
    </Page>
  );
}
