import type { Day } from "#kernel/day.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";
import { BILLINGS, type Bid } from "./bid.ts";

type Words = Pick<Bid, "title" | "buyer" | "buyerSiren" | "reference" | "deadline" | "billing">;

/** What a bid answers, for whom, until when. */
export function BidFields({ bid, today }: { readonly bid?: Words; readonly today: Day }) {
  const { fields, billings } = useLanguage().choose({ fr, en });
  return (
    <>
      <TextInput name="title" label={fields.title} defaultValue={bid?.title} maxLength={200} required />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextInput name="buyer" label={fields.buyer} defaultValue={bid?.buyer} maxLength={200} required />
        <TextInput
          name="buyerSiren"
          label={fields.buyerSiren}
          defaultValue={bid?.buyerSiren}
          inputMode="numeric"
          required
        />
        <TextInput name="reference" label={fields.reference} defaultValue={bid?.reference} maxLength={100} optional />
        <DayInput name="deadline" label={fields.deadline} today={today} defaultValue={bid?.deadline} required />
      </div>
      <Select
        name="billing"
        label={fields.billing}
        defaultValue={bid?.billing ?? "lead"}
        options={BILLINGS.map((value) => ({ value, label: billings[value] }))}
      />
    </>
  );
}
