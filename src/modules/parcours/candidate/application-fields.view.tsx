import type { Day } from "#kernel/day.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en as applicationEn } from "../application/application.en.ts";
import { fr as applicationFr } from "../application/application.fr.ts";
import { en } from "./candidate.en.ts";
import { fr } from "./candidate.fr.ts";
import { type Application, CHANNELS, SITUATIONS } from "./candidate.ts";
import { en as tradeEn } from "./trade.en.ts";
import { fr as tradeFr } from "./trade.fr.ts";

type Props = { readonly known?: Partial<Application>; readonly today: Day };

/** Who somebody is. `email`: "needed" on the public page, "optional" for the team, "fixed" where the link went to it. */
export function IdentityFields({
  known = {},
  today,
  email,
  fills,
}: Props & { readonly email: "needed" | "optional" | "fixed"; readonly fills: boolean }) {
  const { choose } = useLanguage();
  const words = choose({ fr: applicationFr, en: applicationEn });
  // One's own browser knows one's own name; that of the team would offer theirs.
  const auto = (token: string) => (fills ? token : "off");
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <TextInput
        name="firstName"
        label={words.firstName}
        defaultValue={known.firstName}
        autoComplete={auto("given-name")}
        required
      />
      <TextInput
        name="lastName"
        label={words.lastName}
        defaultValue={known.lastName}
        autoComplete={auto("family-name")}
        required
      />
      {email === "fixed" ? null : (
        <TextInput
          name="email"
          type="email"
          label={words.email}
          help={email === "needed" ? words.emailHelp : undefined}
          defaultValue={known.email}
          autoComplete={auto("email")}
          autoCapitalize="none"
          required={email === "needed"}
          optional={email === "optional"}
        />
      )}
      <TextInput
        name="phone"
        type="tel"
        label={words.phone}
        defaultValue={known.phone}
        autoComplete={auto("tel")}
        fieldClassName={email === "fixed" ? "" : "content-end"}
        optional
      />
      <TextInput
        name="postalCode"
        label={words.postalCode}
        defaultValue={known.postalCode}
        autoComplete={auto("postal-code")}
        inputMode="numeric"
        optional
      />
      <TextInput
        name="city"
        label={words.city}
        defaultValue={known.city}
        autoComplete={auto("address-level2")}
        optional
      />
      <DayInput
        name="birthDate"
        label={words.birthDate}
        help={words.birthDateHelp}
        defaultValue={known.birthDate}
        autoComplete={auto("bday")}
        today={today}
        optional
      />
    </div>
  );
}

/** What somebody would like to do, and where they come from. */
export function ProjectFields({ known = {} }: Pick<Props, "known">) {
  const { choose } = useLanguage();
  const words = choose({ fr: applicationFr, en: applicationEn });
  const lists = choose({ fr, en });
  const trades = choose({ fr: tradeFr, en: tradeEn });
  const options = (values: readonly string[], labels: Readonly<Record<string, string>>) =>
    values.map((value) => ({ value, label: labels[value] ?? value }));
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <Select
        name="trade"
        label={words.trade}
        placeholder={words.tradeNone}
        defaultValue={known.trade ?? ""}
        options={options(Object.keys(tradeFr), trades)}
        fieldClassName="sm:col-span-2"
        optional
      />
      <Textarea
        name="project"
        label={words.project}
        defaultValue={known.project}
        fieldClassName="sm:col-span-2"
        optional
      />
      <Select
        name="situation"
        label={words.situation}
        placeholder={words.situationNone}
        defaultValue={known.situation ?? ""}
        options={options(SITUATIONS, lists.situations)}
        optional
      />
      <Select
        name="heard"
        label={words.heard}
        placeholder={words.heardNone}
        defaultValue={known.heard ?? ""}
        options={options(CHANNELS, lists.channels)}
        optional
      />
      <TextInput
        name="prescriber"
        label={words.prescriber}
        help={words.prescriberHelp}
        defaultValue={known.prescriber}
        autoComplete="off"
        optional
      />
      <TextInput
        name="availability"
        label={words.availability}
        help={words.availabilityHelp}
        defaultValue={known.availability}
        autoComplete="off"
        optional
      />
      <Textarea
        name="message"
        label={words.message}
        defaultValue={known.message}
        fieldClassName="sm:col-span-2"
        optional
      />
    </div>
  );
}
