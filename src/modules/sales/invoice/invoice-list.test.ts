import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { salesTenant } from "../testing.ts";
import { type InvoiceQuery, listInvoices } from "./invoice-list.store.ts";

/** Three activities sell in turn: titles say the rank, days go forward, the last one is a draft without a date. */
async function threeActivities() {
  const { tenant, customerId } = await salesTenant({ now: "2026-11-22T10:00:00.000Z" });
  const { organizationId } = tenant;
  const activities = [await tenant.activity("A"), await tenant.activity("B"), await tenant.activity("C")];
  await tenant.run(async (tx) => {
    for (let rank = 1; rank <= 12; rank++) {
      // Identifiers of the same day follow one another.
      tenant.setNow(`2026-11-22T10:00:${10 + rank}.000Z`);
      const day = rank === 12 ? null : `2026-03-${String(Math.ceil(rank / 2)).padStart(2, "0")}`;
      await sql`insert into sales.invoice (organization_id, id, activity_id, customer_id, kind, status, title, issue_date, content, net, tax,
          gross, due, created_by, created_at, updated_at)
        values (${organizationId}, ${tenant.newId()}, ${activities[rank % 3]}, ${customerId}, 'invoice',
          ${rank % 4 === 0 ? "returned" : "draft"}, ${`n° ${rank}`}, ${day}, '{}', 1, 0, 1, 1, ${customerId}, now(), now())`.execute(
        tx,
      );
    }
  });
  const whole = async (query: Partial<InvoiceQuery>) => {
    const titles: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listInvoices>> = await tenant.run((tx) =>
        listInvoices(tx, {
          organizationId,
          activities: "all",
          view: "all",
          search: "",
          today: toDay("2026-11-22"),
          limit: 2,
          after,
          ...query,
        }),
      );
      expect(page.rows.length).toBeLessThanOrEqual(2);
      titles.push(...page.rows.map((row) => row.title.slice(3)));
      after = page.after;
    } while (after !== null);
    return titles.join(" ");
  };
  return { whole, activities: activities as [ActivityId, ActivityId, ActivityId] };
}

describe("la liste des factures", () => {
  test("va de la plus récente à la plus ancienne, page après page, sans en perdre ni en répéter", async () => {
    const { whole } = await threeActivities();
    expect(await whole({})).toBe("12 11 10 9 8 7 6 5 4 3 2 1");
    expect(await whole({ view: "returned" })).toBe("12 8 4");
  });

  test("de quelques activités les range ensemble, dans le même ordre", async () => {
    const { whole, activities } = await threeActivities();
    const [a, b, c] = activities;
    expect(await whole({ activities: new Set([a, b, c]) })).toBe("12 11 10 9 8 7 6 5 4 3 2 1");
    expect(await whole({ activities: new Set([a, b]) })).toBe("12 10 9 7 6 4 3 1");
    expect(await whole({ activities: new Set([a, b]), view: "returned" })).toBe("12 4");
    expect(await whole({ activities: new Set([a, b]), search: "n° 1" })).toBe("12 10 1");
  });

  test("d’une activité demandée ne montre qu’elle, et rien quand elle n’est pas à voir", async () => {
    const { whole, activities } = await threeActivities();
    const [a, b] = activities;
    expect(await whole({ activityId: b })).toBe("10 7 4 1");
    expect(await whole({ activities: new Set([a, b]), activityId: b })).toBe("10 7 4 1");
    expect(await whole({ activities: new Set([a]), activityId: b })).toBe("");
    expect(await whole({ activities: new Set() })).toBe("");
  });
});
