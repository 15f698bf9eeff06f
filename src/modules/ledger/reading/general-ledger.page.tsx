import { Fragment } from "react";
import { fill } from "#kernel/language.ts";
import type { Cents } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { count, day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { pageAsked } from "#ui/page-of.ts";
import { Pagination } from "#ui/pagination.tsx";
import type { Route } from "./+types/general-ledger.page";
import { BooksFrame } from "./books-frame.view.tsx";
import { readGeneralLedger } from "./general-ledger.store.ts";
import { ledgerPage } from "./ledger-page.ts";
import { en } from "./reading.en.ts";
import { fr } from "./reading.fr.ts";

/** Lines that one address reads; past them, dates or an account narrow the list. */
const MOST = 2000;
const ON_A_PAGE = 150;

/** The general ledger: lines by account with their running balance, from the balance before the first day. */
export function loader(args: Route.LoaderArgs) {
  const asked = pageAsked(new URL(args.request.url).search);
  return readTenant(args, async (reader) => {
    const ledger = await readGeneralLedger(reader, args.request.url, MOST);
    if (isRefusal(ledger)) return ledger;
    return { ...ledger, ...ledgerPage(ledger.accounts, asked, ON_A_PAGE) };
  });
}

export default function GeneralLedger({ loaderData }: Route.ComponentProps) {
  const { filter, accounts, page, pageCount, cut, oneActivity } = loaderData;
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
                {account.carried === null ? null : (
                  <tr>
                    <td colSpan={oneActivity ? 7 : 8} className="text-texte2">
                      {words.carried}
                    </td>
                    <td data-label={words.running} className="text-right">
                      <Money amount={account.carried} />
                    </td>
                  </tr>
                )}
                {account.before === 0n || account.carried !== null ? null : (
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
      <Pagination page={page} pageCount={pageCount} />
      {accounts.length === 0 ? null : <ListFiles to={`/${filter.slug}/compta/grand-livre/telecharger`} />}
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
