import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { en as consultationEn } from "../consultation/consultation.en.ts";
import { fr as consultationFr } from "../consultation/consultation.fr.ts";
import { mayReadConsultation, mayReadResults } from "../consultation/consultation.policy.ts";
import { findConsultation, phasesOf } from "../consultation/consultation.store.ts";
import { chosenPhase } from "../consultation/consultation.ts";
import { ConsultationTabs } from "../consultation/consultation-tabs.view.tsx";
import type { Route } from "./+types/results.page";
import { comparePhases } from "./comparison.ts";
import { ComparisonTable } from "./comparison.view.tsx";
import { PhaseChoice } from "./phase-choice.view.tsx";
import { readResults } from "./read-results.store.ts";
import { en } from "./result.en.ts";
import { fr } from "./result.fr.ts";
import { ResultSections } from "./result-sections.view.tsx";
import { shownResults } from "./shown-results.ts";
import { Verbatims } from "./verbatims.view.tsx";

/** What a phase gave; before it is closed, the team alone reads it. */
export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug } = reader;
    const refusal = mayReadConsultation(actor);
    if (refusal) return refusal;
    const id = parseId<"consultation">(args.params.consultationId);
    const consultation = id === null ? null : await findConsultation(tx, organizationId, id);
    if (consultation === null) return refuse("missing", "consultation.missing");
    const phases = await phasesOf(tx, organizationId, consultation.id);
    const phase = chosenPhase(phases, searchParams.get("phase"));
    if (phase === undefined) return refuse("missing", "phase.missing");
    const page = {
      ...{ slug, phaseId: phase.id as string },
      consultation: { id: consultation.id as string, title: consultation.title },
      phases: phases.map(({ id: value, title }) => ({ id: value as string, title })),
    };
    if (mayReadResults(actor, phase) !== null) return { ...page, results: null, comparison: null };
    const results = await readResults(reader, consultation, phase);
    const before = phases.findLast(({ position, status }) => position < phase.position && status === "closed");
    const earlier = before ? await readResults(reader, consultation, before) : null;
    const axes = results.axes.map((axis) => axis.id);
    return {
      ...page,
      results: { ...shownResults(results), verbatims: results.verbatims, axes: results.axes.map(({ title }) => title) },
      comparison: earlier
        ? { before: earlier.phase.title, ...comparePhases(axes, earlier.voices, results.voices) }
        : null,
    };
  });
}

export default function Results({ loaderData }: Route.ComponentProps) {
  const { slug, consultation, phases, phaseId, results, comparison } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page
      title={consultation.title}
      description={words.lead}
      crumbs={[{ to: `/${slug}/consultations`, label: choose({ fr: consultationFr, en: consultationEn }).title }]}
    >
      <ConsultationTabs slug={slug} id={consultation.id} />
      <PhaseChoice phases={phases} chosen={phaseId} />
      {results === null ? (
        <Notice>{words.waiting}</Notice>
      ) : (
        <>
          <ResultSections results={results} />
          {comparison === null ? null : (
            <Card title={words.comparison}>
              <ComparisonTable
                comparison={comparison}
                titles={results.titles}
                before={comparison.before}
                after={results.phase.title}
              />
            </Card>
          )}
          <Card title={words.verbatims}>
            <Verbatims axes={results.axes} verbatims={results.verbatims} />
          </Card>
        </>
      )}
    </Page>
  );
}
