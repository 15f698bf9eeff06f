import { data, redirect } from "react-router";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { hasPayParameters, payParameters } from "../settings.ts";
import type { Route } from "./+types/parameters.page";
import { en } from "./parameters.en.ts";
import { fr } from "./parameters.fr.ts";
import { maySetPayParameters } from "./parameters.policy.ts";
import { PARAMETER_FIELDS, type ParameterField, parameterTexts } from "./parameters-form.ts";
import { updatePayParameters } from "./update-parameters.command.ts";

/** What a pay costs in this cooperative, for those who make the payslips, direction and administration. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, language }) => {
    const refusal = maySetPayParameters(actor);
    if (refusal) return refusal;
    const { settings, version } = await organizationProfile(tx, organizationId);
    return {
      slug,
      key: newId<"key">(now) as string,
      version,
      set: hasPayParameters(settings),
      texts: parameterTexts(payParameters(settings), language),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("cle") ?? "");
  const result = await runCommand(
    args,
    updatePayParameters,
    {
      version: Number(form.get("version")),
      parameters: Object.fromEntries(PARAMETER_FIELDS.map((field) => [field, String(form.get(field) ?? "")])),
      language: args.context.get(languageContext),
    },
    { idempotencyKey: key === "" ? undefined : key },
  );
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const headers = flash({ fr: fr.flashSaved, en: en.flashSaved });
  return redirect(`/${args.params.cooperative}/remuneration/parametres`, { headers });
}

export default function ParametersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, version, set, texts } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const field = (name: ParameterField) => ({
    name,
    label: words.fields[name],
    help: words.helps[name],
    defaultValue: texts[name],
  });
  return (
    <Page
      title={words.title}
      description={words.description}
      width="form"
      actions={<ButtonLink to={`/${slug}/remuneration`}>{words.simulate}</ButtonLink>}
    >
      {set ? null : <Notice tone="info">{words.usual}</Notice>}
      <SubmitForm
        key={version}
        idempotencyKey={key}
        answer={actionData ?? null}
        hidden={{ version: String(version) }}
        className="flex flex-col gap-4 sm:gap-5"
      >
        <Card title={words.cooperative}>
          <div className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2">
            <TextInput {...field("headcount")} required inputMode="numeric" autoComplete="off" className="text-right" />
            <AmountInput {...field("accidentRate")} required unit="%" />
            <AmountInput {...field("mobilityRate")} required unit="%" />
            <Checkbox
              name="alsaceMoselle"
              label={words.fields.alsaceMoselle}
              help={words.helps.alsaceMoselle}
              defaultChecked={texts.alsaceMoselle !== ""}
            />
          </div>
        </Card>
        <Card title={words.health}>
          <div className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2">
            <AmountInput {...field("healthInsurance")} required />
            <AmountInput {...field("healthInsuranceEmployerShare")} required unit="%" />
          </div>
        </Card>
        <Card title={words.otherCosts}>
          <div className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2">
            <AmountInput {...field("otherCost")} required />
            <AmountInput {...field("holidayRate")} required unit="%" />
            <AmountInput {...field("payrollTaxRatio")} required unit="%" fieldClassName="sm:col-span-2" />
          </div>
        </Card>
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </SubmitForm>
    </Page>
  );
}
