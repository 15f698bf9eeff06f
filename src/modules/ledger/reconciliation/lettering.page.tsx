import { data, redirect } from "react-router";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { flash } from "#ui/flash.ts";
import { count } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { activityFilter, ListFiles, ListToolbar } from "#ui/list-toolbar.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { listAccounts } from "../account/account.store.ts";
import { balancesByAccount } from "../balance/balances.store.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { BooksTabs } from "../reading/books-tabs.view.tsx";
import type { Route } from "./+types/lettering.page";
import { GivenLetters } from "./given-letters.view.tsx";
import { givenLetters, letteringFilters, openLines } from "./lettering-list.store.ts";
import { en } from "./lettering-screen.en.ts";
import { fr } from "./lettering-screen.fr.ts";
import { OpenLines } from "./open-lines.view.tsx";
import { Proposals } from "./proposals.view.tsx";
import { proposeReconciliations } from "./propose.ts";
import { reconcileLines, undoLettering } from "./reconcile.command.ts";

const MOST = 500;

/** What is open on an account of third parties, what may be proposed, what has a letter. For those who keep the books. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, now, today }) => {
    if (!mayKeepBooks(actor, "reconcile")) return refuse("forbidden", "reconciliation.forbidden");
    const filters = letteringFilters(parameters);
    const lettered = parameters.get("etat") === "lettrees";
    const query = { organizationId, ...filters, limit: MOST + 1 };
    const lines = lettered ? [] : await openLines(tx, query);
    const cut = lines.length > MOST;
    const labels = new Map((await listAccounts(tx, organizationId)).map(({ number, label }) => [number, label]));
    const used = (await balancesByAccount(tx, { organizationId, activityId: undefined, until: today })).map(
      ({ account }) => account,
    );
    const accounts = [...new Set([...used.filter((account) => account.startsWith("4")), filters.account])].sort();
    return {
      slug,
      key: newId<"key">(now) as string,
      account: { number: filters.account, label: labels.get(filters.account) ?? "" },
      accounts: accounts.map((number) => ({ value: number, label: `${number} ${labels.get(number) ?? ""}`.trim() })),
      activities: await app.activityNames(tx, organizationId, "all"),
      lettered,
      filtered: filters.search !== "" || filters.activityId !== null,
      lines: lines.slice(0, MOST),
      cut,
      // A part of the lines would settle by chance what the rest contradicts.
      proposals: cut || filters.activityId !== null || filters.search !== "" ? [] : proposeReconciliations(lines),
      letters: lettered ? await givenLetters(tx, query) : [],
    };
  });
}

/** "entry:2" for the second line of an entry. */
function lineOf(value: FormDataEntryValue): { entryId: string; lineNumber: string } {
  const [entryId = "", lineNumber = ""] = String(value).split(":");
  return { entryId, lineNumber };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const here = `${new URL(args.request.url).pathname}${new URL(args.request.url).search}`;
  if (form.get("intention") === "undo") {
    const result = await runCommand(args, undoLettering, { reconciliationId: String(form.get("reconciliationId")) });
    if (!result.ok) return data({ problem: result.problem, ticked: [] as string[] }, { status: result.status });
    const { letter } = result.output;
    return redirect(here, { headers: flash({ fr: fill(fr.undone, { letter }), en: fill(en.undone, { letter }) }) });
  }
  const lines = form.getAll("ligne").slice(0, MOST).map(lineOf);
  const key = String(form.get("cle") ?? "");
  const options = key === "" ? {} : { idempotencyKey: `letter:${key}` };
  const result = await runCommand(args, reconcileLines, { lines }, options);
  if (!result.ok) {
    return data({ problem: result.problem, ticked: form.getAll("ligne").map(String) }, { status: result.status });
  }
  const { letter, reconciliationId } = result.output;
  const undo = { action: here, fields: { intention: "undo", reconciliationId: reconciliationId as string } };
  const message = { fr: fill(fr.doneLetter, { letter }), en: fill(en.doneLetter, { letter }), undo };
  return redirect(here, { headers: flash(message) });
}

export default function Lettering({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, account, accounts, activities, lettered, filtered, lines, cut, proposals, letters } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const names = new Map(activities.map(({ id, name }) => [id as string, name]));
  const title = `${account.number} ${account.label}`.trim();
  const ticked = new Set(actionData?.ticked ?? []);
  return (
    <Page title={words.title} description={words.description}>
      <BooksTabs slug={slug} keeper />
      <ListToolbar
        search={words.search}
        filters={[
          { parameter: "compte", label: words.account, options: accounts },
          { parameter: "etat", label: words.state, options: [{ value: "lettrees", label: words.lettered }] },
          ...activityFilter(words.activity, activities),
        ]}
      />
      {actionData ? <Notice tone="erreur">{actionData.problem.sentence}</Notice> : null}
      {cut ? <Notice tone="attention">{fill(words.more, { count: count(MOST, language) })}</Notice> : null}
      {lettered ? (
        <GivenLetters title={title} letters={letters} />
      ) : lines.length === 0 ? (
        <EmptyState title={filtered ? words.noMatch : words.none}>{filtered ? null : words.noneHelp}</EmptyState>
      ) : (
        <>
          <Proposals proposals={proposals} submitKey={key} />
          <OpenLines
            slug={slug}
            title={fill(words.open, { account: title })}
            lines={lines}
            names={names}
            ticked={ticked}
            submitKey={key}
          />
          <ListFiles to={`/${slug}/compta/lettrage/telecharger`} />
        </>
      )}
    </Page>
  );
}
