import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { findStructure, seatsOf } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { en } from "../consultation/consultation.en.ts";
import { fr } from "../consultation/consultation.fr.ts";
import { mayReadAnswer, mayReadConsultation } from "../consultation/consultation.policy.ts";
import { axesOf, findConsultation, phasesOf } from "../consultation/consultation.store.ts";
import type { Route } from "./+types/answers.page";
import { answersOf, gatheringsOf } from "./answer.store.ts";
import { standing } from "./answer.ts";
import { OneAnswer } from "./one-answer.view.tsx";

/** Everything that one structure answered, phase by phase: what counts, and the trace of what it replaced. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, timeZone }) => {
    const refusal = mayReadConsultation(actor);
    if (refusal) return refusal;
    const id = parseId<"consultation">(args.params.consultationId);
    const consultation = id === null ? null : await findConsultation(tx, organizationId, id);
    if (consultation === null) return refuse("missing", "consultation.missing");
    const structureId = parseId<"structure">(args.params.structureId);
    const structure = structureId === null ? null : await findStructure(tx, organizationId, structureId);
    if (structure === null) return refuse("missing", "structure.missing");
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const axes = await axesOf(tx, organizationId, consultation.id);
    const titles = new Map(axes.map((axis) => [axis.id, axis.title]));
    const phases = [];
    for (const phase of await phasesOf(tx, organizationId, consultation.id)) {
      if (phase.status === "prepared") continue;
      if (mayReadAnswer(actor, seats, structure.id, phase) !== null) continue;
      const answers = await answersOf(tx, organizationId, phase.id, structure.id);
      const gatherings = new Map((await gatheringsOf(tx, organizationId, phase.id)).map((one) => [one.id, one]));
      const names = await personNames(
        tx,
        organizationId,
        answers.map(({ recordedBy }) => recordedBy),
      );
      const valid = standing(answers).get(structure.id);
      phases.push({
        ...{ id: phase.id as string, title: phase.title },
        answers: answers.toReversed().map((answer) => ({
          ...{ id: answer.id as string, channel: answer.channel, givenOn: answer.givenOn, comment: answer.comment },
          stands: valid?.id === answer.id,
          recordedOn: dayIn(answer.recordedAt, timeZone),
          by: names.get(answer.recordedBy) ?? "",
          ranks: answer.ranks.map(({ axisId, rank, note }) => ({ rank, note, axis: titles.get(axisId) ?? "" })),
          gathering: answer.gatheringId === null ? null : (gatherings.get(answer.gatheringId) ?? null),
        })),
      });
    }
    if (phases.length === 0) return refuse("forbidden", "phase.resultsLater");
    const { name } = structure;
    return { slug, name, consultation: { id: consultation.id as string, title: consultation.title }, phases };
  });
}

export default function Answers({ loaderData: { slug, name, consultation, phases } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page
      title={fill(words.answersTitle, { structure: name })}
      description={words.answersLead}
      width="form"
      crumbs={[
        { to: `/${slug}/consultations`, label: words.title },
        { to: `/${slug}/consultations/${consultation.id}`, label: consultation.title },
      ]}
    >
      {phases.map(({ id, title, answers }) => (
        <Card key={id} title={title}>
          {answers.length === 0 ? <p className="text-texte2">{words.answersNone}</p> : null}
          <ol className="divide-y divide-bordure">
            {answers.map((answer) => (
              <li key={answer.id} className="py-3">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Badge tone={answer.stands ? "ok" : "neutre"}>{answer.stands ? words.stands : words.standsNot}</Badge>
                  <span className="font-semibold">{words.channels[answer.channel]}</span>
                  <span className="text-texte2">{longDay(answer.givenOn, language)}</span>
                </p>
                <OneAnswer answer={answer} />
              </li>
            ))}
          </ol>
        </Card>
      ))}
    </Page>
  );
}
