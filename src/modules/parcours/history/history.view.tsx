import { Form } from "react-router";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Table } from "#ui/table.tsx";
import { en as dimensionEn } from "../dimension/dimension.en.ts";
import { fr as dimensionFr } from "../dimension/dimension.fr.ts";
import { isDimension } from "../dimension/dimension.ts";
import { ValueWords } from "../dimension/value.view.tsx";
import { en } from "./history.en.ts";
import { fr } from "./history.fr.ts";
import type { HistoryData } from "./history.page.tsx";

type Props = { readonly data: HistoryData };

/** On which day, and as known when: the address holds both. */
export function AskState({ data: { today, on, known } }: Props) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Form method="get" className="flex flex-wrap items-start gap-4">
      <DayInput name="au" label={words.on} today={today} defaultValue={on} />
      <DayInput name="connu" label={words.known} help={words.knownHelp} today={today} defaultValue={known} />
      <Button type="submit" className="mt-7">
        {words.show}
      </Button>
    </Form>
  );
}

/** What held on that day, one line for each thing known. */
export function StateList({ data: { state, names } }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { labels } = choose({ fr: dimensionFr, en: dimensionEn });
  if (state.length === 0) return <p className="text-texte2">{words.stateNone}</p>;
  return (
    <Table
      caption={words.stateTable}
      rows={state}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "dimension",
          header: words.dimension,
          rowHeader: true,
          cell: (row) => (isDimension(row.dimension) ? labels[row.dimension] : row.dimension),
        },
        {
          key: "value",
          header: words.value,
          cell: (row) =>
            isDimension(row.dimension) ? (
              <ValueWords dimension={row.dimension} value={row.value} names={names} />
            ) : null,
        },
        {
          key: "from",
          header: words.from,
          cell: (row) => (row.effectOn === null ? words.always : day(row.effectOn)),
        },
        { key: "until", header: words.until, cell: (row) => (row.untilOn === null ? "" : day(row.untilOn)) },
      ]}
    />
  );
}

/** Everything that was ever recorded, corrections included. */
export function FactList({ data: { facts, names } }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { labels } = choose({ fr: dimensionFr, en: dimensionEn });
  const reasons: Readonly<Record<string, string>> = words.reasons;
  if (facts.length === 0) return <p className="text-texte2">{words.none}</p>;
  return (
    <Table
      caption={words.factsTable}
      rows={facts}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "dimension",
          header: words.dimension,
          rowHeader: true,
          cell: (row) => (isDimension(row.dimension) ? labels[row.dimension] : row.dimension),
        },
        {
          key: "value",
          header: words.value,
          cell: (row) => {
            if (row.empty !== null) return <Badge>{words[row.empty]}</Badge>;
            const said = isDimension(row.dimension) ? (
              <ValueWords dimension={row.dimension} value={row.value} names={names} />
            ) : null;
            return row.corrected ? (
              <span className="flex flex-wrap items-center gap-2">
                <s>{said}</s>
                <Badge>{words.corrected}</Badge>
              </span>
            ) : (
              said
            );
          },
        },
        {
          key: "from",
          header: words.from,
          cell: (row) => (row.effectOn === null ? words.always : day(row.effectOn)),
        },
        { key: "until", header: words.until, cell: (row) => (row.untilOn === null ? "" : day(row.untilOn)) },
        { key: "recorded", header: words.recorded, cell: (row) => day(row.recordedOn) },
        { key: "by", header: words.by, cell: (row) => row.by || words.before },
        { key: "why", header: words.why, cell: (row) => reasons[row.reason] ?? row.reason },
      ]}
    />
  );
}
