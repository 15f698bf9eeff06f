import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { en as consultationEn } from "../consultation/consultation.en.ts";
import { fr as consultationFr } from "../consultation/consultation.fr.ts";
import { mayReadConsultation, mayRunConsultation } from "../consultation/consultation.policy.ts";
import { findConsultation, synthesesOf } from "../consultation/consultation.store.ts";
import { ConsultationTabs } from "../consultation/consultation-tabs.view.tsx";
import { publishSynthesis } from "../consultation/run-phase.command.ts";
import type { Route } from "./+types/synthesis.page";
import { readableResults } from "./collect.store.ts";
import { coverageText } from "./figure-text.ts";
import { Ranking } from "./figures.view.tsx";
import { en } from "./result.en.ts";
import { fr } from "./result.fr.ts";
import { shownResults } from "./shown-results.ts";
import { Verbatims } from "./verbatims.view.tsx";

/** What a consultation gave, on one page that reads from the question to the words of each. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, timeZone, now } = reader;
    const refusal = mayReadConsultation(actor);
    if (refusal) return refusal;
    const id = parseId<"consultation">(args.params.consultationId);
    const consultation = id === null ? null : await findConsultation(tx, organizationId, id);
    if (consultation === null) return refuse("missing", "consultation.missing");
    const phases = (await readableResults(reader, consultation)).map((results) => ({
      ...shownResults(results),
      ...{ verbatims: results.verbatims, axes: results.axes.map(({ title }) => title) },
    }));
    const versions = await synthesesOf(tx, organizationId, consultation.id);
    return {
      ...{ slug, phases, key: newId<"key">(now) as string },
      consultation: { id: consultation.id as string, title: consultation.title, question: consultation.question },
      versions: versions.map(({ number, body, publishedAt }) => ({ number, body, day: dayIn(publishedAt, timeZone) })),
      writes: mayRunConsultation(actor) === null,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, consultationId } = args.params;
  return act(args, form, publishSynthesis, { ...input, consultationId }, () => ({
    to: `/${cooperative}/consultations/${consultationId}/synthese`,
    message: { fr: consultationFr.published, en: consultationEn.published },
  }));
}

export default function SynthesisPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, consultation, phases, versions, writes, key } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr: consultationFr, en: consultationEn });
  const figures = choose({ fr, en });
  const [latest, ...earlier] = versions;
  const dated = ({ number, day }: { readonly number: number; readonly day: (typeof versions)[number]["day"] }) =>
    fill(words.synthesisVersion, { number: String(number), day: longDay(day, language) });
  return (
    <Page
      title={consultation.title}
      description={words.synthesisLead}
      crumbs={[{ to: `/${slug}/consultations`, label: words.title }]}
      actions={
        phases.length === 0 ? null : (
          <>
            <ButtonLink reloadDocument to={`/${slug}/consultations/${consultation.id}/rapport.pdf`}>
              {figures.report}
            </ButtonLink>
            <ButtonLink reloadDocument to={`/${slug}/consultations/${consultation.id}/donnees.zip`}>
              {figures.data}
            </ButtonLink>
          </>
        )
      }
    >
      <ConsultationTabs slug={slug} id={consultation.id} />
      <Card title={words.synthesis}>
        {latest === undefined ? (
          <p className="text-texte2">{words.synthesisNone}</p>
        ) : (
          <>
            <p className="text-aide text-texte2">{dated(latest)}</p>
            <p className="mt-2 max-w-prose whitespace-pre-line">{latest.body}</p>
          </>
        )}
        {earlier.length === 0 ? null : (
          <details className="mt-3">
            <summary className="cursor-pointer text-marque underline underline-offset-2">{words.earlier}</summary>
            {earlier.map((version) => (
              <div key={version.number} className="mt-3">
                <p className="text-aide text-texte2">{dated(version)}</p>
                <p className="max-w-prose whitespace-pre-line">{version.body}</p>
              </div>
            ))}
          </details>
        )}
        {writes ? (
          <div className="mt-4">
            <Confirm trigger={words.synthesisWrite} title={words.synthesisWrite}>
              <p>{words.synthesisWriteHelp}</p>
              <SubmitForm
                intent="publish"
                idempotencyKey={key}
                answer={actionData ?? null}
                className="flex flex-col gap-4"
              >
                <Textarea
                  name="body"
                  label={words.synthesisBody}
                  defaultValue={latest?.body ?? ""}
                  maxLength={20_000}
                  rows={10}
                  required
                />
                <SubmitButton className="self-start">{words.synthesisSubmit}</SubmitButton>
              </SubmitForm>
            </Confirm>
          </div>
        ) : null}
      </Card>
      <Card title={words.asked}>
        <p className="max-w-prose whitespace-pre-line">{consultation.question}</p>
      </Card>
      {phases.map(({ phase, coverage, figures: ranked, titles, axes, verbatims }) => (
        <Card key={phase.id} title={phase.title}>
          <p className="mb-4">
            {fill(figures.coverageSentence, { coverage: coverageText(coverage, figures.of, language) })}
          </p>
          {ranked.length === 0 ? null : <Ranking figures={ranked} titles={titles} phase={phase.title} />}
          <details className="mt-4">
            <summary className="cursor-pointer text-marque underline underline-offset-2">{figures.verbatims}</summary>
            <div className="mt-3">
              <Verbatims axes={axes} verbatims={verbatims} />
            </div>
          </details>
        </Card>
      ))}
    </Page>
  );
}
