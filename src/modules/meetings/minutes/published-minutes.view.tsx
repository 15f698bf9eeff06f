import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "../meeting/meeting.en.ts";
import { fr } from "../meeting/meeting.fr.ts";

type Version = { readonly version: number; readonly body: string; readonly on: Day; readonly by: string };

/** The minutes as they stand; what they said before below. */
export function PublishedMinutes({ minutes }: { readonly minutes: readonly Version[] }) {
  const words = useLanguage().choose({ fr, en });
  const [last, ...earlier] = minutes;
  if (last === undefined) return null;
  return (
    <Card title={words.minutes}>
      <MinutesText version={last} />
      {earlier.length === 0 ? null : (
        <details className="mt-4">
          <summary className="cursor-pointer py-2 font-semibold text-marque">{words.minutesEarlier}</summary>
          {earlier.map((version) => (
            <section key={version.version} className="mt-3 border-t border-bordure pt-3">
              <h3 className="font-semibold">{fill(words.minutesVersion, { number: String(version.version) })}</h3>
              <MinutesText version={version} />
            </section>
          ))}
        </details>
      )}
    </Card>
  );
}

function MinutesText({ version: { body, on, by } }: { readonly version: Version }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <p className="text-aide text-texte2">{fill(words.minutesBy, { day: longDay(on, language), name: by })}</p>
      <p className="mt-2 max-w-prose whitespace-pre-line">{body}</p>
    </>
  );
}
