import { Card } from "#ui/card.tsx";
import { CopyButton } from "#ui/copy-button.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Textarea } from "#ui/text-input.tsx";
import type { BidPageData } from "../bid/bid.page.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";

/** What one carries from the network to one's own cooperative, wherever it is. */
export function StatementCard({ data: { code } }: { readonly data: BidPageData }) {
  const words = useLanguage().choose({ fr, en });
  if (code === null) return null;
  return (
    <Card title={words.statement} description={words.statementLead}>
      <div className="flex flex-col gap-3">
        <Textarea
          id="code-de-la-part"
          label={words.fields.code}
          value={code}
          readOnly
          className="break-all font-mono text-aide!"
        />
        <CopyButton text={code} done={words.copied}>
          {words.copy}
        </CopyButton>
      </div>
    </Card>
  );
}
