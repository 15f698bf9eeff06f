import { fill } from "#kernel/language.ts";
import { indicatorOf } from "#modules/observatory/index.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { count, eur, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { byHandText, type Effect } from "./effect.ts";
import { INDICATORS_OF, type Measured, type Standing } from "./measured.ts";

type Props = {
  readonly party: { readonly structureId: string; readonly name: string };
  /** Null: nothing was sent of that year. */
  readonly standing: Standing | null;
  readonly effects: readonly Effect[];
  readonly year: number;
  readonly answer: FormAnswer | null;
};

/** What the books of a party say, for its own representatives: declared in one click. */
export function MeasuredCard({ party, standing, effects, year, answer }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const title = fill(words.measuredTitle, { name: party.name });
  if (standing === null) {
    return (
      <Card title={title}>
        <p className="max-w-prose text-texte2">{fill(words.nothingSent, { year: String(year) })}</p>
      </Card>
    );
  }
  const isDeclared = ({ kind }: Measured) =>
    effects.some((one) => one.structureId === party.structureId && one.kind === kind && isFrom(one, standing));
  const columns: Column<Measured>[] = [
    { key: "kind", header: words.kind, rowHeader: true, cell: ({ kind }) => <Named kind={kind} /> },
    {
      key: "number",
      header: words.number,
      align: "end",
      cell: (row) => ("why" in row ? "–" : count(row.number, language)),
    },
    {
      key: "amount",
      header: words.effectAmount,
      align: "end",
      cell: (row) => ("why" in row ? "–" : eur(row.amount, language)),
    },
    {
      key: "act",
      header: words.declare,
      hideHeader: true,
      align: "end",
      cell: (row) => {
        if ("why" in row)
          return <span className="whitespace-normal text-aide text-texte2">{words.untold[row.why]}</span>;
        if (isDeclared(row)) return <Badge tone="ok">{words.declaredBadge}</Badge>;
        const { structureId, documentId } = standing;
        const isMine = answer?.typed?.intention === "measure" && answer.typed.kind === row.kind;
        return (
          <SubmitForm
            intent="measure"
            hidden={{ structureId, documentId, year: String(year), kind: row.kind }}
            answer={isMine && answer.typed?.structureId === structureId ? answer : null}
          >
            <SubmitButton
              size="small"
              variant="secondary"
              aria-label={fill(words.declareOf, { kind: words.kinds[row.kind] })}
            >
              {words.declareIt}
            </SubmitButton>
          </SubmitForm>
        );
      },
    },
  ];
  const description = fill(words.measuredLead, { day: longDay(standing.on, language), year: String(year) });
  return (
    <Card title={title} description={description} padded={false}>
      <Table bare caption={title} rows={standing.measured} rowKey={({ kind }) => kind} columns={columns} />
    </Card>
  );
}

const isFrom = ({ documentId }: Effect, standing: Standing) => documentId === standing.documentId;

/** An effect, and what the observatory counts under that name. */
function Named({ kind }: Pick<Measured, "kind">) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const indicator = indicatorOf(INDICATORS_OF[kind].number);
  return (
    <div className="min-w-0 whitespace-normal">
      {words.kinds[kind]}
      <details className="text-aide font-normal">
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-marque underline underline-offset-4">
          {words.counted}
          <span className="sr-only"> : {words.kinds[kind]}</span>
        </summary>
        <p className="max-w-prose text-texte2">{indicator?.words[language].definition}</p>
      </details>
    </div>
  );
}

/** Where a declared figure comes from: the books, or somebody's hand; and whether a later document corrected it. */
export function EffectSource({ effect, corrected }: { readonly effect: Effect; readonly corrected: string | null }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <div className="flex min-w-0 flex-col items-start gap-1 whitespace-normal">
      {effect.documentOn === null ? (
        <span>{byHandText(words, effect)}</span>
      ) : (
        <span>{fill(words.fromDocument, { day: longDay(effect.documentOn, language) })}</span>
      )}
      {corrected === null ? null : <Badge tone="attention">{corrected}</Badge>}
    </div>
  );
}
