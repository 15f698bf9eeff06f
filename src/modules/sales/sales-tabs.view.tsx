import { useLanguage } from "#ui/language.tsx";
import { useShell } from "#ui/shell-context.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en } from "./sales.en.ts";
import { fr } from "./sales.fr.ts";

/** The lists of what is sold, side by side. */
export function SalesTabs() {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { slug } = useShell();
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        { to: `/${slug}/devis`, label: words.quotes },
        { to: `/${slug}/factures`, label: words.invoices },
        { to: `/${slug}/paiements`, label: words.payments },
        { to: `/${slug}/relances`, label: words.reminders },
        { to: `/${slug}/catalogue`, label: words.catalogue },
        { to: `/${slug}/courrier`, label: words.outgoing },
      ]}
    />
  );
}
