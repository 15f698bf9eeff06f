import { type Actor, visibleActivities } from "#kernel/actor.ts";
import { addMonths, type Day, dayIn, firstDayOf, type Instant, monthOf, monthsFrom } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { add, type Cents, ZERO } from "#kernel/money.ts";
import { awaiting, listedDeadlines, mayReadDeadlines } from "#modules/accompaniment/index.server.ts";
import { AwaitingCards } from "#modules/accompaniment/index.view.ts";
import { moneyByActivity, movementsByMonth } from "#modules/ledger/index.server.ts";
import { activitiesOf, personNames, statusOn } from "#modules/membership/index.server.ts";
import { listStructures, mayPrepare, membersOn, seatsOf, seatsOn } from "#modules/network/index.server.ts";
import { listInvoices, queueOf, quotesToInvoice, receivables, SALES_STAFF } from "#modules/sales/index.server.ts";
import { availableOf } from "#modules/treasury/index.server.ts";
import { type Reader, readTenant } from "#platform/http/tenant.ts";
import { currentActivity } from "#ui/current-activity.ts";
import type { Route } from "./+types/home.page";
import { EntrepreneurHome } from "./entrepreneur-home.view.tsx";
import { NetworkHome } from "./network-home.view.tsx";
import { NothingYet } from "./nothing-yet.view.tsx";
import { SupportHome } from "./support-home.view.tsx";

/** Home: the entrepreneur's money and what awaits them; the support team's queue and alerts. Somebody may be both. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today } = reader;
    const names = await personNames(tx, organizationId, [actor.personId]);
    const name = names.get(actor.personId) ?? "";
    const chosen = currentActivity(args.request.headers.get("cookie") ?? "", actor);
    return {
      slug,
      today,
      firstName: name.split(" ")[0] ?? name,
      entrepreneur: actor.own.size > 0 ? await entrepreneurOf(reader, chosen) : null,
      me: actor.personId as string,
      awaiting: await awaiting(reader),
      support: actor.house === "cae" && actor.grants.length > 0 ? await supportOf(reader, actor) : null,
      network: actor.house === "network" ? await networkOf(reader) : null,
    };
  });
}

async function entrepreneurOf({ tx, actor, organizationId, today, timeZone }: Reader, chosen: ActivityId | null) {
  const own = chosen === null ? [...actor.own.keys()] : [chosen];
  const activities = new Set(own);
  const { reading, available } = await availableOf(tx, { organizationId, activities: own, on: today });
  const query = { organizationId, activities, search: "", today } as const;
  const [late, returned, drafts, waiting, recent] = [
    await listInvoices(tx, { ...query, view: "late", limit: 5 }),
    await listInvoices(tx, { ...query, view: "returned", limit: 5 }),
    await listInvoices(tx, { ...query, view: "draft", limit: 3 }),
    await listInvoices(tx, { ...query, view: "submitted", limit: 5 }),
    await listInvoices(tx, { ...query, view: "all", limit: 1 }),
  ];
  const toInvoice = await quotesToInvoice(tx, { organizationId, activities, limit: 5 });
  const cash = reading.lines.find((line) => line.key === "cash")?.amount ?? ZERO;
  return {
    own: own.length,
    available: available.amount,
    cash,
    owed: await receivables(tx, organizationId, activities, today),
    late: late.rows,
    returned: returned.rows,
    drafts: drafts.rows,
    toInvoice,
    waiting: waiting.rows.map((row) => ({ ...row, since: dayIn(row.updatedAt as Instant, timeZone) })),
    isNew: recent.rows.length === 0,
    underCape: (await statusOn(tx, organizationId, actor.personId, today)) === "cape",
    months: await yearOf(tx, organizationId, own, today, cash),
  };
}

/** Twelve months: turnover, and money at the end of each, counted back from today's. */
async function yearOf(
  tx: Reader["tx"],
  organizationId: Reader["organizationId"],
  own: readonly ActivityId[],
  today: Day,
  cash: Cents,
) {
  const first = monthOf(addMonths(today, -11));
  const moves = new Map(
    (await movementsByMonth(tx, organizationId, own, firstDayOf(first), today)).map((row) => [row.month, row]),
  );
  const months = monthsFrom(first, monthOf(today));
  let money = cash;
  const ends = new Map<string, Cents>();
  for (const month of [...months].reverse()) {
    ends.set(month, money);
    money = (money - (moves.get(month)?.money ?? 0n)) as Cents;
  }
  return months.map((month) => ({
    month,
    turnover: moves.get(month)?.turnover ?? ZERO,
    money: ends.get(month) ?? ZERO,
  }));
}

