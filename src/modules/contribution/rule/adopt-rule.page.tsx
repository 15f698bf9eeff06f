import { FlaskConical } from "lucide-react";
import { data, redirect } from "react-router";
import { addToMonth, monthOf, monthsFrom } from "#kernel/day.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { flash } from "#ui/flash.ts";
import { month as monthText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { mayManage } from "../contribution.policy.ts";
import { runsSoFar } from "../run/run.store.ts";
import type { Route } from "./+types/adopt-rule.page";
import { adoptRule } from "./adopt-rule.command.ts";
import { currentRule } from "./rule.store.ts";
import { RuleFields } from "./rule-fields.view.tsx";
import { readRule } from "./rule-form.ts";
import { en } from "./rule-screen.en.ts";
import { fr } from "./rule-screen.fr.ts";
import { fieldsShown, startingValues, valuesOf } from "./rule-start.ts";
import { TemplateLinks } from "./template-links.view.tsx";

/** How far back a rule may start when nothing is posted, and how far ahead. */
const MONTHS_BACK = 24;
const MONTHS_AHEAD = 18;

export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now, language }) => {
    const refusal = mayManage(actor);
    if (refusal) return refusal;
    const thisMonth = monthOf(today);
    const { lastMonth } = await runsSoFar(tx, organizationId, thisMonth);
    const first = lastMonth === null ? addToMonth(thisMonth, -MONTHS_BACK) : addToMonth(lastMonth, 1);
    const current = await currentRule(tx, { organizationId, activityId: null, month: thisMonth });
    const months = monthsFrom(first, addToMonth(thisMonth, MONTHS_AHEAD));
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      form: parameters.toString(),
      ...startingValues(parameters, current?.rule ?? null, language),
      months,
      month: months.find((month) => month >= thisMonth) ?? thisMonth,
      activities: await activitiesOf(tx, organizationId, "all"),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const values = valuesOf(form);
  const { language, today, sentences } = await readTenant(args, async ({ app, language, today }) => ({
    language,
    today,
    sentences: (code: string) => app.fieldSentence(code, language),
  }));
  const { rule, errors } = readRule(values, language);
  const day = parseDayInput(values.decidedOn ?? "", today);
  const wrong: Record<string, string> = day === null ? { ...errors, decidedOn: "field.day" } : errors;
  const typed = typedValues(form);
  if (Object.keys(wrong).length > 0) {
    const fields = Object.fromEntries(Object.entries(wrong).map(([field, code]) => [field, sentences(code)]));
    const sentence = Object.values(fields)[0] ?? "";
    return data({ problem: { code: "input.invalid", sentence, fields }, typed }, { status: 422 });
  }
  const result = await runCommand(
    args,
    adoptRule,
    {
      effectiveFrom: values.effectiveFrom ?? "",
      resolution: values.resolution ?? "",
      decidedOn: day,
      activityId: values.activityId ?? null,
      rule,
    },
    { idempotencyKey: values.cle },
  );
  if (!result.ok) {
    const problem = { ...result.problem, fields: fieldsShown(result.problem.fields) };
    return data({ problem, typed }, { status: result.status });
  }
  return redirect(`/${args.params.cooperative}/contribution`, { headers: flash({ fr: fr.done, en: en.done }) });
}

export default function AdoptRulePage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, key, form, values, template, months, month, activities } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page title={words.title} description={words.help} crumbs={[{ to: `/${slug}/contribution`, label: words.back }]}>
      <Card title={words.start} description={words.startHelp}>
        <TemplateLinks chosen={template} />
      </Card>
      <SubmitForm key={form} idempotencyKey={key} answer={actionData} className="flex flex-col gap-5">
        <RuleFields values={values} />
        <Card title={words.decision}>
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            <Select
              name="effectiveFrom"
              label={words.effectiveFrom}
              options={months.map((value) => ({ value, label: monthText(value, language) }))}
              defaultValue={values.effectiveFrom ?? month}
              required
            />
            <Select
              name="activityId"
              label={words.activity}
              options={[
                { value: "", label: words.everybody },
                ...activities.map(({ id, name }) => ({ value: id as string, label: name })),
              ]}
            />
            <TextInput
              name="resolution"
              label={words.resolution}
              help={words.resolutionHelp}
              maxLength={200}
              required
            />
            <DayInput name="decidedOn" label={words.decidedOn} today={today} required />
          </div>
        </Card>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.submit}</SubmitButton>
          <Button type="submit" formMethod="get" formAction={`/${slug}/contribution/simulation`} icon={FlaskConical}>
            {words.simulate}
          </Button>
        </div>
      </SubmitForm>
    </Page>
  );
}
