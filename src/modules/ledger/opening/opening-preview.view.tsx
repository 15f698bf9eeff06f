import { Check } from "lucide-react";
import { Form } from "react-router";
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import type { Cents } from "#kernel/money.ts";
import { sum } from "#kernel/money.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { count, day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { SubmitButton } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { Select } from "#ui/text-input.tsx";
import type { Account } from "../account/account.ts";
import { en } from "./opening-screen.en.ts";
import { fr } from "./opening-screen.fr.ts";
import type { ActivityTotals } from "./preview-opening.store.ts";
import type { ReadFec } from "./read-opening-upload.ts";

/** What was read of a FEC, as the form carries it. */
export type FecFacts = ReadFec;

export type ShownOpening = {
  readonly text: string;
  readonly fec: FecFacts | null;
  readonly rows: number;
  readonly codes: readonly {
    readonly code: string;
    readonly label: string;
    readonly rows: number;
    readonly choice: string;
    readonly guessed: boolean;
  }[];
  readonly activities: readonly { readonly id: string; readonly name: string }[];
  readonly newAccounts: readonly Account[];
  readonly totals: readonly ActivityTotals[];
  readonly debit: Cents;
  readonly credit: Cents;
  readonly points: readonly { readonly line: number; readonly sentence: string }[];
  readonly pointCount: number;
};

/** What the file holds: what is wrong, which activities, what each opens with; then the one entry. */
export function PreviewedOpening({
  slug,
  importKey,
  start,
  taken,
  preview,
}: {
  readonly slug: string;
  readonly importKey: string;
  readonly start: Day;
  readonly taken: number;
  readonly preview: ShownOpening;
}) {
  const { choose, language, plural } = useLanguage();
  const words = choose({ fr, en });
  const { fec, codes } = preview;
  const lost = codes.filter((match) => match.guessed && fec !== null).map((match) => match.code);
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="cle" value={importKey} />
      <input type="hidden" name="csv" value={preview.text} />
      <input type="hidden" name="fec" value={JSON.stringify(fec)} />
      <p>
        {fec === null
          ? fill(words.fileRead, { rows: count(preview.rows, language) })
          : fill(words.fecRead, {
              entries: count(fec.entries, language),
              lines: count(fec.lines, language),
              last: fec.lastDate === null ? "—" : day(fec.lastDate),
              rows: count(preview.rows, language),
            })}
      </p>
      <Points preview={preview} />
      {fec !== null && fec.others > 0 ? (
        <Notice tone="attention">{fill(words.fecOthers, { count: count(fec.others, language) })}</Notice>
      ) : null}
      {fec !== null && !fec.analytic ? <Notice tone="attention">{words.fecPlain}</Notice> : null}
      {lost.length > 0 ? (
        <Notice tone="attention">{fill(words.codesGuessed, { codes: lost.slice(0, 20).join(", ") })}</Notice>
      ) : null}
      {codes.length > 0 ? (
        <Card title={words.codes} description={words.codesHelp}>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {codes.map((match) => (
              <Select
                key={match.code}
                name={`activite.${match.code}`}
                label={fill(words.code, {
                  code:
                    match.label === "" ? match.code : fill(words.codeLabel, { code: match.code, label: match.label }),
                })}
                help={fill(plural(match.rows, words.codeRow, words.codeRows), { count: count(match.rows, language) })}
                defaultValue={match.choice}
                options={[
                  ...(match.choice === "" ? [{ value: "", label: words.toChoose }] : []),
                  { value: "commun", label: words.shared },
                  ...preview.activities.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            ))}
          </div>
          <div className="mt-4">
            <SubmitButton name="intent" value="check" variant="secondary">
              {words.again}
            </SubmitButton>
          </div>
        </Card>
      ) : null}
      {preview.totals.length > 0 ? <Balances preview={preview} /> : null}
      {preview.pointCount > 0 ? null : (
        <Card>
          <div className="flex flex-col gap-3">
            {preview.newAccounts.length > 0 ? (
              <p>
                {fill(plural(preview.newAccounts.length, words.newAccount, words.newAccounts), {
                  count: count(preview.newAccounts.length, language),
                  accounts: preview.newAccounts
                    .slice(0, 30)
                    .map(({ number, label }) => `${number} ${label}`)
                    .join(", "),
                })}
              </p>
            ) : null}
            {taken > 0 ? (
              <>
                <p>{fill(words.late, { count: count(taken, language) })}</p>
                <Checkbox name="acceptLate" label={words.acceptLate} />
              </>
            ) : null}
            <p>{fill(words.postHelp, { start: day(start) })}</p>
            <div>
              <SubmitButton name="intent" value="post" icon={Check}>
                {words.post}
              </SubmitButton>
            </div>
          </div>
        </Card>
      )}
      <p>
        <TextLink to={`/${slug}/compta/a-nouveaux`} reloadDocument>
          {words.back}
        </TextLink>
      </p>
    </Form>
  );
}

function Points({ preview }: { readonly preview: ShownOpening }) {
  const { choose, language, plural } = useLanguage();
  const words = choose({ fr, en });
  const { points, pointCount } = preview;
  if (pointCount === 0) return null;
  return (
    <>
      <Notice
        tone="erreur"
        alert
        title={fill(plural(pointCount, words.wrongOne, words.wrongTitle), { count: count(pointCount, language) })}
      >
        {words.wrongHelp}
      </Notice>
      <Card title={words.wrong}>
        <ul className="divide-y divide-bordure">
          {points.map((point, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have the same fault
            <li key={index} className="flex flex-col gap-x-4 py-2 sm:flex-row">
              <span className="w-24 shrink-0 font-semibold">
                {point.line === 0 ? words.whole : fill(words.line, { line: String(point.line) })}
              </span>
              <span>{point.sentence}</span>
            </li>
          ))}
        </ul>
      </Card>
      {points.length < pointCount ? (
        <p className="text-aide text-texte2">{fill(words.onlyFirst, { count: String(points.length) })}</p>
      ) : null}
    </>
  );
}

function Balances({ preview }: { readonly preview: ShownOpening }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.balances} description={words.linkHelp} padded={false}>
      <Table
        bare
        density="compact"
        caption={words.balances}
        rows={preview.totals}
        rowKey={(row) => row.id ?? "commun"}
        columns={[
          { key: "activity", header: words.activity, rowHeader: true, cell: (row) => row.name ?? words.shared },
          { key: "debit", header: words.debit, align: "end", cell: (row) => <Money amount={row.debit} /> },
          { key: "credit", header: words.credit, align: "end", cell: (row) => <Money amount={row.credit} /> },
          { key: "link", header: words.link, align: "end", cell: (row) => <Money amount={row.link} /> },
        ]}
        footerLabel={words.total}
        footer={{
          debit: <Money amount={preview.debit} />,
          credit: <Money amount={preview.credit} />,
          link: <Money amount={sum(preview.totals.map((row) => row.link))} />,
        }}
      />
    </Card>
  );
}