async function supportOf(reader: Reader, actor: Actor) {
  const { tx, organizationId, today, timeZone } = reader;
  const reach = supportReach(actor);
  const seen = await activitiesOf(tx, organizationId, visibleActivities(actor));
  const names = new Map(seen.map((item) => [item.id, item.name]));
  // Payroll decides of no document: nothing is promised to them.
  const decides = actor.grants.some(({ role }) => SALES_STAFF.includes(role));
  const late = await listInvoices(tx, {
    organizationId,
    activities: reach,
    view: "late",
    search: "",
    today,
    limit: 10,
  });
  const money = await moneyByActivity(tx, organizationId, reach === "all" ? "all" : [...reach], today);
  const named = <Row extends { activityId: ActivityId }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, activityName: names.get(row.activityId) ?? "" }));
  const deadlines = mayReadDeadlines(actor) === null ? (await listedDeadlines(reader, "")).rows : [];
  return {
    queue: decides
      ? named(await queueOf(tx, organizationId, actor)).map((row) => ({ ...row, since: dayIn(row.at, timeZone) }))
      : null,
    deadlines: deadlines.filter(({ urgency }) => urgency !== "coming").slice(0, 8),
    late: named(late.rows),
    owed: await receivables(tx, organizationId, reach, today),
    red: [...money]
      .filter(([, amount]) => amount < 0n)
      .map(([activityId, amount]) => ({ activityId, name: names.get(activityId) ?? "", amount }))
      .sort((a, b) => (a.amount < b.amount ? -1 : 1))
      .slice(0, 10),
    total: [...money.values()].reduce(add, ZERO),
  };
}

/** A network: for whom one speaks there, and whom it brings together. */
async function networkOf({ tx, actor, organizationId, today }: Reader) {
  const known = await listStructures(tx, organizationId, { on: today });
  const members = new Set(await membersOn(tx, organizationId, today));
  const cae = known.filter(({ kind }) => kind === "cae");
  return {
    prepares: mayPrepare(actor) === null,
    seats: await seatsOf(tx, organizationId, actor.personId, today),
    structures: known.filter(({ isSelf }) => !isSelf).length,
    cae: cae.length,
    members: cae.filter(({ id }) => members.has(id)).length,
    represented: new Set((await seatsOn(tx, organizationId, today)).map(({ structureId }) => structureId)).size,
  };
}

/** What support roles reach, own activities left out unless a role reaches them too. */
function supportReach(actor: Actor): "all" | ReadonlySet<ActivityId> {
  return visibleActivities({ ...actor, own: new Map() });
}

export default function HomePage({ loaderData }: Route.ComponentProps) {
  const { entrepreneur, support, network, me, awaiting: found, ...common } = loaderData;
  const cards = <AwaitingCards slug={common.slug} today={common.today} me={me} awaiting={found} />;
  return (
    <>
      {entrepreneur ? <EntrepreneurHome {...common} home={entrepreneur} cards={cards} /> : null}
      {network ? <NetworkHome {...common} home={network} cards={cards} /> : null}
      {entrepreneur || support || network ? null : <NothingYet {...common} />}
      {support ? (
        <SupportHome {...common} home={support} second={entrepreneur !== null} cards={entrepreneur ? null : cards} />
      ) : null}
    </>
  );
}
