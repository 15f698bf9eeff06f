import { data } from "react-router";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { act, readForm } from "../act.page.ts";
import { addSite, renameSite } from "../site/change-site.command.ts";
import { sitesOf } from "../site/site.store.ts";
import { SiteCard } from "../site/site-card.view.tsx";
import type { Route } from "./+types/settings.page";
import { IdentityForm } from "./identity-form.view.tsx";
import { maySetUp } from "./organization.policy.ts";
import { organizationProfile, organizationVersion } from "./profile.store.ts";
import { en } from "./settings-screen.en.ts";
import { fr } from "./settings-screen.fr.ts";
import { updateOrganization } from "./update-organization.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = maySetUp(actor);
    if (refusal) return refusal;
    const { settings: _, ...organization } = await organizationProfile(tx, organizationId);
    return {
      slug,
      key: newId<"key">(now) as string,
      organization,
      version: await organizationVersion(tx, organizationId),
      sites: await sitesOf(tx, organizationId),
    };
  });
}

export type SettingsPageData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

const ACTS = {
  identity: { command: updateOrganization, said: "saved" },
  addSite: { command: addSite, said: "siteAdded" },
  renameSite: { command: renameSite, said: "renamed" },
} as const;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const intent = input.intention as keyof typeof ACTS;
  if (!Object.hasOwn(ACTS, intent)) throw data(null, { status: 404 });
  const { command, said } = ACTS[intent];
  return act(args, form, command as typeof updateOrganization, input, () => ({
    to: `/${args.params.cooperative}/reglages`,
    message: { fr: fr[said], en: en[said] },
  }));
}

export default function SettingsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page title={loaderData.organization.house === "network" ? words.networkTitle : words.title} width="form">
      <IdentityForm data={loaderData} answer={actionData} />
      <SiteCard data={loaderData} answer={actionData} />
    </Page>
  );
}
