import { DELEGABLE_WORK } from "#kernel/actor.ts";
import { addDays, addMonths, firstDayOf, monthOf } from "#kernel/day.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { parseAmount } from "#ui/parse.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en as delegationEn } from "../delegation.en.ts";
import { fr as delegationFr } from "../delegation.fr.ts";
import { mayDelegate } from "../delegation.policy.ts";
import type { Route } from "./+types/new-agreement.page";
import { CLAUSE } from "./agreement.ts";
import { en } from "./agreement-screen.en.ts";
import { fr } from "./agreement-screen.fr.ts";
import { ClauseCard } from "./clause-card.view.tsx";
import { proposeAgreement } from "./propose-agreement.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, now, today }) => {
    const refusal = mayDelegate(actor);
    if (refusal) return refusal;
    const startsOn = firstDayOf(monthOf(today));
    return { slug, today, key: newId<"key">(now) as string, startsOn, endsOn: addDays(addMonths(startsOn, 12), -1) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, /On$/);
  const language = args.context.get(languageContext);
  const items = DELEGABLE_WORK.filter((work) => input[work] !== undefined).map((work) => {
    const typed = input[`${work}Price`] ?? "";
    return {
      work,
      unitPrice: parseAmount(typed, language)?.toString() ?? typed,
      volume: input[`${work}Volume`] || "0",
    };
  });
  return act(args, form, proposeAgreement, { ...input, items }, ({ agreementId }) => ({
    to: `/${args.params.cooperative}/delegations/${agreementId}`,
    message: { fr: fr.sent, en: en.sent },
  }));
}

export default function NewAgreement({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { works, opens } = choose({ fr: delegationFr, en: delegationEn });
  const { slug, today, key, startsOn, endsOn } = loaderData;
  const typed = actionData?.typed;
  const fields = actionData?.problem.fields ?? {};
  // Refusals speak of the items that were ticked, in their order.
  const ticked = DELEGABLE_WORK.filter((work) => typed?.[work] !== undefined);
  const wrong = (work: (typeof DELEGABLE_WORK)[number], field: string) =>
    fields[`items.${ticked.indexOf(work)}.${field}`];
  return (
    <Page
      title={words.newTitle}
      description={words.newLead}
      width="form"
      crumbs={[{ to: `/${slug}/delegations`, label: words.title }]}
    >
      <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-5">
        <TextInput name="provider" label={words.provider} help={words.providerHelp} required />
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <DayInput name="startsOn" label={words.startsOn} today={today} defaultValue={startsOn} required />
          <DayInput name="endsOn" label={words.endsOn} today={today} defaultValue={endsOn} required />
        </div>
        <Card title={words.works}>
          <div className="flex flex-col divide-y divide-bordure">
            {DELEGABLE_WORK.map((work) => (
              <div key={work} className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0">
                <Checkbox name={work} label={works[work]} help={opens[work]} />
                <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
                  <AmountInput name={`${work}Price`} label={words.price} tax="HT" error={wrong(work, "unitPrice")} />
                  <TextInput
                    name={`${work}Volume`}
                    label={words.volume}
                    inputMode="numeric"
                    error={wrong(work, "volume")}
                    optional
                  />
                </div>
              </div>
            ))}
          </div>
        </Card>
        <ClauseCard version={CLAUSE} />
        <SubmitButton className="self-start">{words.send}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
