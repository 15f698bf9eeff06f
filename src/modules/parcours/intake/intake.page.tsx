import { ExternalLink } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { appContext } from "#platform/http/context.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { mayKeepIntake } from "../candidate/candidate.policy.ts";
import { CandidatesTabs } from "../candidates-tabs.view.tsx";
import type { Route } from "./+types/intake.page";
import { en } from "./intake.en.ts";
import { fr } from "./intake.fr.ts";
import { intakeOf } from "./intake.store.ts";
import { saveIntake } from "./save-intake.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    const refusal = mayKeepIntake(actor);
    if (refusal) return refusal;
    const { publicUrl } = args.context.get(appContext).settings;
    return { intake: await intakeOf(tx, organizationId), address: `${publicUrl}/${slug}/rejoindre`, slug };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, saveIntake, input, () => ({
    to: `/${args.params.cooperative}/reglages/page-publique`,
    message: { fr: fr.saved, en: en.saved },
  }));
}

export default function IntakePage({ loaderData: { intake, address, slug }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { consent } = intake;
  return (
    <Page
      title={words.title}
      description={words.lead}
      badge={<Badge tone={intake.open ? "ok" : "neutre"}>{intake.open ? words.opened : words.closed}</Badge>}
      actions={
        intake.open ? (
          <ButtonLink icon={ExternalLink} to={`/${slug}/rejoindre`}>
            {words.see}
          </ButtonLink>
        ) : null
      }
    >
      <CandidatesTabs />
      <SubmitForm
        answer={actionData}
        hidden={{ version: String(intake.version) }}
        className="flex max-w-2xl flex-col gap-5"
      >
        <Card>
          <div className="flex flex-col gap-4">
            <Checkbox name="open" label={words.open} help={words.openHelp} defaultChecked={intake.open} />
            <p>
              <span className="block font-semibold">{words.address}</span>
              <span className="font-mono text-aide [overflow-wrap:anywhere]">{address}</span>
            </p>
            <Textarea
              name="introduction"
              label={words.introduction}
              help={words.introductionHelp}
              defaultValue={intake.introduction}
              optional
            />
          </div>
        </Card>
        <Card
          title={words.consentTitle}
          description={words.consentLead}
          actions={
            consent === null ? null : <Badge>{fill(words.consentVersion, { version: String(consent.version) })}</Badge>
          }
        >
          <div className="flex flex-col gap-4">
            <Textarea
              name="consentFrench"
              label={words.consentFrench}
              defaultValue={consent?.french ?? fr.consentProposed}
              lang="fr"
              required
            />
            <Textarea
              name="consentEnglish"
              label={words.consentEnglish}
              defaultValue={consent === null ? en.consentProposed : consent.english}
              lang="en"
              optional
            />
          </div>
        </Card>
        <Card>
          <Textarea
            name="refusalReasons"
            label={words.reasons}
            help={words.reasonsHelp}
            defaultValue={intake.version === 0 ? words.reasonsProposed : intake.refusalReasons.join("\n")}
            rows={6}
            optional
          />
        </Card>
        <SubmitButton className="w-fit">{words.save}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
