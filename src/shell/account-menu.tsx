import { ChevronsUpDown, FolderLock, Keyboard, LogOut, Replace, ShieldCheck } from "lucide-react";
import { Form, useLocation } from "react-router";
import { fill } from "#kernel/language.ts";
import { useLanguage } from "#ui/language.tsx";
import { Disclosure, MENU_ITEM, MenuLink } from "#ui/menu.island.tsx";
import type { Theme } from "#ui/preferences.ts";
import { useShell } from "#ui/shell-context.tsx";
import { en } from "./shell.en.ts";
import { fr } from "./shell.fr.ts";

/** The person's own menu, at the foot of the left menu. */
export function AccountMenu({ theme }: { readonly theme: Theme }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { personName } = useShell();
  return (
    <Disclosure
      align="start"
      side="above"
      panelClassName="w-64"
      label={fill(words.account, { name: personName })}
      summaryClassName="flex min-h-11 items-center gap-2.5 rounded-lg px-2 py-1 hover:bg-surface2"
      summary={
        <>
          <Initials name={personName} />
          <span className="min-w-0 flex-1 truncate">{personName}</span>
          <ChevronsUpDown aria-hidden="true" size={16} className="shrink-0 text-texte2" />
        </>
      }
    >
      <AccountLinks theme={theme} />
    </Disclosure>
  );
}

function Initials({ name }: { readonly name: string }) {
  const letters = name
    .split(" ")
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join("");
  return (
    <span
      aria-hidden="true"
      className="flex size-9 shrink-0 items-center justify-center rounded-full bg-marque-fond text-legende font-bold text-marque"
    >
      {letters.toUpperCase()}
    </span>
  );
}

/** Language, appearance, security, shortcuts, the other cooperatives, the way out. */
export function AccountLinks({ theme }: { readonly theme: Theme }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug } = useShell();
  return (
    <div className="flex flex-col">
      <Choices
        action="/langue"
        name="langue"
        label={words.language}
        current={language}
        options={[
          { value: "fr", label: words.french },
          { value: "en", label: words.english },
        ]}
      />
      <Choices
        action="/apparence"
        name="theme"
        label={words.theme}
        current={theme}
        options={(["auto", "clair", "sombre"] as const).map((value) => ({ value, label: words.themes[value] }))}
      />
      <hr className="my-1.5 border-bordure" />
      <MenuLink to="/compte/securite" icon={ShieldCheck}>
        {words.security}
      </MenuLink>
      <MenuLink to={`/${slug}/mes-donnees`} icon={FolderLock}>
        {words.ownData}
      </MenuLink>
      <MenuLink to={`/${slug}/aide/raccourcis`} icon={Keyboard}>
        {words.shortcuts}
      </MenuLink>
      <MenuLink to="/cooperatives" icon={Replace}>
        {words.otherCooperative}
      </MenuLink>
      <Form method="post" action="/deconnexion" reloadDocument>
        <button type="submit" className={MENU_ITEM}>
          <LogOut aria-hidden="true" size={20} className="shrink-0 text-texte2" />
          {words.signOut}
        </button>
      </Form>
    </div>
  );
}

/** One small form of buttons side by side: each is a choice and sends at once. */
function Choices({
  action,
  name,
  label,
  current,
  options,
}: {
  readonly action: string;
  readonly name: string;
  readonly label: string;
  readonly current: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={action} className="px-3 py-1.5" preventScrollReset>
      <input type="hidden" name="retour" value={pathname + search} />
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1 text-legende font-semibold text-texte2">{label}</legend>
        <div className="flex rounded-lg border border-bordure-forte p-0.5">
          {options.map((option) => (
            <button
              key={option.value}
              type="submit"
              name={name}
              value={option.value}
              aria-pressed={option.value === current}
              className="min-h-10 flex-1 cursor-pointer rounded-md px-2 text-aide hover:bg-surface2 aria-pressed:bg-marque-fond aria-pressed:font-semibold pointer-fine:min-h-8"
            >
              {option.label}
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
