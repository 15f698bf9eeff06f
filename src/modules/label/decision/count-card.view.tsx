import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import type { LabellingData } from "../labelling/labelling.page.tsx";
import type { Count, Standing } from "../labelling/standing.store.ts";
import type { Level } from "../referential/referential.ts";

type Line = { readonly level: Level; readonly met: number; readonly least: number; readonly total: number };

/** The rule and what it counts: by the structure's own word first, by the findings then, as it was decided at last. */
export function CountCard({ data, standing }: { readonly data: LabellingData; readonly standing: Standing }) {
  const all = useLanguage().choose({ fr, en });
  const words = all.labelling;
  const { labelling, decision } = data;
  const assessed = labelling.status !== "preparing" && labelling.assessorIds.length > 0;
  const found = assessed ? standing.found : null;
  const said = {
    mandatory: String(standing.edition.mandatoryPercent),
    recommended: String(standing.edition.recommendedPercent),
  };
  return (
    <Card title={words.count} description={fill(all.draft.ruleSaid, said)}>
      <div className="flex flex-col gap-3">
        {decision === null ? null : (
          <Notice
            tone={decision.outcome === "granted" ? "ok" : "erreur"}
            title={fill(words.decidedOn, { day: day(decision.decidedOn) })}
          >
            <p>
              {decision.outcome === "granted"
                ? fill(words.granted, {
                    number: decision.number ?? "",
                    day: decision.validUntil === null ? "" : day(decision.validUntil),
                  })
                : words.refused}
            </p>
            {decision.note === "" ? null : <p className="whitespace-pre-line">{decision.note}</p>}
          </Notice>
        )}
        <CountTable caption={found ? words.countFound : words.countSelf} count={found ?? standing.self} />
        {decision === null ? <Outlook standing={standing} assessed={assessed} /> : null}
      </div>
    </Card>
  );
}

function CountTable({ caption, count }: { readonly caption: string; readonly count: Count }) {
  const all = useLanguage().choose({ fr, en });
  const words = all.labelling;
  const lines: Line[] = [
    { level: "mandatory", met: count.mandatoryMet, least: count.mandatoryLeast, total: count.mandatoryTotal },
    { level: "recommended", met: count.recommendedMet, least: count.recommendedLeast, total: count.recommendedTotal },
  ];
  const columns: Column<Line>[] = [
    { key: "level", header: words.level, rowHeader: true, cell: (row) => all.levels[row.level] },
    {
      key: "met",
      header: words.met,
      cell: (row) => fill(words.metOf, { met: String(row.met), total: String(row.total) }),
    },
    {
      key: "least",
      header: words.needed,
      cell: (row) => fill(words.neededOf, { least: String(row.least), total: String(row.total) }),
    },
  ];
  return <Table caption={caption} showCaption rows={lines} rowKey={(row) => row.level} columns={columns} />;
}

function Outlook({ standing, assessed }: { readonly standing: Standing; readonly assessed: boolean }) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr: fr.labelling, en: en.labelling });
  const count = assessed ? standing.found : standing.self;
  const waiting = assessed ? standing.waiting : standing.self.waiting;
  if (waiting > 0) {
    return (
      <p className="text-texte2">
        {assessed
          ? plural(waiting, words.waitingOne, words.waiting)
          : plural(waiting, words.unansweredOne, words.unanswered)}
      </p>
    );
  }
  if (count === null) return <p className="text-texte2">{words.countSecret}</p>;
  return <p className="font-semibold">{count.passes ? words.wouldPass : words.wouldFail}</p>;
}
