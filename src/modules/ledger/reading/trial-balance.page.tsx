import { sum } from "#kernel/money.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { Money } from "#ui/money.tsx";
import type { Route } from "./+types/trial-balance.page";
import { BooksFrame } from "./books-frame.view.tsx";
import { en } from "./reading.en.ts";
import { fr } from "./reading.fr.ts";
import { readTrialBalance } from "./trial-balance.store.ts";

/** The position of every account on a day: debit, credit, balance; each leads to its lines. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, (reader) => readTrialBalance(reader, args.request.url));
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
          <ListTable
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
          <ListFiles to={`/${filter.slug}/compta/balance/telecharger`} />
        </>
      )}
    </BooksFrame>
  );
}
