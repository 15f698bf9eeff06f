import { fill, type Language, type Translation } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { fr } from "./account.fr.ts";

/** Only where the demonstration is: its password is public, so one click enters as one of its people. */
export function DemoLogIns({
  logIns,
  password,
  words,
}: {
  readonly logIns: readonly {
    readonly name: string;
    readonly email: string;
    readonly role: Readonly<Record<Language, string>>;
  }[];
  readonly password: string;
  readonly words: Translation<typeof fr>["signIn"];
}) {
  const { language } = useLanguage();
  return (
    <Card title={words.demoTitle}>
      <p>{words.demoLead}</p>
      <ul className="mt-4 flex flex-col gap-3">
        {logIns.map(({ name, email, role }) => (
          <li key={email}>
            <SubmitForm hidden={{ email, password, remember: "on" }} className="flex flex-col gap-1">
              <SubmitButton variant="secondary" name="demo" value={email} className="w-full">
                {fill(words.demoEnter, { name })}
              </SubmitButton>
              <p className="text-aide text-texte2">
                {role[language]}, {email}
              </p>
            </SubmitForm>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-aide text-texte2">{fill(words.demoPassword, { password })}</p>
    </Card>
  );
}
