import { data } from "react-router";
import { fill } from "#kernel/language.ts";
import { act } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { readForm } from "../act.page.ts";
import type { Route } from "./+types/setup.page";
import { fundedActions } from "./funded-action.store.ts";
import { addFundedAction, archiveFundedAction, saveAccompanimentSettings } from "./set-up.command.ts";
import { accompanimentSettings } from "./settings.store.ts";
import { en } from "./setup.en.ts";
import { fr } from "./setup.fr.ts";
import { maySetUpAccompaniment } from "./setup.policy.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, now }) => {
    const refusal = maySetUpAccompaniment(actor);
    if (refusal) return refusal;
    return {
      key: newId<"key">(now) as string,
      settings: await accompanimentSettings(tx, organizationId),
      actions: await fundedActions(tx, organizationId),
    };
  });
}

const ACTS = {
  save: { command: saveAccompanimentSettings, said: "saved" },
  add: { command: addFundedAction, said: "added" },
  archive: { command: archiveFundedAction, said: "changed" },
} as const;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const intent = input.intention as keyof typeof ACTS;
  if (!Object.hasOwn(ACTS, intent)) throw data(null, { status: 404 });
  const { command, said } = ACTS[intent];
  return act(args, form, command as typeof addFundedAction, input, () => ({
    to: `/${args.params.cooperative}/reglages/accompagnement`,
    message: { fr: fr[said], en: en[said] },
  }));
}

export default function SetupPage({ loaderData: { key, settings, actions }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? undefined;
  return (
    <Page title={words.title} width="form">
      <Card title={words.alerts} description={words.alertsHelp}>
        <SubmitForm
          intent="save"
          idempotencyKey={key}
          answer={answer}
          hidden={{ version: String(settings.version) }}
          className="flex flex-col gap-4"
        >
          <TextInput
            name="monthsWithoutAppointment"
            label={words.months}
            inputMode="numeric"
            defaultValue={String(settings.monthsWithoutAppointment)}
          />
          <TextInput
            name="weeksWithoutInvoice"
            label={words.weeks}
            inputMode="numeric"
            defaultValue={String(settings.weeksWithoutInvoice)}
          />
          <SubmitButton className="self-start">{words.save}</SubmitButton>
        </SubmitForm>
      </Card>
      <Card title={words.actions} description={words.actionsHelp}>
        {actions.length === 0 ? <p className="text-texte2">{words.none}</p> : null}
        <ul className="flex flex-col divide-y divide-bordure">
          {actions.map(({ id, name, archivedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span className={archivedAt === null ? "" : "text-texte2"}>
                {name}
                {archivedAt === null ? null : <span className="block text-aide">{words.archived}</span>}
              </span>
              <SubmitForm
                intent="archive"
                hidden={{ fundedActionId: id, restored: archivedAt === null ? "" : "oui" }}
                answer={null}
              >
                <SubmitButton
                  variant="quiet"
                  size="small"
                  aria-label={fill(archivedAt === null ? words.archiveOf : words.restoreOf, { name })}
                >
                  {archivedAt === null ? words.archive : words.restore}
                </SubmitButton>
              </SubmitForm>
            </li>
          ))}
        </ul>
        <SubmitForm
          intent="add"
          idempotencyKey={key}
          answer={answer}
          className="mt-4 flex flex-wrap items-end gap-3 border-t border-bordure pt-4"
        >
          <TextInput name="name" label={words.name} fieldClassName="min-w-0 flex-1" maxLength={120} />
          <SubmitButton variant="secondary">{words.add}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
