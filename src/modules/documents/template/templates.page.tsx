import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { en } from "../document/document.en.ts";
import { fr } from "../document/document.fr.ts";
import { mayKeepTemplates, mayReadDesk } from "../documents.policy.ts";
import type { Route } from "./+types/templates.page";
import { readDocumentSettings } from "./document-settings.ts";
import { statutesOf } from "./statutes.store.ts";
import { templatesInForce, templatesOf } from "./template.store.ts";
import { TEMPLATE_KINDS } from "./template.ts";
import { KindCard, RepresentativeCard, StatutesCard, UploadCard } from "./template-cards.view.tsx";
import { runTemplateForm } from "./template-form.page.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today, timeZone }) => {
    const refusal = mayReadDesk(actor);
    if (refusal) return refusal;
    const templates = await templatesOf(tx, organizationId);
    const inForce = await templatesInForce(tx, organizationId);
    const profile = await organizationProfile(tx, organizationId);
    return {
      slug,
      today,
      keys: { upload: newId<"key">(now) as string, statutes: newId<"key">(now) as string },
      may: mayKeepTemplates(actor) === null,
      kinds: TEMPLATE_KINDS.map((kind) => ({
        kind,
        chosen: inForce.get(kind) ?? null,
        versions: templates
          .filter((template) => template.kind === kind)
          .map(({ id, version, name, uploadedAt }) => ({ id, version, name, on: dayIn(uploadedAt, timeZone) })),
      })),
      statutes: await statutesOf(tx, organizationId),
      settings: { ...readDocumentSettings(profile.settings), version: profile.version },
    };
  });
}

export type TemplatesData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export function action(args: Route.ActionArgs) {
  return runTemplateForm(args);
}

/** What every contract will say: the templates in force, the articles, who signs for the cooperative. */
export default function TemplatesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { slug, kinds, may } = loaderData;
  return (
    <Page
      title={words.templates.title}
      description={
        <>
          {words.templates.intro} <TextLink to={`/${slug}/documents/champs`}>{words.templates.fieldsLink}</TextLink>
        </>
      }
    >
      <Notice tone="attention">{words.templates.warning}</Notice>
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-4">
          {kinds.map((kind) => (
            <KindCard key={kind.kind} words={words} slug={slug} kind={kind} may={may} answer={actionData} />
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          {may ? <UploadCard words={words} data={loaderData} answer={actionData} /> : null}
          <RepresentativeCard words={words} data={loaderData} answer={actionData} />
          <StatutesCard words={words} data={loaderData} answer={actionData} />
          <Card title={words.templates.paper}>
            <p className="text-texte2">{fill(words.templates.paperHelp)}</p>
          </Card>
        </div>
      </div>
    </Page>
  );
}
