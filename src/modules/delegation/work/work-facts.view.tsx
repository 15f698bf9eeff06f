import { fill } from "#kernel/language.ts";
import { toCents } from "#kernel/money.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { day, eur, quantity } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { WorkPageData } from "./work.page.tsx";
import { en } from "./work-screen.en.ts";
import { fr } from "./work-screen.fr.ts";

/** What the scope opens for this work. */
export function FactsCard({ data: { work, facts } }: { readonly data: WorkPageData }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const whole = work.work === "declarations";
  const span = (startsOn: Parameters<typeof day>[0], endsOn: Parameters<typeof day>[0] | null) =>
    [
      fill(words.from, { from: day(startsOn) }),
      ...(endsOn === null ? [] : [fill(words.until, { until: day(endsOn) })]),
    ].join(" ");
  const inMonth = (value: string | null) => value?.startsWith(work.month) ?? false;
  return (
    <Card title={whole ? words.entries : words.facts}>
      {facts.contracts.length === 0 ? <p className="text-texte2">{words.entriesNone}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {facts.contracts.map(({ personName, kind, startsOn, endsOn }) => (
          <li key={`${personName} ${startsOn}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="font-semibold">{whole ? personName : words.contract}</span>
            <span>
              {words.kind[kind]} {span(startsOn, endsOn)}
            </span>
            {inMonth(startsOn) ? <Badge tone="info">{words.arrival}</Badge> : null}
            {inMonth(endsOn) ? <Badge tone="attention">{words.departure}</Badge> : null}
          </li>
        ))}
      </ul>
      {whole ? null : (
        <dl className="grid grid-cols-1 gap-3 pt-3 sm:grid-cols-2">
          <div>
            <dt className="text-aide text-texte2">{words.hours}</dt>
            <dd className="font-semibold tabular-nums">
              {facts.weeklyHours === null ? words.missing : hours(facts.weeklyHours, language)}
            </dd>
          </div>
          <div>
            <dt className="text-aide text-texte2">{words.fixed}</dt>
            <dd className="font-semibold tabular-nums">
              {facts.fixedPart === null ? words.missing : eur(toCents(BigInt(facts.fixedPart)), language)}
            </dd>
          </div>
        </dl>
      )}
    </Card>
  );
}

/** Hundredths of an hour, written as a quantity of hours. */
const hours = (hundredths: string, language: "fr" | "en") =>
  quantity((BigInt(hundredths) * 100n) as Parameters<typeof quantity>[0], language);
