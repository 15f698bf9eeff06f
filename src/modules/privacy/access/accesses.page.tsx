import { Form, useLocation } from "react-router";
import { type Day, dayIn, parseDay } from "#kernel/day.ts";
import { timeIn } from "#kernel/zoned.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Button } from "#ui/button.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles, ListToolbar } from "#ui/list-toolbar.tsx";
import { Page } from "#ui/page.tsx";
import { pageAsked } from "#ui/page-of.ts";
import { Pagination } from "#ui/pagination.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { withParameters } from "#ui/url.ts";
import { PrivacyTabs } from "../privacy-tabs.view.tsx";
import type { Route } from "./+types/accesses.page";
import { en } from "./access.en.ts";
import { fr } from "./access.fr.ts";
import { mayKeepPrivacy } from "./access.policy.ts";
import { accesses } from "./access.store.ts";
import { ACCESS_ACTIONS, accessFilter } from "./access.ts";
import { AccessTable } from "./access-table.view.tsx";

const ON_A_PAGE = 50;

export function loader(args: Route.LoaderArgs) {
  const { search } = new URL(args.request.url);
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, timeZone }) => {
    const refusal = mayKeepPrivacy(actor);
    if (refusal) return refusal;
    const filter = accessFilter(search, (text) => parseDayInput(text, today));
    const asked = pageAsked(search);
    const page = { limit: ON_A_PAGE, offset: (asked - 1) * ON_A_PAGE };
    const { rows, total } = await accesses(tx, organizationId, timeZone, filter, page);
    return {
      ...{ slug, today, page: asked, pageCount: Math.max(1, Math.ceil(total / ON_A_PAGE)) },
      from: filter.from === null ? undefined : (parseDay(filter.from) ?? undefined),
      until: filter.until === null ? undefined : (parseDay(filter.until) ?? undefined),
      rows: rows.map(({ at, ...row }) => ({ ...row, on: dayIn(at, timeZone), time: timeIn(at, timeZone) })),
    };
  });
}

export default function Accesses({ loaderData }: Route.ComponentProps) {
  const { slug, today, from, until, rows, page, pageCount } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const { search } = useLocation();
  const filtered = ["acte", "q", "du", "au"].some((name) => (new URLSearchParams(search).get(name) ?? "") !== "");
  const actions = ACCESS_ACTIONS.map((value) => ({ value, label: words.actions[value] }));
  return (
    <Page title={words.title} description={`${words.lead} ${words.signIns}`}>
      <PrivacyTabs />
      <ListToolbar search={words.search} filters={[{ parameter: "acte", label: words.what, options: actions }]} />
      <Days today={today} from={from} until={until} />
      {rows.length === 0 ? (
        <EmptyState title={filtered ? words.nothing : words.none}>{filtered ? null : words.noneHelp}</EmptyState>
      ) : (
        <>
          <AccessTable caption={words.title} rows={rows} />
          <Pagination page={page} pageCount={pageCount} />
          <ListFiles to={`/${slug}/reglages/donnees/acces/telecharger`} />
        </>
      )}
    </Page>
  );
}

type DaysProps = { readonly today: Day; readonly from: Day | undefined; readonly until: Day | undefined };

/** Between two days: what else was asked for stays. */
function Days({ today, from, until }: DaysProps) {
  const words = useLanguage().choose({ fr, en });
  const { search } = useLocation();
  const kept = new URLSearchParams(withParameters(search, { du: null, au: null }));
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3">
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DayInput key={`du${from}`} name="du" label={words.from} today={today} defaultValue={from} optional />
      <DayInput key={`au${until}`} name="au" label={words.until} today={today} defaultValue={until} optional />
      <Button type="submit">{words.show}</Button>
    </Form>
  );
}
