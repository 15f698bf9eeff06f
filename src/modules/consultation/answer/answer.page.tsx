import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../consultation/consultation.en.ts";
import { fr } from "../consultation/consultation.fr.ts";
import { mayAnswer } from "../consultation/consultation.policy.ts";
import type { Route } from "./+types/answer.page";
import { ranksOf } from "./answer-form.ts";
import { answeringPage } from "./answer-page.store.ts";
import { giveAnswer } from "./give-answer.command.ts";
import { RankFields } from "./rank-fields.view.tsx";

/** The form of a structure, for those who represent it. */
export function loader(args: Route.LoaderArgs) {
  const wanted = new URL(args.request.url).searchParams.get("structure");
  return readTenant(args, async (reader) => {
    const { actor, slug, now } = reader;
    const page = await answeringPage(reader, args.params);
    if (isRefusal(page)) return page;
    const { seats, asked, valid, shown } = page;
    const own = asked.filter(({ structureId }) => seats.some((seat) => seat.structureId === structureId));
    const structureId = parseId<"structure">(wanted) ?? own[0]?.structureId;
    const structure = asked.find((one) => one.structureId === structureId);
    if (structure === undefined) return refuse("forbidden", "network.notSeated");
    const refusal = mayAnswer(actor, seats, structure.structureId);
    if (refusal) return refusal;
    const before = valid.get(structure.structureId);
    return {
      ...{ slug, shown, key: newId<"key">(now) as string },
      structure: { id: structure.structureId as string, name: structure.name },
      before: before
        ? {
            givenOn: before.givenOn,
            comment: before.comment,
            ranks: before.ranks.map(({ axisId, rank, note }) => ({ axisId: axisId as string, rank, note })),
          }
        : null,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, consultationId, phaseId } = args.params;
  const { structureId = "" } = input;
  return act(args, form, giveAnswer, { ...input, phaseId, ranks: ranksOf(input) }, () => ({
    to: `/${cooperative}/consultations/${consultationId}/reponses/${structureId}`,
    message: { fr: fr.answerGiven, en: en.answerGiven },
  }));
}

export default function AnswerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, shown, structure, before, key } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page
      title={fill(words.answerTitle, { structure: structure.name })}
      description={`${shown.title}, ${shown.phase}`}
      width="form"
      crumbs={[
        { to: `/${slug}/consultations`, label: words.title },
        { to: `/${slug}/consultations/${shown.consultationId}`, label: shown.title },
      ]}
    >
      {shown.closed === null ? null : <Notice>{words.refusals[shown.closed as keyof typeof words.refusals]}</Notice>}
      {shown.closed === null ? (
        <>
          {before ? (
            <Notice>
              {fill(words.answerReplaces, { structure: structure.name, day: longDay(before.givenOn, language) })}
            </Notice>
          ) : null}
          <Card>
            <p className="mb-4 max-w-prose whitespace-pre-line">{shown.question}</p>
            <p className="mb-4 text-texte2">{words.answerLead}</p>
            <SubmitForm
              idempotencyKey={key}
              hidden={{ structureId: structure.id }}
              answer={actionData ?? null}
              className="flex flex-col gap-4"
            >
              <RankFields axes={shown.axes} given={before?.ranks ?? []} comment={before?.comment ?? ""} />
              <SubmitButton className="self-start">{words.answerSubmit}</SubmitButton>
            </SubmitForm>
          </Card>
        </>
      ) : null}
    </Page>
  );
}
