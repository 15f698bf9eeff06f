import { Eye } from "lucide-react";
import { data, redirect } from "react-router";
import { yearOf } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { toCents } from "#kernel/money.ts";
import { refuse } from "#kernel/refusal.ts";
import { organizationProfile, organizationVersion } from "#modules/membership/index.server.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant, runCommand, todayOf } from "#platform/http/tenant.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Button, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { flash } from "#ui/flash.ts";
import { amountText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Meanwhile } from "#ui/meanwhile.tsx";
import { Page } from "#ui/page.tsx";
import { parseAmount, parseDayInput } from "#ui/parse.ts";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { salesSettings } from "../settings.ts";
import type { Route } from "./+types/sales-settings.page";
import { exampleNumber } from "./number-template.ts";
import { saveSalesSettings } from "./save-sales-settings.command.ts";
import { en } from "./setup.en.ts";
import { fr } from "./setup.fr.ts";
import { maySetUpSales } from "./setup.policy.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    if (!maySetUpSales(actor)) return refuse("forbidden", "organization.notAllowed");
    const { settings } = await organizationProfile(tx, organizationId);
    const { accounts: _, reminders: __, toleranceCents, ...sales } = salesSettings(settings);
    return {
      slug,
      today,
      version: await organizationVersion(tx, organizationId),
      settings: { ...sales, tolerance: toCents(toleranceCents) },
      example: exampleNumber(sales.numberTemplate, yearOf(today), "A001") ?? "",
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const tolerance = parseAmount(text("toleranceCents"), args.context.get(languageContext));
  const since = text("vatOnDebitsSince");
  const result = await runCommand(args, saveSalesSettings, {
    version: text("version"),
    numberTemplate: text("numberTemplate"),
    seriesScope: text("seriesScope"),
    paymentDays: text("paymentDays"),
    toleranceCents: tolerance === null ? "?" : String(tolerance),
    vatOnDebitsSince: since === "" ? null : (parseDayInput(since, await todayOf(args)) ?? since),
    footer: text("footer"),
    conditions: text("conditions"),
  });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  return redirect(`/${args.params.cooperative}/reglages/ventes`, { headers: flash({ fr: fr.saved, en: en.saved }) });
}

export default function SalesSettingsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug, settings, version, today, example } = loaderData;
  const since = settings.vatOnDebitsSince;
  const here = `/${slug}/reglages/ventes`;
  return (
    <Page title={words.title} description={words.lead} width="form">
      {/* A plain sending: the sample opens beside what is being typed. */}
      <SubmitForm
        answer={actionData}
        hidden={{ version: String(version) }}
        reloadDocument
        className="flex flex-col gap-5"
      >
        {/* The first button of a form is what Enter presses. */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <Meanwhile
          answer={actionData}
          code="organization.changedMeanwhile"
          title={words.meanwhile}
          saved={[
            { name: "numberTemplate", label: words.numberTemplate, value: settings.numberTemplate },
            { name: "paymentDays", label: words.paymentDays, value: String(settings.paymentDays) },
            { name: "toleranceCents", label: words.tolerance, value: amountText(settings.tolerance, language) },
            { name: "footer", label: words.footer, value: settings.footer },
            { name: "conditions", label: words.conditions, value: settings.conditions },
          ]}
        />
        <Card title={words.numbers}>
          <div className="flex flex-col gap-4">
            <TextInput
              name="numberTemplate"
              label={words.numberTemplate}
              help={words.numberHelp}
              defaultValue={settings.numberTemplate}
              spellCheck={false}
              autoCapitalize="none"
              required
            />
            <p className="text-texte2">{fill(words.example, { number: example })}</p>
            <RadioGroup
              name="seriesScope"
              label={words.scope}
              help={words.scopeHelp}
              defaultValue={settings.seriesScope}
              options={[
                { value: "cooperative", label: words.scopes.cooperative },
                { value: "activity", label: words.scopes.activity },
              ]}
            />
          </div>
        </Card>
        <Card title={words.payment}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextInput
              name="paymentDays"
              label={words.paymentDays}
              inputMode="numeric"
              defaultValue={String(settings.paymentDays)}
              required
            />
            <AmountInput
              name="toleranceCents"
              label={words.tolerance}
              help={words.toleranceHelp}
              defaultValue={settings.tolerance}
            />
          </div>
        </Card>
        <Card title={words.vat}>
          <DayInput
            name="vatOnDebitsSince"
            label={words.vatOnDebitsSince}
            help={words.vatHelp}
            today={today}
            defaultValue={since}
            optional
          />
        </Card>
        <Card title={words.texts}>
          <div className="flex flex-col gap-4">
            <Textarea
              name="footer"
              label={words.footer}
              help={words.footerHelp}
              defaultValue={settings.footer}
              optional
            />
            <Textarea
              name="conditions"
              label={words.conditions}
              help={words.conditionsHelp}
              defaultValue={settings.conditions}
              rows={8}
              optional
            />
          </div>
        </Card>
        <p>
          <TextLink to="relances" relative="path">
            {words.reminders}
          </TextLink>
          <span className="block text-aide text-texte2">{words.remindersHelp}</span>
        </p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.save}</SubmitButton>
          <Button type="submit" icon={Eye} variant="quiet" formAction={`${here}/exemple`} formTarget="_blank">
            {words.sample}
          </Button>
        </div>
      </SubmitForm>
    </Page>
  );
}
