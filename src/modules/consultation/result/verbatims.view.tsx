import { fill } from "#kernel/language.ts";
import { useLanguage } from "#ui/language.tsx";
import { en as consultationEn } from "../consultation/consultation.en.ts";
import { fr as consultationFr } from "../consultation/consultation.fr.ts";
import type { Verbatim } from "./phase-results.ts";
import { en } from "./result.en.ts";
import { fr } from "./result.fr.ts";

/** What structures said, axis by axis, each with its name. */
export function Verbatims({
  axes,
  verbatims,
}: {
  readonly axes: readonly string[];
  readonly verbatims: readonly Verbatim[];
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { channels } = choose({ fr: consultationFr, en: consultationEn });
  if (verbatims.length === 0) return <p className="text-texte2">{words.verbatimsNone}</p>;
  return (
    <div className="flex flex-col gap-4">
      {[...axes, null].map((axis) => {
        const said = verbatims.filter((one) => one.axis === axis);
        if (said.length === 0) return null;
        return (
          <section key={axis ?? ""} className="flex flex-col gap-2">
            <h3 className="font-semibold">{axis ?? words.anything}</h3>
            {said.map(({ structure, channel, text }) => (
              <figure key={`${structure}${text}`} className="border-l-3 border-bordure-forte pl-3">
                <blockquote className="max-w-prose whitespace-pre-line">{text}</blockquote>
                <figcaption className="text-aide text-texte2">
                  {fill(words.verbatimBy, { structure, channel: channels[channel].toLowerCase() })}
                </figcaption>
              </figure>
            ))}
          </section>
        );
      })}
    </div>
  );
}
