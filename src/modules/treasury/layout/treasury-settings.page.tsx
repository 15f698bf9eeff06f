import { data, redirect } from "react-router";
import { fill } from "#kernel/language.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { flash } from "#ui/flash.ts";
import { amountText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Meanwhile } from "#ui/meanwhile.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { parseAmount } from "#ui/parse.ts";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { SECTIONS, treasurySetting } from "../reading/treasury-setting.ts";
import { MOST_LINES, treasurySettings } from "../settings.ts";
import { en as treasuryEn } from "../treasury.en.ts";
import { fr as treasuryFr } from "../treasury.fr.ts";
import type { Route } from "./+types/treasury-settings.page";
import { en } from "./layout.en.ts";
import { fr } from "./layout.fr.ts";
import { maySetTreasury } from "./layout.policy.ts";
import { saveTreasurySettings } from "./save-treasury-settings.command.ts";
import { lineTexts } from "./treasury-form.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** Room for lines of one's own after those that are set. */
const NEW_ROWS = 2;

/** How the treasury of each activity is read, for accountants and direction. `?modele=` proposes lines to start from. */
export function loader(args: Route.LoaderArgs) {
  const proposed = new URL(args.request.url).searchParams.get("modele");
  return readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    const refusal = maySetTreasury(actor);
    if (refusal) return refusal;
    const { settings, version } = await organizationProfile(tx, organizationId);
    const { setting, countsUncollected, reserve } = treasurySettings(settings);
    const shown = proposed === null ? setting : treasurySetting({ buildingTrades: proposed === "batiment" });
    return { slug, version, setting: shown, proposed: proposed !== null, countsUncollected, reserve };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const reserve = parseAmount(text("reserve"), args.context.get(languageContext));
  const rows = Array.from({ length: MOST_LINES }, (_, row) => row).filter((row) => form.has(`lines.${row}.accounts`));
  const result = await runCommand(args, saveTreasurySettings, {
    version: text("version"),
    lines: rows.map((row) => ({
      key: text(`lines.${row}.key`),
      label: text(`lines.${row}.label`),
      section: text(`lines.${row}.section`),
      accounts: text(`lines.${row}.accounts`),
    })),
    countsUncollected: form.has("countsUncollected"),
    reserve: reserve === null ? "?" : String(reserve),
  });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const headers = flash({ fr: fr.flashSaved, en: en.flashSaved });
  return redirect(`/${args.params.cooperative}/reglages/tresorerie`, { headers });
}

export default function TreasurySettingsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { version, setting, proposed, countsUncollected, reserve } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const names = choose({ fr: treasuryFr, en: treasuryEn });
  const sections = SECTIONS.map((value) => ({ value, label: words.sections[value] }));
  const own = Array.from({ length: Math.min(NEW_ROWS, MOST_LINES - setting.lines.length) }, () => ({
    key: "",
    label: "",
    section: "reference" as const,
    accounts: "",
  }));
  const rows = [...lineTexts(setting, names.lines), ...own].map((line, row) => ({ ...line, row }));
  return (
    <Page title={words.title} description={words.description}>
      {proposed && !actionData ? <Notice tone="info">{words.proposed}</Notice> : null}
      <SubmitForm
        key={`${version}-${proposed}`}
        answer={actionData}
        hidden={{ version: String(version) }}
        className="flex flex-col gap-5"
      >
        <Meanwhile
          answer={actionData}
          code="organization.changedMeanwhile"
          title={words.meanwhile}
          saved={[
            ...rows.flatMap(({ row, label, accounts }) => [
              { name: `lines.${row}.label`, label: fill(words.line, { number: String(row + 1) }), value: label },
              { name: `lines.${row}.accounts`, label: words.accounts, value: accounts },
            ]),
            { name: "reserve", label: words.reserve, value: amountText(reserve, language) },
          ]}
        />
        <Card title={words.linesTitle}>
          <p className="mb-4 max-w-prose text-texte2">{words.linesHelp}</p>
          <ol className="flex flex-col divide-y divide-bordure">
            {rows.map(({ row, ...line }) => (
              <li key={row} className="py-3 first:pt-0">
                <fieldset className="grid items-start gap-3 sm:grid-cols-[2fr_1fr_1fr]">
                  <legend className="sr-only">
                    {line.key === "" ? words.newLine : fill(words.line, { number: String(row + 1) })}
                  </legend>
                  <input type="hidden" name={`lines.${row}.key`} value={line.key} />
                  <TextInput
                    name={`lines.${row}.label`}
                    label={line.key === "" ? words.newLine : words.label}
                    defaultValue={line.label}
                    maxLength={80}
                  />
                  <Select
                    name={`lines.${row}.section`}
                    label={words.section}
                    defaultValue={line.section}
                    options={sections}
                  />
                  <TextInput
                    name={`lines.${row}.accounts`}
                    label={words.accounts}
                    defaultValue={line.accounts}
                    spellCheck={false}
                    autoComplete="off"
                  />
                </fieldset>
              </li>
            ))}
          </ol>
          <p className="mt-4 flex flex-wrap gap-3">
            <ButtonLink to="?modele=usuel">{words.usual}</ButtonLink>
            <ButtonLink to="?modele=batiment">{words.building}</ButtonLink>
          </p>
        </Card>
        <Card title={words.available}>
          <div className="flex max-w-prose flex-col gap-4">
            <AmountInput name="reserve" label={words.reserve} help={words.reserveHelp} defaultValue={reserve} />
            <Checkbox
              name="countsUncollected"
              label={words.countsUncollected}
              help={words.countsUncollectedHelp}
              defaultChecked={countsUncollected}
            />
          </div>
        </Card>
        <SubmitButton className="w-fit">{words.save}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
