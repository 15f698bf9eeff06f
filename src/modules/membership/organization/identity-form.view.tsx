import { Card } from "#ui/card.tsx";
import { ColourInput } from "#ui/colour-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Meanwhile } from "#ui/meanwhile.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en as organizationEn } from "./organization.en.ts";
import { fr as organizationFr } from "./organization.fr.ts";
import { TIME_ZONES } from "./organization.ts";
import type { SettingsPageData } from "./settings.page.tsx";
import { en } from "./settings-screen.en.ts";
import { fr } from "./settings-screen.fr.ts";

const COMPARED = [
  "legalName",
  "legalForm",
  "siren",
  "siret",
  "vatNumber",
  "rcs",
  "street",
  "postalCode",
  "city",
  "email",
  "phone",
  "iban",
  "bic",
  "accentColour",
] as const;

/** The legal identity, the contact, the bank and the look of the cooperative: one form, one version. */
export function IdentityForm({
  data: { organization, version },
  answer,
}: {
  readonly data: SettingsPageData;
  readonly answer: FormAnswer | undefined;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const zones = choose({ fr: organizationFr, en: organizationEn }).timeZones;
  // An informal network has no number.
  const numbered = organization.house === "cae";
  const mine = answer?.typed?.intention === "identity" ? answer : null;
  return (
    <SubmitForm intent="identity" answer={answer} hidden={{ version: String(version) }} className="flex flex-col gap-5">
      <Meanwhile
        answer={mine}
        code="organization.changedMeanwhile"
        title={words.meanwhile}
        saved={COMPARED.map((name) => ({ name, label: words[name], value: organization[name] }))}
      />
      <Card title={words.identity} description={words.identityLead}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput name="legalName" label={words.legalName} defaultValue={organization.legalName} required />
          <TextInput
            name="legalForm"
            label={words.legalForm}
            help={words.legalFormHelp}
            defaultValue={organization.legalForm}
            optional
          />
          <TextInput
            name="siren"
            label={words.siren}
            defaultValue={organization.siren}
            inputMode="numeric"
            required={numbered}
            optional={!numbered}
          />
          <TextInput
            name="siret"
            label={words.siret}
            defaultValue={organization.siret}
            inputMode="numeric"
            required={numbered}
            optional={!numbered}
          />
          <TextInput
            name="vatNumber"
            label={words.vatNumber}
            help={words.vatHelp}
            defaultValue={organization.vatNumber}
            optional
          />
          <TextInput name="rcs" label={words.rcs} help={words.rcsHelp} defaultValue={organization.rcs} optional />
        </div>
      </Card>
      <Card title={words.contact}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput
            name="street"
            label={words.street}
            defaultValue={organization.street}
            fieldClassName="sm:col-span-2"
            optional
          />
          <TextInput name="postalCode" label={words.postalCode} defaultValue={organization.postalCode} optional />
          <TextInput name="city" label={words.city} defaultValue={organization.city} optional />
          <TextInput name="email" type="email" label={words.email} defaultValue={organization.email} optional />
          <TextInput name="phone" type="tel" label={words.phone} defaultValue={organization.phone} optional />
        </div>
      </Card>
      <Card title={words.bank} description={words.bankLead}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput name="iban" label={words.iban} defaultValue={organization.iban} optional />
          <TextInput name="bic" label={words.bic} defaultValue={organization.bic} optional />
        </div>
      </Card>
      <Card title={words.look}>
        <div className="grid gap-4 sm:grid-cols-2">
          <ColourInput
            name="accentColour"
            label={words.accentColour}
            help={words.colourHelp}
            defaultValue={organization.accentColour}
          />
          <Select
            name="timeZone"
            label={words.timeZone}
            defaultValue={organization.timeZone}
            options={TIME_ZONES.map((value) => ({ value, label: zones[value] }))}
          />
        </div>
      </Card>
      <SubmitButton className="w-fit">{words.save}</SubmitButton>
    </SubmitForm>
  );
}
