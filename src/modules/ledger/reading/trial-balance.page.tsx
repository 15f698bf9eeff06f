import { type Cents, sum } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Table } from "#ui/table.tsx";
import { listAccounts } from "../account/account.store.ts";
import { type AccountBalance, balancesByAccount } from "../balance/balances.store.ts";
import type { Route } from "./+types/trial-balance.page";
import { BooksFrame } from "./books-frame.view.tsx";
import { askedBooks } from "./read-books.store.ts";
import { en } from "./reading.en.ts";
import { fr } from "./reading.fr.ts";

export type BalanceRow = AccountBalance & { readonly label: string; readonly balance: Cents };

/** The position of every account on a day: debit, credit, balance; each leads to its lines. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const asked = await askedBooks(reader, args.request.url);
    if (isRefusal(asked)) return asked;
    const { tx, organizationId } = reader;
    const { filter, scope } = asked;
    const labels = new Map((await listAccounts(tx, organizationId)).map((account) => [account.number, account.label]));
    const balances = await balancesByAccount(tx, {
      organizationId,
      activityId: scope === "all" ? undefined : scope,
      until: filter.until,
    });
    const rows = balances
      .filter((row) => row.account.startsWith(filter.account))
      .map(
        (row): BalanceRow => ({
          ...row,
          label: labels.get(row.account) ?? "",
          balance: (row.debit - row.credit) as Cents,
        }),
      );
    return { filter, rows };
  });
}

/** The same rows as a file. */
export async function balanceFile(args: Route.LoaderArgs, format: "csv" | "xlsx"): Promise<Response> {
  const { rows } = await loader(args);
  const columns: FileColumn<BalanceRow>[] = [
    { header: fr.account, value: (row) => row.account },
    { header: fr.accountName, value: (row) => row.label },
    { header: fr.debit, value: (row) => ({ amount: row.debit }) },
    { header: fr.credit, value: (row) => ({ amount: row.credit }) },
    { header: fr.running, value: (row) => ({ amount: row.balance }) },
  ];
  return tableFile(format, "balance", columns, rows);
}

export default function TrialBalance({ loaderData }: Route.ComponentProps) {
  const { filter, rows } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const query = `activite=${filter.activity}&du=${filter.from}&au=${filter.until}`;
  return (
    <BooksFrame title={words.balance} filter={filter} fields={["activity", "account", "until"]}>
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      ) : (
        <>
          <Table
            density="compact"
            caption={words.balance}
            rows={rows}
            rowKey={(row) => row.account}
            columns={[
              {
                key: "account",
                header: words.account,
                rowHeader: true,
                cell: (row) => (
                  <TextLink to={`/${filter.slug}/compta/grand-livre?compte=${row.account}&${query}`}>
                    {row.account}
                  </TextLink>
                ),
              },
              { key: "label", header: words.accountName, cell: (row) => row.label },
              { key: "debit", header: words.debit, align: "end", cell: (row) => <Money amount={row.debit} /> },
              { key: "credit", header: words.credit, align: "end", cell: (row) => <Money amount={row.credit} /> },
              { key: "balance", header: words.running, align: "end", cell: (row) => <Money amount={row.balance} /> },
            ]}
            footerLabel={words.total}
            footer={{
              debit: <Money amount={sum(rows.map((row) => row.debit))} />,
              credit: <Money amount={sum(rows.map((row) => row.credit))} />,
              balance: <Money amount={sum(rows.map((row) => row.balance))} />,
            }}
          />
          <p className="flex gap-4 text-aide">
            {["csv", "xlsx"].map((format) => (
              <TextLink
                key={format}
                reloadDocument
                to={`/${filter.slug}/compta/balance/telecharger?format=${format}&compte=${filter.account}&${query}`}
              >
                {words.download} ({format.toUpperCase()})
              </TextLink>
            ))}
          </p>
        </>
      )}
    </BooksFrame>
  );
}
