import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { seatsOf } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/consultation.page";
import { en } from "./consultation.en.ts";
import { fr } from "./consultation.fr.ts";
import { mayReadConsultation, mayRunConsultation } from "./consultation.policy.ts";
import { axesOf, findConsultation, phasesOf } from "./consultation.store.ts";
import { CONSULTED, isAsked, MOST_PHASES } from "./consultation.ts";
import { phaseShown } from "./consultation-detail.store.ts";
import { ConsultationFields, PhaseFields } from "./consultation-fields.view.tsx";
import { ConsultationTabs } from "./consultation-tabs.view.tsx";
import { followOf } from "./follow.store.ts";
import { FollowCard } from "./follow.view.tsx";
import { PhaseCard } from "./phase-card.view.tsx";
import { savePhase, updateConsultation } from "./prepare-consultation.command.ts";
import { closePhase, openPhase, remindPhase } from "./run-phase.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** What is asked, phase by phase, and what may be done about it. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    const refusal = mayReadConsultation(actor);
    if (refusal) return refusal;
    const id = parseId<"consultation">(args.params.consultationId);
    const consultation = id === null ? null : await findConsultation(tx, organizationId, id);
    if (consultation === null) return refuse("missing", "consultation.missing");
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const phases = [];
    for (const phase of await phasesOf(tx, organizationId, consultation.id)) {
      phases.push(await phaseShown(reader, consultation, phase, seats));
    }
    const { title, question, audience, version } = consultation;
    const axes = (await axesOf(tx, organizationId, consultation.id)).map((axis) => axis.title);
    const runs = mayRunConsultation(actor) === null;
    return {
      ...{ slug, today, runs, key: newId<"key">(now) as string, phases },
      consultation: { id: consultation.id as string, title, question, audience, axes, version },
      changes: runs && !isAsked(phases),
      follow: await followOf(reader, consultation.id),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["opensOn", "closesOn"]);
  const { cooperative, consultationId } = args.params;
  const given = { ...input, consultationId };
  const then = (word: "updated" | "phaseSaved" | "opened" | "reminded" | "closed") => () => ({
    to: `/${cooperative}/consultations/${consultationId}`,
    message: { fr: fr[word], en: en[word] },
  });
  // A form of each phase says which one it is: its problem shows there alone.
  switch (input.intention?.split(" ")[0]) {
    case "update":
      return act(args, form, updateConsultation, given, then("updated"));
    case "phase":
      return act(args, form, savePhase, given, then("phaseSaved"));
    case "open":
      return act(args, form, openPhase, given, then("opened"));
    case "remind":
      return act(args, form, remindPhase, given, then("reminded"));
    case "close":
      return act(args, form, closePhase, given, then("closed"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function ConsultationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, runs, key, phases, consultation, changes, follow } = loaderData;
  const room = `/${slug}/salles/nouvelle?pour=${CONSULTED}:${consultation.id}`;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  return (
    <Page title={consultation.title} crumbs={[{ to: `/${slug}/consultations`, label: words.title }]}>
      <ConsultationTabs slug={slug} id={consultation.id} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Card title={words.asked}>
          <p className="max-w-prose whitespace-pre-line">{consultation.question}</p>
          <h3 className="mt-4 font-semibold">{words.axesTitle}</h3>
          <ul className="list-disc pl-6">
            {consultation.axes.map((axis) => (
              <li key={axis}>{axis}</li>
            ))}
          </ul>
          <p className="mt-3 text-aide text-texte2">{words.audiences[consultation.audience]}</p>
          {changes ? (
            <div className="mt-4">
              <Confirm trigger={words.edit} title={words.edit}>
                <p>{words.editLead}</p>
                <SubmitForm
                  intent="update"
                  hidden={{ version: String(consultation.version) }}
                  answer={answer}
                  className="flex flex-col gap-4"
                >
                  <ConsultationFields given={consultation} />
                  <SubmitButton className="self-start">{words.save}</SubmitButton>
                </SubmitForm>
              </Confirm>
            </div>
          ) : null}
        </Card>
        <div className="flex min-w-0 flex-col gap-4">
          {["open", "remind", "close"].map((intent) => (
            <Refused key={intent} intent={intent} answer={answer} />
          ))}
          {phases.map((phase) => (
            <PhaseCard
              key={phase.id}
              {...{ slug, phase, runs, today, answer }}
              consultationId={consultation.id}
              idempotencyKey={key}
            />
          ))}
          {runs && phases.length < MOST_PHASES ? (
            <Card>
              <Confirm trigger={words.phaseAdd} title={words.phaseAdd}>
                <SubmitForm intent="phase" idempotencyKey={key} answer={answer} className="flex flex-col gap-4">
                  <PhaseFields given={null} today={today} />
                  <SubmitButton className="self-start">{words.phaseSave}</SubmitButton>
                </SubmitForm>
              </Confirm>
            </Card>
          ) : null}
          <FollowCard slug={slug} follow={follow} room={runs ? room : null} />
        </div>
      </div>
    </Page>
  );
}
