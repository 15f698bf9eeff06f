import { MessagesSquare, Plus } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { seatsOf } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/consultations.page";
import { en } from "./consultation.en.ts";
import { fr } from "./consultation.fr.ts";
import { mayReadConsultation, mayRunConsultation } from "./consultation.policy.ts";
import { listConsultations, phasesOf } from "./consultation.store.ts";
import { chosenPhase } from "./consultation.ts";
import { phaseShown } from "./consultation-detail.store.ts";
import { TogetherTabs } from "./consultation-tabs.view.tsx";
import { Answered, PhaseState } from "./phase-state.view.tsx";

/** Every consultation, with its current phase and what it still awaits of the reader. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today } = reader;
    const refusal = mayReadConsultation(actor);
    if (refusal) return refusal;
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const phases = Map.groupBy(await phasesOf(tx, organizationId), ({ consultationId }) => consultationId);
    const rows = [];
    for (const consultation of await listConsultations(tx, organizationId)) {
      const current = chosenPhase(phases.get(consultation.id) ?? []);
      if (current === undefined) continue;
      const phase = await phaseShown(reader, consultation, current, seats);
      rows.push({ id: consultation.id as string, title: consultation.title, phase });
    }
    return { slug, runs: mayRunConsultation(actor) === null, rows };
  });
}

export default function Consultations({ loaderData: { slug, runs, rows } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const create = runs ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/consultations/nouvelle`}>
      {words.prepare}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} description={words.lead} actions={create}>
      <TogetherTabs slug={slug} />
      {rows.length === 0 ? (
        <EmptyState icon={MessagesSquare} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {rows.map(({ id, title, phase }) => (
            <li key={id}>
              <Card
                title={<TextLink to={`/${slug}/consultations/${id}`}>{title}</TextLink>}
                actions={<PhaseState status={phase.status} />}
                description={fill(words.phaseLine, {
                  phase: phase.title,
                  from: longDay(phase.opensOn, language),
                  to: longDay(phase.closesOn, language),
                })}
              >
                {phase.status === "prepared" ? null : (
                  <Answered title={phase.title} answered={phase.answered} asked={phase.asked} />
                )}
                {phase.taking ? (
                  <div className="mt-3 flex flex-wrap gap-3 empty:hidden">
                    {phase.own
                      .filter(({ answered }) => !answered)
                      .map(({ structureId, name }) => (
                        <ButtonLink
                          key={structureId}
                          variant="primary"
                          to={`/${slug}/consultations/${id}/phases/${phase.id}/reponse?structure=${structureId}`}
                        >
                          {fill(words.answer, { structure: name })}
                        </ButtonLink>
                      ))}
                  </div>
                ) : null}
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
