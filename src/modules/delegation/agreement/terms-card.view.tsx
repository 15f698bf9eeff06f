import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en as delegationEn } from "../delegation.en.ts";
import { fr as delegationFr } from "../delegation.fr.ts";
import type { AgreementPageData } from "./agreement.page.tsx";
import { en } from "./agreement-screen.en.ts";
import { fr } from "./agreement-screen.fr.ts";

/** What both signed: the work, what it opens, its price, its dates, who signed and when. */
export function TermsCard({ data: { slug, agreement } }: { readonly data: AgreementPageData }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { works, opens } = choose({ fr: delegationFr, en: delegationEn });
  const { items, side, signedOn, declinedOn, revokedOn, proposedOn } = agreement;
  return (
    <Card
      title={words.terms}
      description={`${day(agreement.startsOn)} – ${day(agreement.endsOn)}`}
      actions={side === "client" ? <TextLink to={`/${slug}/travaux-confies`}>{words.toWork}</TextLink> : undefined}
    >
      <ul className="flex flex-col divide-y divide-bordure">
        {items.map(({ work, unitPrice, volume }) => (
          <li key={work} className="py-3 first:pt-0">
            <p className="flex flex-wrap justify-between gap-x-4 font-semibold">
              <span>{works[work]}</span>
              <span className="tabular-nums">{eur(unitPrice, language)} HT</span>
            </p>
            <p className="text-aide text-texte2">
              {opens[work]} {volume > 0 ? `${fill(words.perMonth, { volume: String(volume) })}.` : null}
            </p>
          </li>
        ))}
      </ul>
      <div className="pt-2 text-aide text-texte2">
        {proposedOn === null ? null : (
          <p>{fill(words.proposedBy, { name: agreement.proposedBy, day: day(proposedOn) })}</p>
        )}
        {signedOn === null ? null : <p>{fill(words.signedBy, { name: agreement.signedBy, day: day(signedOn) })}</p>}
        {declinedOn === null ? null : <p>{fill(words.declinedOn, { day: day(declinedOn) })}</p>}
        {revokedOn === null ? null : (
          <p>
            {fill(words.revokedBy, { name: agreement.revokedBy, day: day(revokedOn) })} {agreement.reason}
          </p>
        )}
      </div>
    </Card>
  );
}
