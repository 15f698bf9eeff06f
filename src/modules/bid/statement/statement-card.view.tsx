import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { BidPageData } from "../bid/bid.page.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";

/** What one carries from the network to one's own cooperative, wherever it is. */
export function StatementCard({ data: { code } }: { readonly data: BidPageData }) {
  const words = useLanguage().choose({ fr, en });
  if (code === null) return null;
  return (
    <Card title={words.statement} description={words.statementLead}>
      <p className="break-all font-mono text-aide select-all">{code}</p>
    </Card>
  );
}
