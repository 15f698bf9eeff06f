import { Plus, Users } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { sum } from "#kernel/money.ts";
import { listedDeadlines } from "#modules/accompaniment/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { matchesWords } from "#ui/fold.ts";
import { day, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { ListToolbar } from "#ui/list-toolbar.tsx";
import { Figure, Figures, Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { mayGovern, mayKeepShares } from "../governance.policy.ts";
import { GovernanceTabs } from "../governance-tabs.view.tsx";
import { readLimits } from "../limit/limit.store.ts";
import { LimitsCard } from "../limit/limits.view.tsx";
import type { Route } from "./+types/associates.page";
import { en } from "./associate.en.ts";
import { fr } from "./associate.fr.ts";
import { STATUS_TONE } from "./associate-sheet.view.tsx";
import { type RegisterRow, readCapital, registerRows } from "./register-rows.store.ts";

/** The register, the capital beside the books, and whose term to become an associate comes near. */
export function loader(args: Route.LoaderArgs) {
  const url = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const { actor, slug, today } = reader;
    const refusal = mayKeepShares(actor);
    if (refusal) return refusal;
    const all = await registerRows(reader);
    const [q, status, college] = ["q", "etat", "college"].map((name) => url.searchParams.get(name) ?? "");
    const rows = all.filter(
      (row) =>
        // Who left stays in the list while shares are to be refunded: the totals are then those of the capital.
        (status
          ? row.status === status
          : (row.status !== "left" && row.status !== "declined") || row.position.toRefund > 0n) &&
        (!college || row.college === college) &&
        (!q || matchesWords(`${row.name} ${row.siren} ${row.number}`, q)),
    );
    const governs = mayGovern(actor) === null;
    const { rows: due } = governs ? await listedDeadlines(reader, "") : { rows: [] };
    return {
      ...{ slug, governs, rows, total: all.length, capital: await readCapital(reader) },
      limits: await readLimits(reader),
      colleges: [...new Set(all.map((row) => row.college))].sort(),
      clock: due
        .filter(({ kind }) => kind === "associate")
        .map(({ personId, name, on }) => ({ personId: personId as string, name, on, late: on < today })),
    };
  });
}

export default function Associates({ loaderData }: Route.ComponentProps) {
  const { slug, governs, rows, total, capital, limits, colleges, clock } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const apply = governs ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/associes/nouveau`}>
      {words.apply}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} description={words.lead} actions={apply}>
      <GovernanceTabs slug={slug} governs={governs} />
      {total === 0 ? null : (
        <Card title={words.booksTitle} actions={<TextLink to={`/${slug}/compta/balance`}>{words.books}</TextLink>}>
          <Figures>
            <Figure label={words.capitalNow} amount={capital.capital} />
            <Figure label={words.unpaid} amount={capital.unpaid} />
            <Figure label={words.toRefund} amount={capital.toRefund} />
            <Figure label={words.capitalFloor} amount={capital.floor} />
          </Figures>
          <p className="mt-3 text-aide text-texte2">{capital.agrees ? words.booksAgree : null}</p>
          {capital.agrees ? null : <Notice tone="attention">{words.booksDiffer}</Notice>}
        </Card>
      )}
      {total === 0 ? null : (
        <div id="limites" className="scroll-mt-4">
          <LimitsCard slug={slug} reading={limits} governs={governs} />
        </div>
      )}
      {clock.length === 0 ? null : (
        <Card title={words.clockTitle} description={words.clockLead}>
          <ul className="divide-y divide-bordure">
            {clock.map(({ personId, name, on, late }) => (
              <li key={personId} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <span className="flex min-w-0 flex-wrap items-center gap-2">
                  {fill(words.clockLine, { name, day: longDay(on) })}
                  {late ? <Badge tone="erreur">{words.clockLate}</Badge> : null}
                </span>
                <TextLink to={`/${slug}/associes/nouveau?personne=${personId}`}>{words.clockApply}</TextLink>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {total === 0 ? (
        <EmptyState icon={Users} title={words.none} action={apply}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <RegisterTable slug={slug} rows={rows} colleges={colleges} />
      )}
    </Page>
  );
}

type Listed = { readonly slug: string; readonly rows: readonly RegisterRow[]; readonly colleges: readonly string[] };

function RegisterTable({ slug, rows, colleges }: Listed) {
  const words = useLanguage().choose({ fr, en });
  const statuses = (["applied", "admitted", "declined", "left"] as const).map((value) => ({
    value,
    label: words.statuses[value],
  }));
  return (
    <>
      <ListToolbar
        search={words.search}
        filters={[
          { parameter: "etat", label: words.filterStatus, options: statuses },
          {
            parameter: "college",
            label: words.filterCollege,
            options: colleges.map((value) => ({ value, label: value })),
          },
        ]}
      />
      {rows.length === 0 ? (
        <p className="text-texte2">{words.noneFound}</p>
      ) : (
        <ListTable
          caption={words.title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "number", header: words.number, align: "end", cell: (row) => row.number },
            {
              key: "name",
              header: words.name,
              rowHeader: true,
              cell: (row) => <TextLink to={`/${slug}/associes/${row.id}`}>{row.name}</TextLink>,
            },
            { key: "college", header: words.college, cell: (row) => row.college },
            {
              key: "status",
              header: words.status,
              cell: (row) => <Badge tone={STATUS_TONE[row.status]}>{words.statuses[row.status]}</Badge>,
            },
            { key: "since", header: words.since, cell: (row) => (row.since === null ? "" : day(row.since)) },
            { key: "shares", header: words.shares, align: "end", cell: (row) => row.position.shares },
            {
              key: "subscribed",
              header: words.subscribed,
              align: "end",
              cell: (row) => <Money amount={row.position.subscribed} />,
            },
            {
              key: "unpaid",
              header: words.unpaid,
              align: "end",
              cell: (row) => <Money amount={row.position.unpaid} />,
            },
            {
              key: "toRefund",
              header: words.toRefund,
              align: "end",
              cell: (row) => <Money amount={row.position.toRefund} />,
            },
          ]}
          footerLabel={words.total}
          footer={{
            shares: rows.reduce((count, row) => count + row.position.shares, 0),
            subscribed: <Money amount={sum(rows.map((row) => row.position.subscribed))} />,
            unpaid: <Money amount={sum(rows.map((row) => row.position.unpaid))} />,
            toRefund: <Money amount={sum(rows.map((row) => row.position.toRefund))} />,
          }}
        />
      )}
      <p className="flex flex-wrap gap-4">
        <TextLink to={`/${slug}/associes/telecharger`} reloadDocument>
          {words.download}
        </TextLink>
        <TextLink to={`/${slug}/associes/mouvements`} reloadDocument>
          {words.downloadMoves}
        </TextLink>
      </p>
    </>
  );
}
