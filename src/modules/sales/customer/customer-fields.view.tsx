import { RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { COUNTRIES } from "./country.ts";
import { en as nounEn } from "./customer.en.ts";
import { fr as nounFr } from "./customer.fr.ts";
import { type CustomerText, REFERRERS } from "./customer.ts";
import { en } from "./customer-screen.en.ts";
import { fr } from "./customer-screen.fr.ts";

/**
 * The fields of a customer, in a form of the class "group". What only a company has is hidden for a private person by
 * the style sheet alone. `prefix` goes before each name when the fields are part of a larger form.
 */
export function CustomerFields({
  text,
  prefix = "",
  brief = false,
}: {
  readonly text: CustomerText;
  readonly prefix?: string;
  /** Only what an invoice needs. */
  readonly brief?: boolean;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const company = "group-has-[input[value=individual]:checked]:hidden";
  const field = (name: keyof CustomerText) => ({
    name: `${prefix}${name}`,
    label: noun.fieldsOf[name],
    defaultValue: text[name],
  });
  const more = (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput {...field("vatNumber")} optional fieldClassName={company} autoComplete="off" />
      <TextInput {...field("contactName")} optional autoComplete="off" />
      <TextInput {...field("phone")} type="tel" optional autoComplete="off" />
      <TextInput {...field("paymentDays")} help={words.paymentDaysHelp} optional inputMode="numeric" />
      <TextInput {...field("buyerReference")} help={words.referenceHelp} optional />
      <TextInput {...field("electronicAddress")} help={words.electronicHelp} optional fieldClassName={company} />
      <Textarea {...field("note")} help={words.noteHelp} optional fieldClassName="sm:col-span-2" />
    </div>
  );
  const filled = [text.vatNumber, text.contactName, text.phone, text.paymentDays, text.buyerReference, text.note];
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        name={`${prefix}kind`}
        label={noun.fieldsOf.kind}
        layout="row"
        defaultValue={text.kind}
        options={[
          { value: "company", label: noun.kinds.company },
          { value: "individual", label: noun.kinds.individual },
        ]}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextInput {...field("name")} required autoComplete="off" />
        <TextInput
          {...field("siret")}
          label={words.companyNumber}
          help={words.companyNumberHelp}
          defaultValue={text.siret || text.siren}
          fieldClassName={company}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextInput {...field("street")} optional autoComplete="off" fieldClassName="sm:col-span-2" />
        <TextInput {...field("postalCode")} optional autoComplete="off" />
        <TextInput {...field("city")} optional autoComplete="off" />
        <TextInput {...field("email")} type="email" optional autoComplete="off" />
        <Select
          {...field("country")}
          options={Object.entries(COUNTRIES).map(([value, names]) => ({ value, label: names[language] }))}
        />
        {brief ? null : (
          <Select
            {...field("referredBy")}
            help={words.referredByHelp}
            options={REFERRERS.map((value) => ({ value, label: noun.referrers[value || "nobody"] }))}
          />
        )}
      </div>
      {brief ? null : (
        <details open={filled.some((value) => value !== "")}>
          <summary className="mb-3 inline-flex min-h-9 cursor-pointer items-center text-marque underline underline-offset-4">
            {words.more}
          </summary>
          {more}
        </details>
      )}
    </div>
  );
}
