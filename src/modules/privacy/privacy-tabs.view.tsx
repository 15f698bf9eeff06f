import { useLanguage } from "#ui/language.tsx";
import { useShell } from "#ui/shell-context.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en as accessEn } from "./access/access.en.ts";
import { fr as accessFr } from "./access/access.fr.ts";
import { en as wordingEn } from "./consent/wording.en.ts";
import { fr as wordingFr } from "./consent/wording.fr.ts";
import { en as erasureEn } from "./erasure/erasure.en.ts";
import { fr as erasureFr } from "./erasure/erasure.fr.ts";
import { en as processingEn } from "./processing/processing.en.ts";
import { fr as processingFr } from "./processing/processing.fr.ts";
import { en as retentionEn } from "./retention/retention.en.ts";
import { fr as retentionFr } from "./retention/retention.fr.ts";

/** The pages of data protection, side by side. */
export function PrivacyTabs() {
  const { choose } = useLanguage();
  const { slug } = useShell();
  const access = choose({ fr: accessFr, en: accessEn });
  const address = `/${slug}/reglages/donnees`;
  return (
    <Tabs
      label={access.tabs}
      tabs={[
        { to: address, label: choose({ fr: retentionFr, en: retentionEn }).short, end: true },
        { to: `${address}/registre`, label: choose({ fr: processingFr, en: processingEn }).short },
        { to: `${address}/consentements`, label: choose({ fr: wordingFr, en: wordingEn }).short },
        { to: `${address}/demandes`, label: choose({ fr: erasureFr, en: erasureEn }).short },
        { to: `${address}/acces`, label: access.short },
      ]}
    />
  );
}
