import { useLanguage } from "#ui/language.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en } from "./label.en.ts";
import { fr } from "./label.fr.ts";

/** Labellings, one's own audits, evidence, referentials: the same for everybody of the network. */
export function LabelTabs({ slug }: { readonly slug: string }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        { to: `/${slug}/label`, label: words.tabLabellings, end: true },
        { to: `/${slug}/label/audits`, label: words.tabAudits, end: true },
        { to: `/${slug}/label/preuves`, label: words.tabEvidence, end: true },
        { to: `/${slug}/label/referentiels`, label: words.tabReferentials },
      ]}
    />
  );
}
