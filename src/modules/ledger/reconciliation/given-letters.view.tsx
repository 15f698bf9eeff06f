import { parseDay } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Confirm } from "#ui/confirm.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import type { GivenLetter } from "./lettering-list.store.ts";
import { en } from "./lettering-screen.en.ts";
import { fr } from "./lettering-screen.fr.ts";

/** The letters of an account that stand, each with the act that takes it back. */
export function GivenLetters({ title, letters }: { readonly title: string; readonly letters: readonly GivenLetter[] }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  if (letters.length === 0) return <EmptyState title={words.noneLettered}>{words.noneLetteredHelp}</EmptyState>;
  return (
    <Table
      density="compact"
      caption={title}
      showCaption
      rows={letters}
      rowKey={(row) => row.id}
      columns={[
        { key: "letter", header: words.letter, rowHeader: true, cell: (row) => row.letter },
        { key: "party", header: words.party, cell: (row) => row.auxiliaryLabel ?? words.noParty },
        {
          key: "date",
          header: words.letteredOn,
          cell: (row) => {
            const on = parseDay(row.reconciledOn);
            return on === null ? "" : day(on);
          },
        },
        { key: "pieces", header: words.pieces, cell: (row) => row.pieces.join(", "), wideOnly: true },
        { key: "lines", header: words.lineCount, align: "end", cell: (row) => String(row.lines) },
        { key: "amount", header: words.amount, align: "end", cell: (row) => <Money amount={row.amount} /> },
        {
          key: "undo",
          header: words.undo,
          hideHeader: true,
          cell: (row) => (
            <Confirm trigger={words.undo} title={fill(words.undoTitle, { letter: row.letter })} size="small">
              <p className="mb-4">{words.undoHelp}</p>
              <SubmitForm intent="undo" hidden={{ reconciliationId: row.id }}>
                <SubmitButton>{words.undo}</SubmitButton>
              </SubmitForm>
            </Confirm>
          ),
        },
      ]}
    />
  );
}
