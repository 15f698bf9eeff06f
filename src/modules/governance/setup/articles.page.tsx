import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { rateToPercentString } from "#kernel/rate.ts";
import { act, organizationProfile, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { mayGovern } from "../governance.policy.ts";
import { GovernanceTabs } from "../governance-tabs.view.tsx";
import type { Route } from "./+types/articles.page";
import { en } from "./articles.en.ts";
import { fr } from "./articles.fr.ts";
import { findArticles } from "./articles.store.ts";
import {
  ADMITTERS,
  type Articles,
  ASSEMBLY_KINDS,
  BASES,
  CALLS,
  COLLEGE_KINDS,
  COMPANY_FORMS,
  COOPERATIVE_FORMS,
  type College,
  companyOf,
  formOf,
  MAJORITIES,
  MOST_COLLEGES,
  QUORUM_SCOPES,
  ruleOf,
  SHARES_OF_WHOLE,
} from "./articles.ts";
import { nested } from "./nested-form.ts";
import { saveArticles } from "./save-articles.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, timeZone }) => {
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const articles = await findArticles(tx, organizationId);
    const { legalForm } = await organizationProfile(tx, organizationId);
    return { slug, legalForm, articles, savedOn: articles.savedAt === null ? null : dayIn(articles.savedAt, timeZone) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, saveArticles, nested(input), () => ({
    to: `/${args.params.cooperative}/reglages/associes`,
    message: { fr: fr.saved, en: en.saved },
  }));
}

export default function ArticlesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, legalForm, articles, savedOn } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const listed = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
    values.map((value) => ({ value, label: labels[value] }));
  // The colleges that there are, and one more; the others are folded, unless one of them was typed.
  const numbers = Array.from({ length: MOST_COLLEGES }, (_, index) => index + 1);
  const given = numbers.filter((number) => actionData?.typed?.[`college.${number}.name`]);
  const shown = Math.min(MOST_COLLEGES, Math.max(0, ...given, ...articles.colleges.map(({ number }) => number)) + 1);
  return (
    <Page title={words.title} description={words.lead} width="form">
      <GovernanceTabs slug={slug} governs />
      <p className="text-texte2">
        {savedOn === null ? words.usual : fill(words.savedOn, { version: String(articles.version), day: day(savedOn) })}
      </p>
      <SubmitForm
        answer={actionData ?? null}
        hidden={{ version: String(articles.version) }}
        className="flex flex-col gap-4"
      >
        <FormCard articles={articles} legalForm={legalForm} />
        <Card title={words.capital} className="[&>*+*]:mt-4">
          <AmountInput name="shareValue" label={words.shareValue} defaultValue={articles.shareValue} required />
          <AmountInput
            name="minimumCapital"
            label={words.minimumCapital}
            help={words.minimumHelp}
            defaultValue={articles.minimumCapital}
          />
          <TextInput
            name="refundYears"
            label={words.refundYears}
            inputMode="numeric"
            defaultValue={String(articles.refundYears)}
          />
        </Card>
        <Card title={words.admission}>
          <Select
            name="admittedBy"
            label={words.admittedBy}
            defaultValue={articles.admittedBy}
            options={listed(ADMITTERS, words.admitters)}
          />
        </Card>
        <Card title={words.colleges} description={words.collegesLead} className="[&>*+*]:mt-4">
          {numbers.slice(0, shown).map((number) => (
            <CollegeFields
              key={number}
              number={number}
              known={articles.colleges.find((one) => one.number === number)}
            />
          ))}
          {shown === MOST_COLLEGES ? null : (
            <details>
              <summary className="cursor-pointer font-semibold">{words.moreColleges}</summary>
              <div className="mt-4 flex flex-col gap-4">
                {numbers.slice(shown).map((number) => (
                  <CollegeFields key={number} number={number} />
                ))}
              </div>
            </details>
          )}
          <Checkbox
            name="weighted"
            label={words.weighted}
            help={words.weightedHelp}
            defaultChecked={articles.weighted}
          />
        </Card>
        <Card title={words.assemblies} className="[&>*+*]:mt-4">
          <TextInput
            name="convocationDays"
            label={words.convocationDays}
            inputMode="numeric"
            defaultValue={String(articles.convocationDays)}
          />
          <TextInput
            name="proxiesMost"
            label={words.proxiesMost}
            inputMode="numeric"
            defaultValue={String(articles.proxiesMost)}
          />
          <Select
            name="quorumScope"
            label={words.quorumScope}
            defaultValue={articles.quorumScope}
            options={listed(QUORUM_SCOPES, words.quorumScopes)}
          />
        </Card>
        {ASSEMBLY_KINDS.map((kind) => (
          <Card key={kind} title={words.kinds[kind]} className="[&>*+*]:mt-4">
            <Select
              name={`majority.${kind}`}
              label={words.majority}
              defaultValue={articles.rules[kind][1].majority}
              options={listed(MAJORITIES, words.majorities)}
            />
            {CALLS.map((call) => (
              <fieldset key={call} className="grid grid-cols-1 gap-3 sm:grid-cols-2">
                <legend className="mb-2 font-semibold first-letter:uppercase">{words.calls[call]}</legend>
                <Select
                  name={`rule.${kind}${call}.quorum`}
                  label={words.quorum}
                  defaultValue={ruleOf(articles, kind, call).quorum}
                  options={listed(SHARES_OF_WHOLE, words.quorums)}
                />
                <Select
                  name={`rule.${kind}${call}.base`}
                  label={words.base}
                  defaultValue={ruleOf(articles, kind, call).base}
                  options={listed(BASES, words.bases)}
                />
              </fieldset>
            ))}
          </Card>
        ))}
        <SubmitButton className="self-start">{words.save}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}

/** What the cooperative is: proposed from its name, told by whoever saves. */
function FormCard({ articles, legalForm }: { readonly articles: Articles; readonly legalForm: string }) {
  const words = useLanguage().choose({ fr, en });
  const proposed = articles.form === "" && legalForm !== "" && formOf(legalForm) !== "";
  return (
    <Card title={words.formTitle} description={words.formLead} className="[&>*+*]:mt-4">
      <Select
        name="form"
        label={words.form}
        help={proposed ? fill(words.formProposed, { form: legalForm }) : undefined}
        defaultValue={articles.form || formOf(legalForm)}
        options={COOPERATIVE_FORMS.map((value) => ({ value, label: words.forms[value] }))}
      />
      <Select
        name="company"
        label={words.company}
        defaultValue={articles.company || companyOf(legalForm)}
        options={COMPANY_FORMS.map((value) => ({ value, label: words.companies[value] }))}
      />
    </Card>
  );
}

function CollegeFields({ number, known }: { readonly number: number; readonly known?: College | undefined }) {
  const words = useLanguage().choose({ fr, en });
  const weight =
    known === undefined
      ? ""
      : rateToPercentString(known.weight)
          .replace(/\.?0+$/, "")
          .replace(".", ",");
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-[1fr_1fr_8rem]">
      <TextInput
        name={`college.${number}.name`}
        label={fill(words.collegeName, { number: String(number) })}
        defaultValue={known?.name ?? ""}
        maxLength={80}
      />
      <Select
        name={`college.${number}.kind`}
        label={fill(words.collegeKind, { number: String(number) })}
        defaultValue={known?.kind ?? ""}
        options={COLLEGE_KINDS.map((value) => ({ value, label: words.collegeKinds[value] }))}
      />
      <TextInput
        name={`college.${number}.weight`}
        label={words.collegeWeight}
        inputMode="decimal"
        defaultValue={weight}
      />
    </div>
  );
}
