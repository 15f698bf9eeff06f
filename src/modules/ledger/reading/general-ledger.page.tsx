import { Fragment } from "react";
import { addDays } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { count, day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { listAccounts } from "../account/account.store.ts";
import { balancesByAccount } from "../balance/balances.store.ts";
import type { Route } from "./+types/general-ledger.page";
import { BooksFrame } from "./books-frame.view.tsx";
import { type LedgerLine, ledgerLines } from "./lines.store.ts";
import { askedBooks } from "./read-books.store.ts";
import { en } from "./reading.en.ts";
import { fr } from "./reading.fr.ts";

const MOST = 2000;

/** The general ledger: lines by account with their running balance, from the balance before the first day. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const asked = await askedBooks(reader, args.request.url);
    if (isRefusal(asked)) return asked;
    const { filter, scope, names } = asked;
    const { tx, organizationId } = reader;
    const query = { organizationId, scope, account: filter.account, from: filter.from, until: filter.until };
    const lines = await ledgerLines(tx, { ...query, limit: MOST + 1 });
    const before = await balancesByAccount(tx, {
      organizationId,
      activityId: scope === "all" ? undefined : scope,
      until: addDays(filter.from, -1),
    });
    const opening = new Map(before.map(({ account, debit, credit }) => [account, (debit - credit) as Cents]));
    const labels = new Map((await listAccounts(tx, organizationId)).map((account) => [account.number, account.label]));
    const shown = lines.slice(0, MOST);
    const accounts = [...new Set(shown.map((line) => line.account))].map((account) => {
      const own = shown.filter((line) => line.account === account);
      const carried = /^[67]/.test(account) || own[0]?.opening ? ZERO : (opening.get(account) ?? ZERO);
      return {
        account,
        label: labels.get(account) ?? "",
        before: carried,
        lines: withRunning(own, carried).map((line) => ({
          ...line,
          activityName: line.activityId === null ? null : (names.get(line.activityId) ?? ""),
        })),
      };
    });
    return { filter, accounts, cut: lines.length > MOST, oneActivity: asked.activityId !== null };
  });
}

/** The running balance of an account. À-nouveaux restate the years before: the balance starts again from them. */
function withRunning(lines: readonly LedgerLine[], carried: Cents) {
  let running = carried;
  let entryId: string | null = null;
  return lines.map((line) => {
    if (line.opening && line.entryId !== entryId) running = ZERO;
    entryId = line.entryId;
    running = (running + line.debit - line.credit) as Cents;
    return { ...line, running };
  });
}

export default function GeneralLedger({ loaderData }: Route.ComponentProps) {
  const { filter, accounts, cut, oneActivity } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <BooksFrame title={words.ledger} filter={filter}>
      {cut ? <Notice tone="attention">{fill(words.more, { count: count(MOST, language) })}</Notice> : null}
      {accounts.length === 0 ? <EmptyState title={words.none}>{words.noneHelp}</EmptyState> : null}
      {accounts.map((account) => (
        <Card key={account.account} padded={false} title={`${account.account} ${account.label}`}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
          <section className="tableau" aria-label={account.account} tabIndex={0}>
            <table className="tableau-compact">
              <caption className="sr-only">{`${account.account} ${account.label}`}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.date}</th>
                  <th scope="col">{words.number}</th>
                  <th scope="col">{words.piece}</th>
                  <th scope="col">{words.label}</th>
                  <th scope="col">{words.letter}</th>
                  {oneActivity ? null : <th scope="col">{words.activity}</th>}
                  <th scope="col" className="text-right">
                    {words.debit}
                  </th>
                  <th scope="col" className="text-right">
                    {words.credit}
                  </th>
                  <th scope="col" className="text-right">
                    {words.running}
                  </th>
                </tr>
              </thead>
              <tbody>
                {account.before === 0n ? null : (
                  <tr>
                    <td colSpan={oneActivity ? 7 : 8} className="text-texte2">
                      {fill(words.before, { date: day(filter.from) })}
                    </td>
                    <td data-label={words.running} className="text-right">
                      <Money amount={account.before} />
                    </td>
                  </tr>
                )}
                {account.lines.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of an account have no other identity in their order
                  <tr key={index}>
                    <td data-label={words.date}>{day(line.date)}</td>
                    <th scope="row" data-label={words.number}>
                      <TextLink to={`/${filter.slug}/compta/ecritures/${line.entryId}`}>
                        {line.journalCode} {String(line.number)}
                      </TextLink>
                    </th>
                    <td data-label={words.piece}>{line.pieceRef}</td>
                    <td data-label={words.label}>
                      {line.label}
                      {line.auxiliary ? <span className="block text-aide text-texte2">{line.auxiliary}</span> : null}
                    </td>
                    <td data-label={words.letter}>
                      {line.letter !== null && filter.everything ? (
                        <TextLink
                          to={`/${filter.slug}/compta/lettrage?compte=${line.account}&etat=lettrees&q=${line.letter}`}
                        >
                          {line.letter}
                        </TextLink>
                      ) : (
                        line.letter
                      )}
                    </td>
                    {oneActivity ? null : (
                      <td data-label={words.activity}>{line.activityName ?? words.sharedServices}</td>
                    )}
                    <Amount label={words.debit} amount={line.debit} />
                    <Amount label={words.credit} amount={line.credit} />
                    <td data-label={words.running} className="text-right">
                      <Money amount={line.running} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </Card>
      ))}
    </BooksFrame>
  );
}

function Amount({ label, amount }: { readonly label: string; readonly amount: Cents }) {
  return (
    <td data-label={label} className="text-right">
      {amount === 0n ? <Fragment /> : <Money amount={amount} />}
    </td>
  );
}
