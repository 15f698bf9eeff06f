import { Plus } from "lucide-react";
import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { act, organizationProfile, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { Page } from "#ui/page.tsx";
import { PrivacyTabs } from "../privacy-tabs.view.tsx";
import { rulesOf } from "../retention/retention.store.ts";
import type { Route } from "./+types/register.page";
import { ContactCard } from "./contact-card.view.tsx";
import { en } from "./processing.en.ts";
import { fr } from "./processing.fr.ts";
import { mayKeepRegister } from "./processing.policy.ts";
import { contactOf, registerOf } from "./processing.store.ts";
import { ProcessingCard } from "./processing-card.view.tsx";
import { retentionText } from "./retention-text.ts";
import { saveContact } from "./save-processing.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, language, timeZone }) => {
    const refusal = mayKeepRegister(actor);
    if (refusal) return refusal;
    const { rules } = await rulesOf(tx, organizationId);
    const profile = await organizationProfile(tx, organizationId);
    const entries = (await registerOf(tx, organizationId, language)).map(({ at, ...entry }) => ({
      ...entry,
      retention: retentionText(entry, rules, language),
      on: at === null ? null : dayIn(at, timeZone),
    }));
    const { legalName, street, postalCode, city, siren } = profile;
    return {
      slug,
      entries,
      contact: await contactOf(tx, organizationId),
      controller: { legalName, street, postalCode, city, siren },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  if (input.intention !== "contact") throw data(null, { status: 404 });
  return act(args, form, saveContact, input, () => ({
    to: `/${args.params.cooperative}/reglages/donnees/registre`,
    message: { fr: fr.contactSaved, en: en.contactSaved },
  }));
}

export default function Register({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, entries, contact, controller } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const address = `/${slug}/reglages/donnees/registre`;
  const add = (
    <ButtonLink icon={Plus} to={`${address}/fiche`}>
      {words.add}
    </ButtonLink>
  );
  const ended = entries.filter((entry) => entry.ended);
  return (
    <Page title={words.title} description={words.lead} actions={add}>
      <PrivacyTabs />
      <Card title={words.controller}>
        <p>
          {controller.legalName}
          <br />
          {[controller.street, `${controller.postalCode} ${controller.city}`, fill("SIREN {siren}", controller)]
            .filter((line) => line.trim() !== "")
            .join(", ")}
        </p>
      </Card>
      <ContactCard contact={contact} answer={actionData} />
      {entries
        .filter((entry) => !entry.ended)
        .map((entry) => (
          <ProcessingCard key={entry.key} entry={entry} address={address} />
        ))}
      {ended.length === 0 ? null : (
        <>
          <h2 className="text-titre2 font-semibold">{words.endedShown}</h2>
          {ended.map((entry) => (
            <ProcessingCard key={entry.key} entry={entry} address={address} />
          ))}
        </>
      )}
      <p className="text-aide text-texte2 print:hidden">{words.print}</p>
      <ListFiles to={`${address}/telecharger`} />
    </Page>
  );
}
