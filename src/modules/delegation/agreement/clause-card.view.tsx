import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en as delegationEn } from "../delegation.en.ts";
import { fr as delegationFr } from "../delegation.fr.ts";
import { en } from "./agreement-screen.en.ts";
import { fr } from "./agreement-screen.fr.ts";

/** The data-processing clause, in the wording that both sides read. */
export function ClauseCard({ version }: { readonly version: number }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { clauses } = choose({ fr: delegationFr, en: delegationEn });
  return (
    <Card title={words.clause} description={fill(words.clauseVersion, { version: String(version) })}>
      <ol className="flex list-decimal flex-col gap-2 pl-5 text-texte2">
        {Object.values(clauses).map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ol>
    </Card>
  );
}
