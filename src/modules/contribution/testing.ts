/** A cooperative with its books open and a rule, for tests of the contribution on the real database. */
import { type Month, toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { parseDecimal, toDecimalString } from "#kernel/money.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { balancesByActivity } from "#modules/ledger/index.server.ts";
import { draft, freshLedger, line, type TestLedger } from "#modules/ledger/testing.ts";
import { type Command, type CommandContext, type ExecuteOptions, execute } from "#platform/command.ts";
import type { TestPerson } from "#testing/tenant.ts";
import { insertVersion } from "./rule/rule.store.ts";
import type { ContributionRule } from "./rule/rule.ts";
import type { RuleVersionId } from "./tables.ts";

export type ContributionTenant = TestLedger & {
  readonly plumber: ActivityId;
  readonly baker: ActivityId;
  readonly accountant: TestPerson;
  readonly entrepreneur: TestPerson;
  /** Writes a rule as if it had been adopted, for every activity unless said otherwise. */
  rule(rule: ContributionRule, from?: string, activityId?: ActivityId | null): Promise<RuleVersionId>;
  /** An invoice of services issued on a day: HT in euros ("1000.00"), VAT of 20 % that waits for the payment. */
  invoice(
    activityId: ActivityId,
    net: string,
    day: string,
    more?: { vat?: "waiting" | "due"; customer?: string },
  ): Promise<void>;
  /** Any entry: [account, activity, euros], positive is debit. */
  entry(lines: readonly [string, ActivityId | null, string][], day: string, customer?: string): Promise<void>;
  run<Input, Output>(
    person: TestPerson,
    command: Command<Input, Output>,
    input: unknown,
    options?: ExecuteOptions,
  ): Promise<Output | Refusal>;
  /** debit − credit in euros of an account for an activity (null: shared services; undefined: the whole SIREN). */
  balance(account: string, activityId?: ActivityId | null): Promise<string>;
};

export async function contributionTenant(now = "2026-11-22T10:00:00.000Z"): Promise<ContributionTenant> {
  const year = { start: toDay("2026-01-01"), end: toDay("2026-12-31") };
  const ledger = await freshLedger({ now, year });
  const { tenant } = ledger;
  const plumber = await tenant.activity("Plomberie Roux");
  const baker = await tenant.activity("Pains d’Élise");
  const accountant = await tenant.person({ roles: ["accountant"] });
  const entrepreneur = await tenant.person({ activities: [plumber] });
  const cents = (text: string) => Number(parseDecimal(text) ?? 0n);
  const entry: ContributionTenant["entry"] = async (lines, day, customer = "C1") => {
    const auxiliary = { code: customer, label: "Martin" };
    await ledger.post(
      draft(
        lines.map(([account, activityId, amount]) =>
          line(account, activityId, cents(amount), account.startsWith("411") ? { auxiliary } : {}),
        ),
        { date: toDay(day), pieceDate: toDay(day) },
      ),
    );
  };
  return {
    ...ledger,
    plumber,
    baker,
    accountant,
    entrepreneur,
    entry,
    async rule(rule, from = "2026-01", activityId = null) {
      const id = tenant.newId<"contributionRule">();
      const context = { ...tenant, now: tenant.host.clock(), actor: { personId: accountant.personId } };
      await tenant.run((tx) =>
        insertVersion({ ...context, tx } as unknown as CommandContext, {
          id,
          effectiveFrom: from as Month,
          resolution: { reference: "AG du 12 décembre 2025, résolution 4", decidedOn: toDay("2025-12-12") },
          activityId,
          rule,
        }),
      );
      return id;
    },
    async invoice(activityId, net, day, { vat = "waiting", customer } = {}) {
      const tax = cents(net) / 5;
      const euros = (value: number) => toDecimalString(BigInt(Math.round(value)) as never);
      await entry(
        [
          ["411", activityId, euros(cents(net) + tax)],
          ["706", activityId, `-${net}`.replace("--", "")],
          [vat === "waiting" ? "44588" : "44571", activityId, euros(-tax)],
        ],
        day,
        customer,
      );
    },
    run: (person, command, input, options) => execute(tenant.host, person.caller, command, input, options),
    async balance(account, activityId) {
      const rows = await tenant.run((tx) =>
        balancesByActivity(tx, {
          organizationId: tenant.organizationId,
          until: toDay("2026-12-31"),
          ...(activityId === undefined ? {} : { activityId }),
        }),
      );
      const found = rows.filter((row) => row.account === account);
      return toDecimalString(found.reduce((total, row) => total + row.debit - row.credit, 0n) as never);
    },
  };
}

/** Throws when a command refuses: for the steps that a test takes for granted. */
export function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.facts)}`);
  return result as T;
}
