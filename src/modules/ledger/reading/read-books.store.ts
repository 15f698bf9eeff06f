import { parseDay, toDay, yearOf } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { parseDayInput } from "#ui/parse.ts";
import { listFiscalYears } from "../fiscal-year/fiscal-year.store.ts";
import type { BooksFilter } from "./books-frame.view.tsx";
import { askedScope, type LineScope, readableActivities } from "./scope.ts";

export type AskedBooks = {
  readonly filter: BooksFilter;
  readonly scope: LineScope;
  readonly activityId: ActivityId | null;
  readonly names: ReadonlyMap<ActivityId, string>;
};

/** What a page of the books was asked for, cut to what the person may read; from the start of the fiscal year by default. */
export async function askedBooks(reader: Reader, address: string): Promise<AskedBooks | Refusal> {
  const { app, tx, actor, organizationId, slug, today } = reader;
  const activities = await app.activityNames(tx, organizationId, readableActivities(actor));
  const parameters = new URL(address).searchParams;
  const asked = parameters.get("activite") ?? "";
  const found = askedScope(actor, asked, activities);
  if (isRefusal(found)) return found;
  const years = await listFiscalYears(tx, organizationId);
  const current = years.find((year) => year.start <= today && year.end >= today) ?? years.at(-1);
  const read = (name: string) => {
    const text = parameters.get(name) ?? "";
    return parseDay(text) ?? (text === "" ? null : parseDayInput(text, today));
  };
  const filter: BooksFilter = {
    slug,
    today,
    from: read("du") ?? current?.start ?? toDay(`${yearOf(today)}-01-01`),
    until: read("au") ?? today,
    account: (parameters.get("compte") ?? "").replace(/\D/g, "").slice(0, 12),
    activity: asked,
    everything: found.everything,
    activities,
  };
  const names = new Map(activities.map((activity) => [activity.id, activity.name]));
  return { filter, scope: found.scope, activityId: found.activityId, names };
}
