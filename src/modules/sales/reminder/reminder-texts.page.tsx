import { data, redirect } from "react-router";
import { toDay } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";
import { toCents } from "#kernel/money.ts";
import { refuse } from "#kernel/refusal.ts";
import { organizationProfile, organizationVersion } from "#modules/membership/index.server.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Meanwhile } from "#ui/meanwhile.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { salesSettings } from "../settings.ts";
import { en as setupEn } from "../setup/setup.en.ts";
import { fr as setupFr } from "../setup/setup.fr.ts";
import { maySetUpSales } from "../setup/setup.policy.ts";
import type { Route } from "./+types/reminder-texts.page";
import { en } from "./reminder.en.ts";
import { fr } from "./reminder.fr.ts";
import { REMINDER_LEVELS, type ReminderText, textOf } from "./reminder.ts";
import { reminderMessage } from "./reminder-message.ts";
import { saveReminderTexts } from "./save-reminder-texts.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId }) => {
    if (!maySetUpSales(actor)) return refuse("forbidden", "organization.notAllowed");
    const { settings } = await organizationProfile(tx, organizationId);
    return {
      plan: salesSettings(settings).reminders,
      version: await organizationVersion(tx, organizationId),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const texts = (language: Language) =>
    [0, 1, 2].map((index) => ({
      subject: text(`${language}.${index}.subject`),
      // Browsers send line ends their own way.
      body: text(`${language}.${index}.body`).replaceAll("\r\n", "\n"),
    }));
  const result = await runCommand(args, saveReminderTexts, {
    version: text("version"),
    afterDays: [0, 1, 2].map((index) => text(`afterDays.${index}`)),
    fr: texts("fr"),
    en: texts("en"),
  });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const headers = flash({ fr: fr.saved, en: en.saved });
  return redirect(`/${args.params.cooperative}/reglages/ventes/relances`, { headers });
}

export default function ReminderTexts({ loaderData, actionData, params }: Route.ComponentProps) {
  const { plan, version } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const setup = choose({ fr: setupFr, en: setupEn });
  return (
    <Page
      title={words.textsTitle}
      description={words.textsLead}
      crumbs={[{ label: setup.title, to: `/${params.cooperative}/reglages/ventes` }]}
      width="form"
    >
      <p className="text-texte2">{words.tokens}</p>
      <SubmitForm answer={actionData} hidden={{ version: String(version) }} className="flex flex-col gap-5">
        <Meanwhile
          answer={actionData}
          code="organization.changedMeanwhile"
          title={setup.meanwhile}
          saved={plan.fr.flatMap(({ subject, body }, index) => [
            { name: `fr.${index}.subject`, label: words.subject, value: subject },
            { name: `fr.${index}.body`, label: words.body, value: body },
          ])}
        />
        {REMINDER_LEVELS.map((level) => (
          <Card key={level} title={words.levelTitles[level]}>
            <div className="flex flex-col gap-4">
              <TextInput
                name={`afterDays.${level - 1}`}
                label={words.afterDays}
                help={words.afterDaysHelp}
                inputMode="numeric"
                defaultValue={String(plan.afterDays[level - 1])}
                className="max-w-24"
                required
              />
              <TextFields language="fr" index={level - 1} text={textOf(plan, "fr", level)} />
              <Example language="fr" text={textOf(plan, "fr", level)} />
              <details>
                <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.english}</summary>
                <div className="flex flex-col gap-4 pt-2">
                  <TextFields language="en" index={level - 1} text={textOf(plan, "en", level)} />
                </div>
              </details>
            </div>
          </Card>
        ))}
        <SubmitButton className="w-fit">{words.save}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}

function TextFields({
  language,
  index,
  text,
}: {
  readonly language: Language;
  readonly index: number;
  readonly text: ReminderText;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <TextInput
        name={`${language}.${index}.subject`}
        label={words.subject}
        defaultValue={text.subject}
        lang={language}
        required
      />
      <Textarea
        name={`${language}.${index}.body`}
        label={words.body}
        defaultValue={text.body}
        rows={12}
        lang={language}
        required
      />
    </>
  );
}

/** What customers would read, as the text was last saved. */
function Example({ language, text }: { readonly language: Language; readonly text: ReminderText }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const invoice = {
    number: "F2026-00012",
    kind: "invoice",
    issueDate: toDay("2026-09-01"),
    dueDate: toDay("2026-10-01"),
    left: toCents(64_000),
  } as const;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.example}</summary>
      {[false, true].map((consumer) => {
        const customer = consumer ? words.examplePerson : words.exampleCompany;
        const facts = { language, activity: words.exampleActivity, customer, consumer, invoices: [invoice] };
        const { subject, body } = reminderMessage(text, facts);
        return (
          <figure key={customer} className="mt-2 rounded-lg bg-surface2 p-3">
            <figcaption className="text-aide font-semibold">
              {consumer ? words.exampleConsumer : words.examplePro}
            </figcaption>
            <p className="mt-1 font-semibold">{subject}</p>
            <p className="whitespace-pre-line">{body}</p>
          </figure>
        );
      })}
    </details>
  );
}
