import type { ReactNode } from "react";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Figure, Figures, Money } from "#ui/money.tsx";
import { Table } from "#ui/table.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { en as articlesEn } from "../setup/articles.en.ts";
import { fr as articlesFr } from "../setup/articles.fr.ts";
import { en as shareEn } from "../share/share.en.ts";
import { fr as shareFr } from "../share/share.fr.ts";
import { en } from "./associate.en.ts";
import { fr } from "./associate.fr.ts";
import type { AssociateSheet } from "./associate-sheet.store.ts";

export const STATUS_TONE = {
  unknown: "neutre",
  applied: "attention",
  admitted: "ok",
  declined: "neutre",
  left: "neutre",
} as const;

/** What somebody holds, in figures. */
export function SharesCard({ slug, sheet, level = 2 }: { slug: string; sheet: AssociateSheet; level?: 2 | 3 }) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr: shareFr, en: shareEn });
  const { position, refundBefore } = sheet;
  const certificate = (
    <TextLink to={`/${slug}/associes/${sheet.id}/attestation`} reloadDocument>
      {words.certificate}
    </TextLink>
  );
  return (
    <Card title={level === 2 ? words.title : sheet.name} actions={certificate}>
      <p className="mb-3 font-semibold">
        {fill(plural(position.shares, words.sharesOne, words.sharesMany), { count: String(position.shares) })}
      </p>
      <Figures>
        <Figure label={words.subscribed} amount={position.subscribed} />
        <Figure label={words.paid} amount={position.paid} />
        <Figure label={words.unpaid} amount={position.unpaid} />
        <Figure
          label={words.toRefund}
          amount={position.toRefund}
          {...(refundBefore === null ? {} : { help: fill(words.refundBefore, { day: day(refundBefore) }) })}
        />
      </Figures>
    </Card>
  );
}

type Movements = {
  readonly sheet: AssociateSheet;
  readonly undo?: (movement: AssociateSheet["movements"][number]) => ReactNode;
};

export function MovementsTable({ sheet, undo }: Movements) {
  const words = useLanguage().choose({ fr: shareFr, en: shareEn });
  return (
    <Card title={words.movements} padded={sheet.movements.length === 0}>
      {sheet.movements.length === 0 ? (
        <p className="text-texte2">{words.none}</p>
      ) : (
        <Table
          bare
          caption={words.movements}
          rows={sheet.movements}
          rowKey={(row) => row.id}
          columns={[
            { key: "day", header: words.day, cell: (row) => day(row.effectOn) },
            {
              key: "kind",
              header: words.kind,
              rowHeader: true,
              cell: (row) => (
                <div>
                  {words.kinds[row.kind]} {row.reversed ? <Badge>{words.reversedWord}</Badge> : null}
                  {row.reason === "" ? null : <span className="block text-aide text-texte2">{row.reason}</span>}
                </div>
              ),
            },
            { key: "shares", header: words.count, align: "end", cell: (row) => (row.shares === 0 ? "" : row.shares) },
            { key: "amount", header: words.amount, align: "end", cell: (row) => <Money amount={row.amount} /> },
            ...(undo ? [{ key: "undo", header: words.reverse, hideHeader: true, cell: undo }] : []),
          ]}
        />
      )}
    </Card>
  );
}

export function EventsCard({ sheet }: { readonly sheet: AssociateSheet }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const articles = choose({ fr: articlesFr, en: articlesEn });
  return (
    <Card title={words.events}>
      <Timeline
        label={words.events}
        steps={sheet.events.map((event, index) => ({
          key: String(index),
          title: fill(words.eventLine[event.kind], { college: event.college, name: event.name }),
          state: "done" as const,
          at: longDay(event.effectOn),
          by: event.decidedBy === "" ? null : articles.byAdmitter[event.decidedBy],
          children: event.reason === "" ? null : event.reason,
        }))}
      />
    </Card>
  );
}
