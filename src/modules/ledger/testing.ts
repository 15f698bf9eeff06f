/** A fresh cooperative with its books open, for tests on the real database. */

import type { House } from "#kernel/actor.ts";
import { type Day, toDay } from "#kernel/day.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { type Cents, toCents, ZERO } from "#kernel/money.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { freshTenant, type TestTenant } from "#testing/tenant.ts";
import type { DraftEntry, DraftLine } from "./entry/entry.ts";
import { type Posted, type PostingContext, postEntry } from "./entry/post-entry.store.ts";
import type { FiscalYear, OpeningStatus } from "./fiscal-year/fiscal-year.ts";
import { installDefaults } from "./fiscal-year/open-fiscal-year.store.ts";

export type TestLedger = {
  readonly tenant: TestTenant;
  readonly year: FiscalYear;
  /** Runs a work of the ledger in one transaction of the cooperative; a refusal rolls back. */
  act<T>(work: (context: PostingContext) => Promise<T>): Promise<T>;
  post(draft: DraftEntry): Promise<Posted>;
};

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export async function freshLedger(
  options: { now?: string; house?: House; year?: { start: Day; end: Day }; opening?: OpeningStatus } = {},
): Promise<TestLedger> {
  const tenant = await freshTenant({
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.house === undefined ? {} : { house: options.house }),
  });
  const act = async <T>(work: (context: PostingContext) => Promise<T>): Promise<T> => {
    try {
      return await tenant.run(async (tx) => {
        const now = tenant.host.clock();
        const result = await work({
          organizationId: tenant.organizationId,
          tx,
          now,
          today: toDay(now.slice(0, 10)),
          dryRun: false,
          id: () => tenant.newId(),
          actor: { personId: null as Id<"person"> | null },
        });
        if (isRefusal(result)) throw new Refused(result);
        return result;
      });
    } catch (error) {
      if (error instanceof Refused) return error.refusal as T;
      throw error;
    }
  };
  const year = await act((context) => installDefaults(context, options));
  if (isRefusal(year)) throw new Error(year.code);
  return {
    tenant,
    year,
    act,
    async post(draft) {
      const posted = await act((context) => postEntry(context, draft));
      if (isRefusal(posted)) throw new Error(posted.code);
      return posted;
    },
  };
}

/** A line in cents: positive is debit, negative is credit. */
export function line(
  account: string,
  activityId: ActivityId | null,
  amount: number,
  more: Partial<DraftLine> = {},
): DraftLine {
  return {
    account,
    activityId,
    label: "Facture",
    debit: amount > 0 ? toCents(amount) : (ZERO as Cents),
    credit: amount < 0 ? toCents(-amount) : (ZERO as Cents),
    ...more,
  };
}

export function draft(lines: DraftLine[], changes: Partial<DraftEntry> = {}): DraftEntry {
  return {
    journalCode: "VE",
    date: toDay("2026-03-15"),
    label: "Facture 2026-0001",
    pieceRef: "2026-0001",
    pieceDate: toDay("2026-03-15"),
    source: { kind: "ledger.manual", id: "0190a000-0000-7000-8000-0000000000aa" },
    lines,
    ...changes,
  };
}

/** An invoice of 100.00 HT at 20 % for an activity. */
export function sale(activityId: ActivityId | null, changes: Partial<DraftEntry> = {}, customer = "C1"): DraftEntry {
  const auxiliary = { code: customer, label: "Martin" };
  return draft(
    [
      line("411", activityId, 12_000, { auxiliary }),
      line("706", activityId, -10_000),
      line("44571", activityId, -2_000),
    ],
    changes,
  );
}
