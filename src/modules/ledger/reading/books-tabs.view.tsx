import { useLanguage } from "#ui/language.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { en } from "./reading.en.ts";
import { fr } from "./reading.fr.ts";

/** The pages of the books, side by side. Writing, fiscal years and the FEC are for those who keep them. */
export function BooksTabs({
  slug,
  query = "",
  keeper,
}: {
  readonly slug: string;
  /** The question that the reading pages share, with its "?". */
  readonly query?: string;
  readonly keeper: boolean;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        { to: `/${slug}/compta/grand-livre${query}`, label: words.ledger },
        { to: `/${slug}/compta/balance${query}`, label: words.balance },
        { to: `/${slug}/compta/journaux${query}`, label: words.journal },
        { to: `/${slug}/compta/analyse${query}`, label: words.analysis },
        ...(keeper
          ? [
              { to: `/${slug}/compta/saisie`, label: words.write },
              { to: `/${slug}/compta/lettrage`, label: words.lettering },
              { to: `/${slug}/compta/plan-comptable`, label: words.chart },
              { to: `/${slug}/compta/exercices`, label: words.fiscalYears },
              { to: `/${slug}/compta/fec`, label: "FEC" },
            ]
          : []),
      ]}
    />
  );
}
