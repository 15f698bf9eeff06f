import type { Translation } from "#kernel/language.ts";
import { organizationEnglish, organizationFrench, TIME_ZONES } from "#modules/membership/index.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { fr } from "./account.fr.ts";

/** Fields that unfold: shown at once when one of them is refused. */
const UNFOLDED = ["vatNumber", "rcs", "email", "phone", "iban", "bic", "timeZone", "siteName", "slug"] as const;

/** The least that a cooperative and its first person need; the rest unfolds. */
export function FirstRunForm({
  words,
  answer,
}: {
  readonly words: Translation<(typeof fr)["firstRun"]>;
  readonly answer?: FormAnswer | null;
}) {
  const { choose } = useLanguage();
  const zones = choose({ fr: organizationFrench, en: organizationEnglish }).timeZones;
  return (
    <SubmitForm answer={answer} className="flex flex-col gap-5">
      <Card title={words.cooperative}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput name="legalName" label={words.legalName} autoComplete="organization" required />
          <TextInput name="legalForm" label={words.legalForm} help={words.legalFormHelp} optional />
          <TextInput name="siren" label={words.siren} inputMode="numeric" className="tabular-nums" required />
          <TextInput name="siret" label={words.siret} inputMode="numeric" className="tabular-nums" required />
          <TextInput name="street" label={words.street} autoComplete="off" optional fieldClassName="sm:col-span-2" />
          <TextInput name="postalCode" label={words.postalCode} inputMode="numeric" optional />
          <TextInput name="city" label={words.city} optional />
        </div>
        <details className="mt-5" open={UNFOLDED.some((name) => answer?.problem.fields[name])}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.more}</summary>
          <p className="pb-3 text-aide text-texte2">{words.moreHelp}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextInput name="vatNumber" label={words.vatNumber} help={words.vatHelp} optional />
            <TextInput name="rcs" label={words.rcs} help={words.rcsHelp} optional />
            <TextInput name="email" type="email" label={words.email} autoComplete="off" optional />
            <TextInput name="phone" type="tel" label={words.phone} autoComplete="off" optional />
            <TextInput name="iban" label={words.iban} autoComplete="off" optional />
            <TextInput name="bic" label={words.bic} autoComplete="off" optional />
            <Select
              name="timeZone"
              label={words.timeZone}
              defaultValue="Europe/Paris"
              options={TIME_ZONES.map((value) => ({ value, label: zones[value] }))}
            />
            <TextInput name="siteName" label={words.siteName} defaultValue={words.siteDefault} />
            <TextInput name="slug" label={words.slug} help={words.slugHelp} autoCapitalize="none" optional />
          </div>
        </details>
      </Card>
      <Card title={words.you} description={words.youHelp}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput name="firstName" label={words.firstName} autoComplete="given-name" required />
          <TextInput name="lastName" label={words.lastName} autoComplete="family-name" required />
          <TextInput
            name="administratorEmail"
            type="email"
            label={words.administratorEmail}
            autoComplete="username"
            autoCapitalize="none"
            required
          />
          <TextInput
            name="password"
            type="password"
            label={words.password}
            help={words.passwordHelp}
            autoComplete="new-password"
            required
          />
        </div>
      </Card>
      <SubmitButton className="w-fit">{words.submit}</SubmitButton>
    </SubmitForm>
  );
}
