import { Route as RouteIcon } from "lucide-react";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { listConsultations } from "../consultation/consultation.store.ts";
import { TogetherTabs } from "../consultation/consultation-tabs.view.tsx";
import type { Route } from "./+types/roadmaps.page";
import { openRoadmap } from "./keep-roadmap.command.ts";
import { en } from "./roadmap.en.ts";
import { fr } from "./roadmap.fr.ts";
import { mayKeepRoadmap, mayReadRoadmap } from "./roadmap.policy.ts";
import { listRoadmaps } from "./roadmap.store.ts";

/** The roadmaps of the network, the latest first. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = mayReadRoadmap(actor);
    if (refusal) return refusal;
    const keeps = mayKeepRoadmap(actor) === null;
    const consultations = keeps ? await listConsultations(tx, organizationId) : [];
    const rows = await listRoadmaps(tx, organizationId);
    return {
      ...{ slug, keeps, key: newId<"key">(now) as string },
      rows: rows.map(({ id, title, mandate }) => ({ id: id as string, title, mandate })),
      consultations: consultations.map(({ id, title }) => ({ value: id as string, label: title })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, openRoadmap, input, ({ roadmapId }) => ({
    to: `/${args.params.cooperative}/feuilles-de-route/${roadmapId}`,
    message: { fr: fr.opened, en: en.opened },
  }));
}

export default function Roadmaps({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, keeps, key, rows, consultations } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={words.title} description={words.lead}>
      <TogetherTabs slug={slug} />
      {rows.length === 0 ? (
        <EmptyState icon={RouteIcon} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {rows.map(({ id, title, mandate }) => (
            <li key={id}>
              <Card title={<TextLink to={`/${slug}/feuilles-de-route/${id}`}>{title}</TextLink>}>
                <p className="max-w-prose text-texte2">{mandate}</p>
              </Card>
            </li>
          ))}
        </ul>
      )}
      {keeps ? (
        <Confirm trigger={words.open} title={words.open} variant="primary">
          <SubmitForm intent="open" idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
            <TextInput name="title" label={words.name} maxLength={160} required />
            <Textarea name="mandate" label={words.mandate} maxLength={4000} rows={4} optional />
            {consultations.length === 0 ? null : (
              <Select
                name="consultationId"
                label={words.consultation}
                placeholder={words.noConsultation}
                options={consultations}
              />
            )}
            <SubmitButton className="self-start">{words.openSubmit}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </Page>
  );
}
