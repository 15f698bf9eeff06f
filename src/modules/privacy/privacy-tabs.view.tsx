import { useLanguage } from "#ui/language.tsx";
import { useShell } from "#ui/shell-context.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en } from "./access/access.en.ts";
import { fr } from "./access/access.fr.ts";

/** The pages of data protection, side by side. */
export function PrivacyTabs() {
  const words = useLanguage().choose({ fr, en });
  const { slug } = useShell();
  return <Tabs label={words.tabs} tabs={[{ to: `/${slug}/reglages/donnees/acces`, label: words.title }]} />;
}
