import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import { toDecimalString } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { verifyLedger } from "#modules/ledger/index.server.ts";
import { execute } from "#platform/command.ts";
import { adoptRule } from "../rule/adopt-rule.command.ts";
import { flatRule, RULE_TEMPLATES } from "../rule/rule-template.ts";
import { accepted, type ContributionTenant, contributionTenant } from "../testing.ts";
import { grantWaiver } from "../waiver/grant-waiver.command.ts";
import { contributionNotPosted } from "./not-posted.store.ts";
import { postRun } from "./post-run.command.ts";
import { postedMonths } from "./run.store.ts";

const post = (coop: ContributionTenant, month: string, more: object = {}) =>
  coop.run(coop.accountant, postRun, { month, ...more });
const code = (result: unknown) => (isRefusal(result) ? (result as Refusal).code : result);

/** October: 2,000 for the plumber, 1,000 for the baker, at 11.5 %. */
async function october(): Promise<ContributionTenant> {
  const coop = await contributionTenant();
  await coop.rule(RULE_TEMPLATES.turnoverFlat, "2026-10");
  await coop.invoice(coop.plumber, "2000.00", "2026-10-12");
  await coop.invoice(coop.baker, "1000.00", "2026-10-20");
  return coop;
}

async function rows(coop: ContributionTenant, table: string): Promise<number> {
  const { rows: found } = await coop.tenant.run((tx) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.raw(table)}`.execute(tx),
  );
  return found[0]?.n ?? 0;
}

/** Runs SQL as the application; the SQLSTATE that stops it, or null. */
function stateOf(coop: ContributionTenant, statement: string): Promise<string | null> {
  return coop.tenant
    .run((tx) => sql.raw(statement).execute(tx))
    .then(() => null)
    .catch((error: { code?: string }) => error.code ?? "?");
}

describe("l'appel de la contribution d'un mois", () => {
  test("chaque activité paie, les services mutualisés reçoivent sur le même compte : neutre compte par compte", async () => {
    const coop = await october();
    const run = accepted(await post(coop, "2026-10"));
    expect(run).toMatchObject({ month: "2026-10", sequence: 1, activities: 2, amount: 34_500n });
    expect(await coop.balance("6586", coop.plumber)).toBe("230.00");
    expect(await coop.balance("5801", coop.plumber)).toBe("-230.00");
    expect(await coop.balance("6586", coop.baker)).toBe("115.00");
    expect(await coop.balance("5801", coop.baker)).toBe("-115.00");
    expect(await coop.balance("5801", null)).toBe("345.00");
    expect(await coop.balance("6586", null)).toBe("-345.00");
    // The whole SIREN: neither charges nor turnover are inflated.
    expect(await coop.balance("6586")).toBe("0.00");
    expect(await coop.balance("5801")).toBe("0.00");
    expect(await coop.balance("706")).toBe("-3000.00");
  });

  test("une écriture par activité, au dernier jour du mois, au journal CO, avec sa pièce", async () => {
    const coop = await october();
    const { runId } = accepted(await post(coop, "2026-10"));
    const { rows: entries } = await coop.tenant.run((tx) =>
      sql`select journal_code, entry_date, piece_ref, source_kind, source_id, label from ledger.entry
           where organization_id = ${coop.tenant.organizationId} and source_kind = 'contribution.run' order by number`.execute(
        tx,
      ),
    );
    const common = {
      journal_code: "CO",
      entry_date: "2026-10-31",
      piece_ref: "CO-2026-10",
      source_kind: "contribution.run",
      source_id: runId,
    };
    expect(entries).toEqual(
      expect.arrayContaining([
        { ...common, label: "Contribution octobre 2026 Plomberie Roux" },
        { ...common, label: "Contribution octobre 2026 Pains d’Élise" },
      ]),
    );
    expect(entries).toHaveLength(2);
    const verdict = await coop.tenant.run((tx) => verifyLedger(tx, coop.tenant.organizationId));
    expect(verdict).toMatchObject({ faults: [] });
  });

  test("laisse sa trace et un événement", async () => {
    const coop = await october();
    const { runId } = accepted(await post(coop, "2026-10"));
    const { rows: audit } = await coop.tenant.run((tx) =>
      sql<{ action: string; details: { amount: string } }>`select action, details from platform.audit
           where organization_id = ${coop.tenant.organizationId} and subject_id = ${runId}`.execute(tx),
    );
    expect(audit).toEqual([
      { action: "contribution.run.post", details: { amount: "34500", month: "2026-10", sequence: 1 } },
    ]);
    expect(await rows(coop, "platform.outbox")).toBe(1);
  });

  test("ce qui est passé dans les comptes n'attend plus ; la suite du mois, si", async () => {
    const coop = await october();
    const { organizationId } = coop.tenant;
    const waiting = (today: string) =>
      coop.tenant.run(async (tx) =>
        toDecimalString(
          await contributionNotPosted(tx, { organizationId, activityId: coop.plumber, today: toDay(today) }),
        ),
      );
    await coop.invoice(coop.plumber, "1000.00", "2026-11-03");
    expect(await waiting("2026-11-22")).toBe("345.00");
    accepted(await post(coop, "2026-10"));
    expect(await waiting("2026-11-22")).toBe("115.00");
    // Before the entry's date, the books of that day did not have it.
    expect(await waiting("2026-10-30")).toBe("230.00");
    accepted(await post(coop, "2026-11"));
    expect(await waiting("2026-11-22")).toBe("0.00");
    await coop.invoice(coop.plumber, "200.00", "2026-11-21");
    expect(await waiting("2026-11-22")).toBe("23.00");
  });

  test("un mois négatif rend : l'écriture est inversée", async () => {
    const coop = await october();
    await coop.entry(
      [
        ["706", coop.plumber, "2500.00"],
        ["411", coop.plumber, "-2500.00"],
      ],
      "2026-10-25",
    );
    accepted(await post(coop, "2026-10"));
    expect(await coop.balance("6586", coop.plumber)).toBe("-57.50");
    expect(await coop.balance("5801", coop.plumber)).toBe("57.50");
    expect(await coop.balance("6586")).toBe("0.00");
  });

  test("un aperçu n'écrit rien et dit la même somme", async () => {
    const coop = await october();
    const preview = accepted(await coop.run(coop.accountant, postRun, { month: "2026-10" }, { dryRun: true }));
    expect(preview.amount).toBe(34_500n);
    expect(await rows(coop, "contribution.run")).toBe(0);
    expect(await coop.balance("6586", coop.plumber)).toBe("0.00");
  });
});

describe("on n'appelle jamais deux fois la même chose", () => {
  test("appeler de nouveau un mois où rien n'a changé : refusé", async () => {
    const coop = await october();
    accepted(await post(coop, "2026-10"));
    expect(code(await post(coop, "2026-10"))).toBe("run.nothingToCorrect");
    expect(await coop.balance("6586", coop.plumber)).toBe("230.00");
  });

  test("le même formulaire envoyé deux fois donne la première réponse", async () => {
    const coop = await october();
    const options = { idempotencyKey: "une-clef-de-formulaire" };
    const first = accepted(await coop.run(coop.accountant, postRun, { month: "2026-10" }, options));
    const second = accepted(await coop.run(coop.accountant, postRun, { month: "2026-10" }, options));
    expect(second.runId).toBe(first.runId);
    expect(await rows(coop, "contribution.run")).toBe(1);
  });

  test("deux personnes en même temps : une seule écriture par activité", async () => {
    const coop = await october();
    const other = await coop.tenant.person({ roles: ["direction"] });
    const results = await Promise.all([post(coop, "2026-10"), coop.run(other, postRun, { month: "2026-10" })]);
    expect(results.filter(isRefusal).map((refusal) => refusal.code)).toEqual(["run.nothingToCorrect"]);
    expect(await coop.balance("6586", null)).toBe("-345.00");
  });

  test("une facture arrivée après : l'appel correctif ne passe que la différence, l'autre activité ne bouge pas", async () => {
    const coop = await october();
    accepted(await post(coop, "2026-10"));
    await coop.invoice(coop.plumber, "500.00", "2026-10-30");
    const run = accepted(await post(coop, "2026-10"));
    expect(run).toMatchObject({ sequence: 2, activities: 1, amount: 5750n });
    expect(await coop.balance("6586", coop.plumber)).toBe("287.50");
    expect(await coop.balance("6586", coop.baker)).toBe("115.00");
    const posted = await coop.tenant.run((tx) => postedMonths(tx, coop.tenant.organizationId, [coop.plumber]));
    expect(posted.map((month) => [month.sequence, month.total, month.base])).toEqual([[2, 28_750n, 250_000n]]);
  });

  test("une dispense décidée après : la différence est rendue, avec sa raison dans le détail", async () => {
    const coop = await october();
    accepted(await post(coop, "2026-10"));
    accepted(
      await coop.run(coop.accountant, grantWaiver, {
        activityId: coop.baker,
        target: "everything",
        from: "2026-10",
        until: "2026-10",
        reason: "Arrêt de travail",
        decidedBy: "Conseil du 3 novembre",
        decidedOn: "2026-11-03",
      }),
    );
    expect(accepted(await post(coop, "2026-10"))).toMatchObject({ sequence: 2, activities: 1, amount: -11_500n });
    expect(await coop.balance("6586", coop.baker)).toBe("0.00");
    const [month] = await coop.tenant.run((tx) => postedMonths(tx, coop.tenant.organizationId, [coop.baker]));
    expect(month?.trace.find((step) => step.key === "waiver.everything")).toMatchObject({
      reason: "Arrêt de travail",
      decidedBy: "Conseil du 3 novembre",
    });
  });

  test("la base refuse elle-même : deux fois le même montant, un trou dans la suite, une ligne changée ou effacée", async () => {
    const coop = await october();
    const { runId } = accepted(await post(coop, "2026-10"));
    const copy = (values: string) =>
      `insert into contribution.run_line select organization_id, ${values}, rule_version_id, computed, trace, entry_id
         from contribution.run_line where run_id = '${runId}' and amount = 23000`;
    const next = (sequence: number) => `insert into contribution.run select organization_id,
        '0197b1de-0000-7000-8000-0000000000aa', month, ${sequence}, entry_date, posted_at, posted_by
        from contribution.run where id = '${runId}'`;
    expect(await stateOf(coop, next(3))).toBe("23001");
    expect(
      await stateOf(
        coop,
        `${next(2)}; ${copy("'0197b1de-0000-7000-8000-0000000000aa'::uuid, activity_id, month, 2, amount, total")}`,
      ),
    ).toBe("23001");
    expect(await stateOf(coop, copy("run_id, activity_id, '2026-11', 1, amount, total"))).toBe("23001");
    for (const table of ["run", "run_line", "rule_version"]) {
      expect([table, await stateOf(coop, `delete from contribution.${table}`)]).toEqual([table, "42501"]);
      expect([
        table,
        await stateOf(coop, `update contribution.${table} set organization_id = organization_id`),
      ]).toEqual([table, "42501"]);
    }
  });
});

describe("ce qui ne peut pas être appelé", () => {
  test("un mois à venir, un mois sauté, un mois sans règle, un mois qui n'en est pas un", async () => {
    const coop = await october();
    expect(code(await post(coop, "2026-12"))).toBe("run.monthToCome");
    expect(code(await post(coop, "2026-09"))).toBe("run.noRule");
    expect(code(await post(coop, "octobre"))).toBe("input.invalid");
    accepted(await post(coop, "2026-10"));
    coop.tenant.setNow("2026-12-10T10:00:00.000Z");
    expect(await post(coop, "2026-12")).toMatchObject({
      code: "run.monthsBefore",
      facts: { month: { month: "2026-11" } },
    });
  });

  test("les montants ont bougé depuis l'aperçu : refusé, rien n'est écrit", async () => {
    const coop = await october();
    await coop.invoice(coop.plumber, "100.00", "2026-10-31");
    expect(code(await post(coop, "2026-10", { expected: "34500" }))).toBe("run.changedMeanwhile");
    expect(await rows(coop, "contribution.run")).toBe(0);
    accepted(await post(coop, "2026-10", { expected: "35650" }));
  });

  test("un entrepreneur, un accompagnateur : refusé", async () => {
    const coop = await october();
    const follower = await coop.tenant.person({ roles: ["accompagnateur", "payroll"] });
    for (const person of [coop.entrepreneur, follower]) {
      expect(code(await coop.run(person, postRun, { month: "2026-10" }))).toBe("contribution.notAllowed");
    }
  });

  test("une autre coopérative n'appelle rien chez nous, et nous rien chez elle", async () => {
    const coop = await october();
    const other = await contributionTenant();
    await other.rule(flatRule(toRate(5000)), "2026-10");
    expect(accepted(await other.run(other.accountant, postRun, { month: "2026-10" })).amount).toBe(0n);
    const stranger = { ...other.accountant.caller, organizationId: coop.tenant.organizationId };
    expect(code(await execute(coop.tenant.host, stranger, postRun, { month: "2026-10" }))).toBe("access.notMember");
    expect(await rows(coop, "contribution.run")).toBe(0);
  });

  test("un mois dont la période est verrouillée : les écritures portent la date du jour", async () => {
    const coop = await october();
    await coop.tenant.run((tx) =>
      sql`update ledger.period set status = 'locked' where organization_id = ${coop.tenant.organizationId} and starts_on = '2026-10-01'`.execute(
        tx,
      ),
    );
    accepted(await post(coop, "2026-10"));
    const { rows: dates } = await coop.tenant.run((tx) =>
      sql<{ entry_date: string }>`select distinct entry_date from ledger.entry
        where organization_id = ${coop.tenant.organizationId} and source_kind = 'contribution.run'`.execute(tx),
    );
    expect(dates).toEqual([{ entry_date: "2026-11-22" }]);
  });
});

describe("une règle à l'année se rattrape d'un mois sur l'autre", () => {
  test("10 % puis 8 % de l'encaissé au-dessus de 35 000 euros, assurance comprise", async () => {
    const coop = await contributionTenant();
    const paid = (amount: string, day: string) =>
      coop.entry(
        [
          ["512", coop.plumber, amount],
          ["706", coop.plumber, `-${amount}`],
        ],
        day,
      );
    accepted(
      await coop.run(coop.accountant, adoptRule, {
        effectiveFrom: "2026-01",
        resolution: "AG 2025, résolution 2",
        decidedOn: "2025-12-12",
        rule: {
          ...(JSON.parse(
            '{"base":"collected","counts":{"deposits":false,"disbursements":false,"subsidies":false,"internalSales":false},"period":"year","thresholds":"whole","yearStart":1,"fixedParts":[],"floor":null,"cap":null,"negativeMonth":"giveBack"}',
          ) as object),
          scale: {
            mode: "marginalBands",
            bands: [
              { below: "35000.00", rate: 1000 },
              { below: null, rate: 800 },
            ],
          },
          extras: [
            {
              key: "assurance",
              label: "Assurance",
              when: { withoutSalary: false, underQualiopi: false, statuses: null },
              due: { kind: "amount", amount: "16.00" },
            },
          ],
        },
      }),
    );
    await paid("34000.00", "2026-01-15");
    await paid("2000.00", "2026-02-15");
    // 3 400 + 16, then 100 on the last 1,000 of the band + 80 above + 16; the baker pays the insurance alone.
    expect(accepted(await post(coop, "2026-01")).amount).toBe(343_200n);
    expect(accepted(await post(coop, "2026-02")).amount).toBe(19_600n + 1600n);
    expect(await coop.balance("6586", coop.plumber)).toBe("3612.00");
  });
});
