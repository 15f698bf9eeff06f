import { useLanguage } from "#ui/language.tsx";
import { en } from "../observatory.en.ts";
import { fr } from "../observatory.fr.ts";
import type { Indicator } from "./indicator.ts";

/** Everything that an indicator means, and the query that computes it: opened by a click. */
export function Definition({ indicator }: { readonly indicator: Indicator }) {
  const { choose } = useLanguage();
  const { detail, units, on, sources, groupOf } = choose({ fr, en });
  const words = choose(indicator.words);
  const lines = [
    [detail.question, words.question],
    [detail.definition, words.definition],
    [detail.missing, words.missing],
    [detail.unit, units[indicator.unit]],
    [detail.day, on[indicator.on]],
    [detail.source, sources[indicator.source]],
    ...(indicator.group === null ? [] : [[detail.group, groupOf[indicator.group]]]),
    [detail.version, String(indicator.version)],
  ];
  return (
    <details className="text-aide">
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-marque underline underline-offset-4">
        {detail.open}
        <span className="sr-only"> : {words.label}</span>
      </summary>
      <dl className="mt-1 grid max-w-prose grid-cols-1 gap-x-4 gap-y-1 font-normal sm:grid-cols-[8rem_1fr]">
        {lines.map(([name, text]) => (
          <div key={name} className="contents">
            <dt className="text-texte2">{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <dt className="text-texte2">{detail.query}</dt>
        <dd className="min-w-0">
          <pre className="overflow-x-auto rounded-lg bg-surface2 p-3 text-legende whitespace-pre-wrap">
            {indicator.query.replace(/\n\s+/g, "\n")}
          </pre>
        </dd>
      </dl>
    </details>
  );
}
