import type { Cents } from "#kernel/money.ts";
import { TextLink } from "#ui/button.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { Money } from "#ui/money.tsx";
import { SelectionBar } from "#ui/selection-bar.island.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { LetterableLine } from "./lettering-list.store.ts";
import { en } from "./lettering-screen.en.ts";
import { fr } from "./lettering-screen.fr.ts";
import { SelectionGap } from "./selection-gap.island.tsx";

const FORM = "lettrage";
export const LINE_FIELD = "ligne";

/** The value of a line's box: its entry and its rank. */
export const lineValue = (line: { readonly entryId: string; readonly lineNumber: number }) =>
  `${line.entryId}:${line.lineNumber}`;

/** The open lines, each with its box; the gap of what is ticked shows while one ticks. */
export function OpenLines({
  slug,
  title,
  lines,
  names,
  ticked,
  submitKey,
}: {
  readonly slug: string;
  readonly title: string;
  readonly lines: readonly LetterableLine[];
  readonly names: ReadonlyMap<string, string>;
  /** What was ticked when the answer was a refusal. */
  readonly ticked: ReadonlySet<string>;
  readonly submitKey: string;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const amounts = Object.fromEntries(lines.map((line) => [lineValue(line), (line.debit - line.credit) as Cents]));
  const side = (amount: Cents) => (amount === 0n ? null : <Money amount={amount} />);
  return (
    <>
      <ListTable
        caption={title}
        showCaption
        rows={lines}
        rowKey={lineValue}
        selection={{
          name: LINE_FIELD,
          form: FORM,
          rowLabel: (line) => `${line.auxiliaryLabel ?? words.noParty}, ${line.pieceRef}, ${day(line.date)}`,
          isTicked: (line) => ticked.has(lineValue(line)),
        }}
        columns={[
          { key: "party", header: words.party, rowHeader: true, cell: (line) => line.auxiliaryLabel ?? words.noParty },
          { key: "date", header: words.date, cell: (line) => day(line.date) },
          {
            key: "number",
            header: words.number,
            cell: (line) => (
              <TextLink to={`/${slug}/compta/ecritures/${line.entryId}`}>
                <span className="whitespace-nowrap">
                  {line.journalCode} {String(line.entryNumber)}
                </span>
              </TextLink>
            ),
          },
          {
            key: "piece",
            header: words.piece,
            cell: (line) => <span className="sm:whitespace-nowrap">{line.pieceRef}</span>,
          },
          {
            key: "activity",
            header: words.activity,
            cell: (line) => (line.activityId === null ? "" : (names.get(line.activityId) ?? "")),
            wideOnly: true,
          },
          { key: "debit", header: words.debit, align: "end", cell: (line) => side(line.debit) },
          { key: "credit", header: words.credit, align: "end", cell: (line) => side(line.credit) },
        ]}
      />
      <SubmitForm id={FORM} idempotencyKey={submitKey} className="flex flex-col gap-3">
        <noscript>
          <SubmitButton>{words.letterSelection}</SubmitButton>
        </noscript>
        <SelectionBar name={LINE_FIELD} form={FORM}>
          <SelectionGap name={LINE_FIELD} form={FORM} amounts={amounts} />
          <SubmitButton form={FORM}>{words.letterSelection}</SubmitButton>
        </SelectionBar>
      </SubmitForm>
    </>
  );
}
