import { Plus } from "lucide-react";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { listStructures, maySpeakFor, seatsOf } from "#modules/network/index.server.ts";
import { networkEn, networkFr } from "#modules/network/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea } from "#ui/text-input.tsx";
import { en as consultationEn } from "../consultation/consultation.en.ts";
import { fr as consultationFr } from "../consultation/consultation.fr.ts";
import { mayReadConsultation } from "../consultation/consultation.policy.ts";
import { findConsultation } from "../consultation/consultation.store.ts";
import { ConsultationTabs } from "../consultation/consultation-tabs.view.tsx";
import type { Route } from "./+types/positions.page";
import { en } from "./position.en.ts";
import { fr } from "./position.fr.ts";
import { positionsOf } from "./position.store.ts";
import { type Position, stancesOf } from "./position.ts";
import { publishPosition } from "./publish-position.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** The stance of each network and structure on what is asked, with those it took before. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now }) => {
    const refusal = mayReadConsultation(actor);
    if (refusal) return refusal;
    const id = parseId<"consultation">(args.params.consultationId);
    const consultation = id === null ? null : await findConsultation(tx, organizationId, id);
    if (consultation === null) return refuse("missing", "consultation.missing");
    const structures = await listStructures(tx, organizationId, { on: today });
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    return {
      ...{ slug, today, key: newId<"key">(now) as string },
      consultation: { id: consultation.id as string, title: consultation.title },
      stances: stancesOf(await positionsOf(tx, organizationId, consultation.id)),
      speaks: structures
        .filter((one) => maySpeakFor(actor, seats, one.id) === null)
        .map(({ id: value, name }) => ({ value: value as string, label: name })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["takenOn"]);
  const { cooperative, consultationId } = args.params;
  return act(args, form, publishPosition, { ...input, consultationId }, () => ({
    to: `/${cooperative}/consultations/${consultationId}/positions`,
    message: { fr: fr.published, en: en.published },
  }));
}

export default function PositionsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, key, consultation, stances, speaks } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { kinds } = choose({ fr: networkFr, en: networkEn });
  const { title } = choose({ fr: consultationFr, en: consultationEn });
  return (
    <Page
      title={consultation.title}
      description={words.lead}
      crumbs={[{ to: `/${slug}/consultations`, label: title }]}
      actions={
        speaks.length === 0 ? null : (
          <Confirm trigger={words.publish} title={words.publish} variant="primary" icon={Plus}>
            <SubmitForm
              intent="publish"
              idempotencyKey={key}
              answer={actionData ?? null}
              className="flex flex-col gap-4"
            >
              <Select name="structureId" label={words.structure} options={speaks} required />
              <DayInput name="takenOn" label={words.takenOn} today={today} defaultValue={today} required />
              <Textarea name="body" label={words.body} maxLength={8000} rows={8} required />
              <SubmitButton className="self-start">{words.submit}</SubmitButton>
            </SubmitForm>
          </Confirm>
        )
      }
    >
      <ConsultationTabs slug={slug} id={consultation.id} />
      {stances.length === 0 ? <EmptyState title={words.none}>{words.noneHelp}</EmptyState> : null}
      {stances.map(({ last, before }) => (
        <Card
          key={last.structureId}
          title={
            <>
              {last.structureName} <Badge>{kinds[last.structureKind]}</Badge>
            </>
          }
        >
          <Said one={last} />
          {before.length === 0 ? null : (
            <details className="mt-3">
              <summary className="cursor-pointer text-marque underline underline-offset-2">{words.earlier}</summary>
              {before.map((one) => (
                <div key={one.number} className="mt-3">
                  <Said one={one} />
                </div>
              ))}
            </details>
          )}
        </Card>
      ))}
    </Page>
  );
}

function Said({ one: { takenOn, number, body } }: { readonly one: Position }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <p className="text-aide text-texte2">
        {fill(words.dated, { day: longDay(takenOn, language), number: String(number) })}
      </p>
      <p className="mt-1 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{body}</p>
    </>
  );
}
