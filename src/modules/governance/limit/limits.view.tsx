import type { ReactNode } from "react";
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { count, longDay, say } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Tone } from "#ui/tone.ts";
import { en as articlesEn } from "../setup/articles.en.ts";
import { fr as articlesFr } from "../setup/articles.fr.ts";
import type { CollegeKind } from "../setup/articles.ts";
import { en } from "./limit.en.ts";
import { fr } from "./limit.fr.ts";
import type { LimitReading } from "./limit.store.ts";
import type { Limit, LimitState } from "./limit.ts";

const TONE: Readonly<Record<LimitState, Tone>> = { held: "ok", broken: "erreur", open: "attention" };

type Shown = { readonly slug: string; readonly reading: LimitReading; readonly governs: boolean };

/** Each limit with its figures, its article, and what to do where it does not hold. */
export function LimitsCard({ slug, reading, governs }: Shown) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const articles = choose({ fr: articlesFr, en: articlesEn });
  const toArticles = (label: string) =>
    governs ? <TextLink to={`/${slug}/reglages/associes`}>{label}</TextLink> : null;
  const { form, limits, differs } = reading;
  const figures =
    limits.length === 0 ? null : (
      <>
        <ul className="divide-y divide-bordure">
          {limits.map((limit) => (
            <LimitItem key={limit.key} limit={limit} since={reading.since[limit.key] ?? null} />
          ))}
        </ul>
        <EmploymentNote {...{ slug, reading }} actions={toArticles(words.toArticles)} />
      </>
    );
  // The register comes first while nothing asks to be looked at.
  const quiet = figures !== null && limits.every(({ state }) => state === "held");
  return (
    <Card
      title={words.title}
      description={
        form === ""
          ? undefined
          : `${articles.forms[form]}. ${fill(words.lead, { day: longDay(reading.day, language) })}`
      }
    >
      {form === "" ? (
        <Notice tone="attention" actions={toArticles(words.tell)}>
          {words.formUntold}
        </Notice>
      ) : null}
      {form === "other" ? <p className="text-texte2">{words.formOther}</p> : null}
      {differs === null || form === "" ? null : (
        <Notice tone="attention">{fill(words.formDiffers, { form: differs, told: articles.forms[form] })}</Notice>
      )}
      {quiet ? (
        <details>
          <summary className="cursor-pointer font-semibold text-marque underline underline-offset-2">
            {fill(words.allHeld, { count: count(limits.length, language) })}
          </summary>
          {figures}
        </details>
      ) : (
        figures
      )}
    </Card>
  );
}

type Item = { readonly limit: Limit; readonly since: Day | null };

function LimitItem({ limit: { key, state, lines }, since }: Item) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { collegeKinds } = choose({ fr: articlesFr, en: articlesEn });
  const named = (kinds: readonly CollegeKind[]) => kinds.map((kind) => collegeKinds[kind].toLowerCase()).join(", ");
  const sentence = lines.map((line) =>
    say(words.lines[line.say], { ...line.facts, ...(line.kinds ? { kinds: named(line.kinds) } : {}) }, language),
  );
  // Its sentence says what to do, or that there is nothing to.
  const said =
    state === "open" &&
    lines.some(({ say: one }) => one === "noCapital" || one === "nobody" || one === "betweenHalves");
  const told = state === "broken" && since !== null ? [fill(words.since, { day: longDay(since, language) })] : [];
  return (
    <li className="py-3">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {words.names[key]} <Badge tone={TONE[state]}>{words.states[state]}</Badge>
      </h3>
      <p>{[...sentence, ...told].join(" ")}</p>
      <p className="text-aide text-texte2">{words.rules[key]}</p>
      {state === "held" || said ? null : (
        <p className="mt-1">{state === "broken" ? words.remedies[key] : words.check}</p>
      )}
    </li>
  );
}

type Noted = { readonly slug: string; readonly reading: LimitReading; readonly actions: ReactNode };

/** Who was counted as employed, and why; whom nothing decides, by name. */
function EmploymentNote({ slug, reading: { counts, unsure, untold, limits }, actions }: Noted) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { byContract, byCollege, outside } = words;
  const counted = [
    [byContract, counts.contract],
    [byCollege, counts.college],
    [outside, counts.outside],
  ] as const;
  const reasonOf = (reason: string) =>
    reason in words.reasons ? words.reasons[reason as keyof typeof words.reasons] : "";
  return (
    <section className="mt-2 border-t border-bordure pt-3">
      <h3 className="font-semibold">{words.counted}</h3>
      <ul className="mt-1 text-aide text-texte2">
        {counted
          .filter(([, number]) => number > 0)
          .map(([sentence, number]) => (
            <li key={sentence}>{fill(sentence, { count: count(number, language) })}</li>
          ))}
      </ul>
      {unsure.length === 0 ? null : (
        <>
          <p className="mt-2">{fill(words.toCheck, { count: count(unsure.length, language) })}</p>
          <ul className="list-disc pl-5">
            {unsure.map(({ id, name, reason }) => (
              <li key={id}>
                <TextLink to={`/${slug}/associes/${id}`}>{name}</TextLink> : {reasonOf(reason)}
              </li>
            ))}
          </ul>
        </>
      )}
      {untold.length === 0 ? null : (
        <p className="mt-2">{fill(words.collegesUntold, { colleges: untold.join(", ") })}</p>
      )}
      {untold.length > 0 || limits.some(({ state }) => state === "open") ? <p className="mt-2">{actions}</p> : null}
    </section>
  );
}

/** Before an assembly or a movement: the limits that do not hold, or that nothing decides. Nothing where all hold. */
export function LimitsAhead({ slug, limits }: { readonly slug: string; readonly limits: readonly Limit[] }) {
  const words = useLanguage().choose({ fr, en });
  const seen = limits.filter(({ state }) => state !== "held");
  if (seen.length === 0) return null;
  const named = seen.map(({ key, state }) => `${words.names[key]} (${words.states[state].toLowerCase()})`);
  const broken = seen.some(({ state }) => state === "broken");
  return (
    <Notice
      tone={broken ? "erreur" : "attention"}
      title={words.aheadTitle}
      actions={<TextLink to={`/${slug}/associes#limites`}>{words.see}</TextLink>}
    >
      {fill(words.ahead, { limits: named.join(", ") })}
    </Notice>
  );
}
