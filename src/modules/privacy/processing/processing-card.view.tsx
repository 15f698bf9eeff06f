import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./processing.en.ts";
import { fr } from "./processing.fr.ts";
import type { Processing } from "./processing.ts";

/** One entry of the register, its periods in words. */
export function ProcessingCard({
  entry,
  address,
}: {
  readonly entry: Processing & { readonly on: Day | null };
  readonly address: string;
}) {
  const words = useLanguage().choose({ fr, en });
  const { fields } = words;
  const told =
    entry.on === null ? words.house : fill(words.versionOf, { version: String(entry.version), day: day(entry.on) });
  return (
    <Card
      title={entry.name}
      description={told}
      actions={
        <span className="print:hidden">
          <TextLink to={`${address}/fiche?fiche=${entry.key}`} aria-label={fill(words.editOf, { name: entry.name })}>
            {words.edit}
          </TextLink>
        </span>
      }
    >
      <ProcessingTexts
        lines={[
          [fields.purpose, entry.purpose],
          [fields.basis, [words.bases[entry.basis], entry.basisDetail].filter(Boolean).join(" : ")],
          [fields.persons, entry.persons],
          [fields.data, entry.data],
          [fields.recipients, entry.recipients],
          [fields.transfers, entry.transfers || words.noTransfer],
          [fields.retention, entry.retention],
          [fields.security, entry.security],
        ]}
      />
    </Card>
  );
}

export function ProcessingTexts({ lines }: { readonly lines: readonly (readonly [string, string])[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]">
      {lines.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="pt-1 text-texte2">{label}</dt>
          <dd className="min-w-0 pt-1 whitespace-pre-line [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
