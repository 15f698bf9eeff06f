import { fill } from "#kernel/language.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { mayPrepare } from "../network.policy.ts";
import type { Route } from "./+types/public-page.page";
import { en as directoryEn } from "./directory.en.ts";
import { fr as directoryFr } from "./directory.fr.ts";
import { publicPageOf } from "./page.store.ts";
import { en } from "./public-page.en.ts";
import { fr } from "./public-page.fr.ts";
import { savePublicPage } from "./save-page.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, now }) => {
    const refusal = mayPrepare(actor);
    if (refusal) return refusal;
    return {
      slug,
      key: newId<"key">(now) as string,
      page: await publicPageOf(tx, organizationId),
      address: new URL(`/${slug}/annuaire-public`, app.settings.publicUrl).href,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, savePublicPage, input, ({ open }) => ({
    to: `/${args.params.cooperative}/structures/page-publique`,
    message: open ? { fr: fr.savedOpen, en: en.savedOpen } : { fr: fr.savedClosed, en: en.savedClosed },
  }));
}

export default function PublicPageSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, page, address } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const directory = choose({ fr: directoryFr, en: directoryEn });
  return (
    <Page
      title={words.title}
      description={words.lead}
      width="form"
      crumbs={[{ to: `/${slug}/structures`, label: directory.title }]}
      actions={page.open ? <ButtonLink to={`/${slug}/annuaire-public`}>{words.see}</ButtonLink> : null}
    >
      <Card>
        <SubmitForm
          idempotencyKey={key}
          answer={actionData ?? null}
          hidden={{ version: String(page.version) }}
          className="flex flex-col gap-4"
        >
          <Checkbox
            name="open"
            label={words.open}
            help={fill(words.openHelp, { address })}
            defaultChecked={page.open}
          />
          <Textarea name="introduction" label={words.introduction} defaultValue={page.introduction} rows={4} optional />
          <SubmitButton className="self-start">{words.save}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
