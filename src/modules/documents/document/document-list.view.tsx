import type { Day } from "#kernel/day.ts";
import type { Translation } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { day } from "#ui/format.ts";
import { Table } from "#ui/table.tsx";
import type { SignatureStatus } from "../signature/signature.ts";
import { SignatureBadge } from "../signature/signature-card.view.tsx";
import type { fr } from "./document.fr.ts";

export type DocumentLine = {
  readonly id: string;
  readonly title: string;
  readonly on: Day;
  readonly cancelled: boolean;
  readonly status: SignatureStatus | null;
};

/** What was made for somebody, and where each stands. */
export function DocumentList({
  words,
  slug,
  lines,
}: {
  readonly words: Translation<typeof fr>;
  readonly slug: string;
  readonly lines: readonly DocumentLine[];
}) {
  return (
    <Table
      caption={words.person.made}
      bare
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: "title",
          header: words.person.columns.title,
          rowHeader: true,
          cell: (line) => <TextLink to={`/${slug}/documents/${line.id}`}>{line.title}</TextLink>,
        },
        { key: "on", header: words.person.columns.day, cell: (line) => day(line.on) },
        {
          key: "state",
          header: words.person.columns.state,
          cell: (line) =>
            line.cancelled ? (
              <Badge>{words.page.cancelled}</Badge>
            ) : line.status === null ? null : (
              <SignatureBadge status={line.status} />
            ),
        },
      ]}
    />
  );
}
