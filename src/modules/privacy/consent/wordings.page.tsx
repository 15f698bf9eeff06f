import { dayIn } from "#kernel/day.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { mayKeepPrivacy } from "../access/access.policy.ts";
import { PrivacyTabs } from "../privacy-tabs.view.tsx";
import type { Route } from "./+types/wordings.page";
import { wordingOf, wordingsOf } from "./consent.store.ts";
import { PURPOSES } from "./consent.ts";
import { en } from "./wording.en.ts";
import { fr } from "./wording.fr.ts";
import { type ShownWording, WordingCard } from "./wording-card.view.tsx";
import { writeWording } from "./write-wording.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** The words of each consent: those in force, how many agree, those before; and the form that changes them. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, timeZone }) => {
    const refusal = mayKeepPrivacy(actor);
    if (refusal) return refusal;
    const wordings: ShownWording[] = [];
    for (const purpose of PURPOSES) {
      const versions = await wordingsOf(tx, organizationId, purpose);
      wordings.push({
        purpose,
        wording: await wordingOf(tx, organizationId, purpose),
        agreeing: versions.reduce((sum, version) => sum + version.agreeing, 0),
        versions: versions.map(({ at, ...version }) => ({ ...version, on: dayIn(at, timeZone) })),
      });
    }
    return { wordings };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, writeWording, input, () => ({
    to: `/${args.params.cooperative}/reglages/donnees/consentements`,
    message: { fr: fr.saved, en: en.saved },
  }));
}

export default function Wordings({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={words.title} description={words.lead}>
      <PrivacyTabs />
      {loaderData.wordings.map((shown) => (
        <WordingCard
          key={shown.purpose}
          shown={shown}
          answer={actionData?.typed?.purpose === shown.purpose ? actionData : undefined}
        />
      ))}
    </Page>
  );
}
