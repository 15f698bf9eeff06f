import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { SettingsPageData } from "../organization/settings.page.tsx";
import { en } from "../organization/settings-screen.en.ts";
import { fr } from "../organization/settings-screen.fr.ts";

/** The places of the cooperative: add one, give another name. */
export function SiteCard({
  data: { sites, key },
  answer,
}: {
  readonly data: SettingsPageData;
  readonly answer: FormAnswer | undefined;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.sites} description={words.sitesLead}>
      <div className="flex flex-col gap-4">
        <Refused intent="renameSite" answer={answer} />
        {sites.length === 0 ? (
          <p className="text-texte2">{words.sitesNone}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-bordure">
            {sites.map((site) => (
              <li key={site.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <span>{site.name}</span>
                <Confirm
                  trigger={words.rename}
                  title={fill(words.renameTitle, { name: site.name })}
                  variant="quiet"
                  size="small"
                >
                  <SubmitForm intent="renameSite" hidden={{ siteId: site.id }} className="flex flex-col gap-4">
                    <TextInput name="name" label={words.siteName} defaultValue={site.name} required />
                    <SubmitButton>{words.rename}</SubmitButton>
                  </SubmitForm>
                </Confirm>
              </li>
            ))}
          </ul>
        )}
        <SubmitForm intent="addSite" idempotencyKey={key} answer={answer} className="flex flex-wrap items-end gap-3">
          <TextInput name="name" label={words.siteName} required />
          <SubmitButton variant="secondary">{words.addSite}</SubmitButton>
        </SubmitForm>
      </div>
    </Card>
  );
}
