import { Check } from "lucide-react";
import * as z from "zod/mini";
import { monthOf } from "#kernel/day.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { mayManage } from "../contribution.policy.ts";
import { checkRule } from "../rule/check-rule.ts";
import { currentRule } from "../rule/rule.store.ts";
import { ruleSchema } from "../rule/rule.ts";
import { RuleFields } from "../rule/rule-fields.view.tsx";
import { readRule } from "../rule/rule-form.ts";
import { carriesRule, fieldsShown, startingValues } from "../rule/rule-start.ts";
import { RuleText } from "../rule/rule-text.view.tsx";
import { TemplateLinks } from "../rule/template-links.view.tsx";
import type { Route } from "./+types/simulation.page";
import { en } from "./simulation.en.ts";
import { fr } from "./simulation.fr.ts";
import { simulateRule } from "./simulation.store.ts";
import { SimulationResult } from "./simulation-result.view.tsx";

/** The address carries the whole scale, so that a result can be shared before the vote. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  // The form that asks may come from the page that adopts: its key is of no use here.
  parameters.delete("cle");
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, today, language }) => {
    const refusal = mayManage(actor);
    if (refusal) return refusal;
    const current = await currentRule(tx, { organizationId, activityId: null, month: monthOf(today) });
    const { values, template } = startingValues(parameters, current?.rule ?? null, language);
    const shown = { slug, form: parameters.toString(), values, template, problem: null, result: null, rule: null };
    if (!carriesRule(parameters) && template === null) return shown;
    const { rule: json, errors } = readRule(values, language);
    const rule = z.decode(ruleSchema, json);
    const fields: Record<string, string> = Object.fromEntries(
      Object.entries(errors).map(([field, code]) => [field, app.fieldSentence(code, language)]),
    );
    if (Object.keys(fields).length === 0) {
      for (const fault of checkRule(rule)) fields[fault.field ?? ""] ??= app.sentence(fault, language);
    }
    const sentence = Object.values(fields)[0];
    if (sentence !== undefined) {
      return { ...shown, problem: { code: "input.invalid", sentence, fields: fieldsShown(fields) } };
    }
    return { ...shown, rule, result: await simulateRule(tx, { organizationId, proposed: rule, today }) };
  });
}

export default function SimulationPage({ loaderData }: Route.ComponentProps) {
  const { slug, form, values, template, problem, result, rule } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page
      title={words.title}
      description={words.help}
      crumbs={[{ to: `/${slug}/contribution`, label: words.back }]}
      actions={
        result ? (
          <ButtonLink icon={Check} to={`/${slug}/contribution/regle?${form}`}>
            {words.adopt}
          </ButtonLink>
        ) : null
      }
    >
      {result && rule ? (
        <>
          <Card title={words.simulated}>
            <RuleText rule={rule} />
          </Card>
          <SimulationResult simulation={result} />
        </>
      ) : null}
      <details open={result === null} key={form}>
        <summary
          className={`${result === null ? "hidden" : "inline-flex"} min-h-11 cursor-pointer items-center text-marque underline underline-offset-4`}
        >
          {words.change}
        </summary>
        <div className="flex flex-col gap-5 pt-2">
          <TemplateLinks chosen={template} />
          <SubmitForm method="get" answer={problem === null ? null : { problem }} className="flex flex-col gap-5">
            <RuleFields values={values} />
            <SubmitButton className="w-fit">{words.submit}</SubmitButton>
          </SubmitForm>
        </div>
      </details>
    </Page>
  );
}
