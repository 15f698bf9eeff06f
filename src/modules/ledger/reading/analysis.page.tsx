import type { Cents } from "#kernel/money.ts";
import { sum } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Table } from "#ui/table.tsx";
import { listAccounts } from "../account/account.store.ts";
import { balancesByAccount } from "../balance/balances.store.ts";
import type { Route } from "./+types/analysis.page";
import { type BooksFilter, BooksFrame } from "./books-frame.view.tsx";
import { askedBooks } from "./read-books.store.ts";
import { en } from "./reading.en.ts";
import { fr } from "./reading.fr.ts";

type Row = { readonly account: string; readonly label: string; readonly amount: Cents };

/** The analytical balance sheet and profit-and-loss account (C. trav. R7331-5) of an activity, or of all together. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const asked = await askedBooks(reader, args.request.url);
    if (isRefusal(asked)) return asked;
    const { tx, organizationId } = reader;
    const { filter, scope } = asked;
    const labels = new Map((await listAccounts(tx, organizationId)).map((account) => [account.number, account.label]));
    const activityId = scope === "all" ? undefined : scope;
    const position = await balancesByAccount(tx, { organizationId, activityId, until: filter.until });
    const rows = position
      .map(
        ({ account, debit, credit }): Row => ({
          account,
          label: labels.get(account) ?? "",
          amount: (debit - credit) as Cents,
        }),
      )
      .filter((row) => row.amount !== 0n);
    const flip = (row: Row): Row => ({ ...row, amount: -row.amount as Cents });
    return {
      filter,
      income: rows.filter((row) => row.account.startsWith("7")).map(flip),
      expense: rows.filter((row) => row.account.startsWith("6")),
      assets: rows.filter((row) => /^[1-5]/.test(row.account) && row.amount > 0n),
      liabilities: rows.filter((row) => /^[1-5]/.test(row.account) && row.amount < 0n).map(flip),
    };
  });
}

export default function Analysis({ loaderData }: Route.ComponentProps) {
  const { filter, income, expense, assets, liabilities } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const total = (rows: readonly Row[]) => sum(rows.map((row) => row.amount));
  const result = (total(income) - total(expense)) as Cents;
  const empty = income.length + expense.length + assets.length + liabilities.length === 0;
  return (
    <BooksFrame title={words.analysis} filter={filter} fields={["activity", "until"]}>
      <p className="max-w-prose text-texte2">{words.analysisHelp}</p>
      {empty ? <EmptyState title={words.none}>{words.noneHelp}</EmptyState> : null}
      {empty ? null : (
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <Card title={words.profitAndLoss}>
            <Part title={words.income} rows={income} filter={filter} />
            <Part title={words.expense} rows={expense} filter={filter} />
            <p className="mt-3 flex justify-between bg-surface2 px-3 py-3 font-semibold">
              {words.result}
              <Money amount={result} size="regular" />
            </p>
          </Card>
          <Card title={words.balanceSheet}>
            <Part title={words.assets} rows={assets} filter={filter} />
            <Part title={words.liabilities} rows={liabilities} filter={filter} />
            <p className="mt-3 flex justify-between bg-surface2 px-3 py-3 font-semibold">
              {words.result}
              <Money amount={(total(assets) - total(liabilities)) as Cents} size="regular" />
            </p>
          </Card>
        </div>
      )}
    </BooksFrame>
  );
}

function Part({
  title,
  rows,
  filter,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly filter: BooksFilter;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  if (rows.length === 0) return null;
  return (
    <div className="mb-3">
      <Table
        bare
        density="compact"
        caption={title}
        showCaption
        rows={rows}
        rowKey={(row) => row.account}
        columns={[
          {
            key: "account",
            header: words.account,
            rowHeader: true,
            cell: (row) => (
              <TextLink
                to={`/${filter.slug}/compta/grand-livre?compte=${row.account}&activite=${filter.activity}&au=${filter.until}`}
              >
                {row.account}
              </TextLink>
            ),
          },
          { key: "label", header: words.accountName, cell: (row) => row.label },
          { key: "amount", header: words.amount, align: "end", cell: (row) => <Money amount={row.amount} /> },
        ]}
        footerLabel={words.total}
        footer={{ amount: <Money amount={sum(rows.map((row) => row.amount))} /> }}
      />
    </div>
  );
}
