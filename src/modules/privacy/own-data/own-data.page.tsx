import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { chooseConsents } from "../consent/choose-consents.command.ts";
import { en as consentEn } from "../consent/consent.en.ts";
import { fr as consentFr } from "../consent/consent.fr.ts";
import { consentsOf, wordingOf } from "../consent/consent.store.ts";
import { PURPOSES } from "../consent/consent.ts";
import { ConsentCard, type ShownConsent } from "../consent/consent-card.view.tsx";
import type { Route } from "./+types/own-data.page";
import { en } from "./own-data.en.ts";
import { fr } from "./own-data.fr.ts";

/** Each member's own page of data protection: nobody reads another's here. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, timeZone }) => {
    const standing = await consentsOf(tx, organizationId, actor.personId);
    const consents: ShownConsent[] = [];
    for (const purpose of PURPOSES) {
      const last = standing.get(purpose);
      consents.push({
        purpose,
        wording: await wordingOf(tx, organizationId, purpose),
        answer:
          last === undefined
            ? null
            : { agreed: last.agreed, on: dayIn(last.at, timeZone), wordingVersion: last.wordingVersion },
      });
    }
    return { consents };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  if (input.intention !== "consents") throw data(null, { status: 404 });
  const agreed = PURPOSES.filter((purpose) => input[`choix.${purpose}`] !== undefined);
  return act(args, form, chooseConsents, { asked: PURPOSES, agreed }, () => ({
    to: `/${args.params.cooperative}/mes-donnees`,
    message: { fr: consentFr.saved, en: consentEn.saved },
  }));
}

export default function OwnData({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={words.title} description={words.lead} width="form">
      <ConsentCard consents={loaderData.consents} answer={actionData} />
    </Page>
  );
}
