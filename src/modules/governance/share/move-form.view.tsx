import type { Day } from "#kernel/day.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { AssociateSheet } from "../associate/associate-sheet.store.ts";
import { en as limitEn } from "../limit/limit.en.ts";
import { fr as limitFr } from "../limit/limit.fr.ts";
import { en } from "./share.en.ts";
import { fr } from "./share.fr.ts";

type Shown = {
  readonly sheet: AssociateSheet;
  readonly activities: readonly { readonly value: string; readonly label: string }[];
  readonly today: Day;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
};

/** One form for each movement that the state of the shares allows. */
export function MoveForm({ sheet, activities, today, answer, idempotencyKey }: Shown) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const limits = choose({ fr: limitFr, en: limitEn });
  const { position, status } = sheet;
  const member = status === "admitted";
  const possible = [
    ...(member ? (["subscribe"] as const) : []),
    ...(member && position.unpaid > 0n ? (["pay", "withhold"] as const) : []),
    ...(position.shares > 0 ? (["redeem"] as const) : []),
    ...(position.toRefund > 0n ? (["refund"] as const) : []),
  ];
  return (
    <Card title={words.add} description={words.addLead}>
      <SubmitForm
        // Empty again once it was recorded: a second click records nothing.
        key={sheet.movements.length}
        intent="move"
        idempotencyKey={idempotencyKey}
        answer={answer}
        className="flex flex-col gap-4"
      >
        <Select
          name="kind"
          label={words.kind}
          options={possible.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <div className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2">
          <TextInput name="shares" label={words.count} help={words.countHelp} inputMode="numeric" maxLength={7} />
          <AmountInput name="amount" label={words.amount} help={words.amountHelp} />
        </div>
        {activities.length === 0 || !possible.includes("withhold") ? null : (
          <Select
            name="activityId"
            label={words.activity}
            options={[{ value: "", label: words.noActivity }, ...activities]}
          />
        )}
        <DayInput name="effectOn" label={words.day} today={today} defaultValue={today} required />
        <TextInput name="reason" label={words.note} maxLength={200} optional />
        {answer?.problem.fields.knowing === undefined ? null : <Checkbox name="knowing" label={limits.knowing} />}
        <SubmitButton className="self-start">{words.submit}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
