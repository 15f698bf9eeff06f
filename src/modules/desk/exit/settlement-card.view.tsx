import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { day, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { ExitPageData } from "./exit.page.tsx";
import { en } from "./exit-screen.en.ts";
import { fr } from "./exit-screen.fr.ts";

/** What is left to settle, activity by activity, and what the person takes along. */
export function SettlementCard({ data: { settlement, slug, today } }: { readonly data: ExitPageData }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.settlement} description={fill(words.settlementLead, { date: day(today) })}>
      {settlement.length === 0 ? <p className="text-texte2">{words.settlementNone}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {settlement.map(({ activityId, name, shared, treasury, owed, stock, deposits }) => (
          <li key={activityId} className="flex flex-col gap-3 py-3 first:pt-0">
            <p className="font-semibold">
              {name} {shared ? <span className="font-normal text-texte2">({words.shared})</span> : null}
            </p>
            <dl className="grid grid-cols-[1fr_max-content] gap-x-4 gap-y-1">
              {(
                [
                  [words.treasury, treasury],
                  [words.owed, owed],
                  [words.stock, stock],
                  [words.deposits, deposits],
                ] as const
              ).map(([label, amount]) => (
                <div key={label} className="contents">
                  <dt className="text-texte2">{label}</dt>
                  <dd className="text-right tabular-nums">{eur(amount, language)}</dd>
                </div>
              ))}
            </dl>
            <p>
              <a
                href={`/${slug}/activites/${activityId}/emporter`}
                download
                className="inline-flex min-h-11 items-center font-semibold text-marque underline"
              >
                {words.take}
                <span className="sr-only"> : {name}</span>
              </a>
              <span className="block text-aide text-texte2">{words.takeHelp}</span>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
