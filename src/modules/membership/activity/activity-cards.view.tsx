import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Meanwhile } from "#ui/meanwhile.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { ActivityPageData } from "./activity.page.tsx";
import { en } from "./activity-screen.en.ts";
import { fr } from "./activity-screen.fr.ts";

type Props = { readonly data: ActivityPageData; readonly answer: FormAnswer | undefined };

const STALE = "activity.changedMeanwhile";

/** Trade name and trade. */
export function IdentityCard({ data: { activity }, answer }: Props) {
  const { choose } = useLanguage();
  const { form, page } = choose({ fr, en });
  const mine = answer?.typed?.intention === "update" ? answer : null;
  return (
    <Card title={page.identity}>
      <SubmitForm
        intent="update"
        answer={answer}
        hidden={{ version: String(activity.version) }}
        className="flex flex-col gap-4"
      >
        <Meanwhile
          answer={mine}
          code={STALE}
          title={form.meanwhile}
          saved={[
            { name: "name", label: form.name, value: activity.name },
            { name: "trade", label: form.trade, value: activity.trade },
          ]}
        />
        <TextInput name="name" label={form.name} help={form.nameHelp} defaultValue={activity.name} required />
        <TextInput name="trade" label={form.trade} defaultValue={activity.trade} optional />
        <SubmitButton variant="secondary" className="w-fit">
          {form.save}
        </SubmitButton>
      </SubmitForm>
    </Card>
  );
}

/** The last day of an activity, and opening it again. */
export function CloseCard({ data: { activity, today }, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  const hidden = { version: String(activity.version) };
  if (activity.closedOn !== null) {
    return (
      <SubmitForm intent="reopen" answer={answer} hidden={hidden}>
        <SubmitButton variant="secondary">{words.reopen}</SubmitButton>
      </SubmitForm>
    );
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <Refused intent="close" answer={answer} />
      <Confirm trigger={words.close} title={fill(words.closeTitle, { name: activity.name })}>
        <SubmitForm intent="close" hidden={hidden} className="flex flex-col gap-4">
          <p>{words.closeHelp}</p>
          <DayInput name="closedOn" label={words.endsOn} today={today} defaultValue={today} required />
          <SubmitButton variant="danger">{words.close}</SubmitButton>
        </SubmitForm>
      </Confirm>
    </div>
  );
}
