import fc from "fast-check";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays, addMonths, type Day, toDay } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { archiveCustomer } from "#modules/sales/customer/save-customer.command.ts";
import { recordPayment } from "#modules/sales/payment/record-payment.command.ts";
import { saveQuote } from "#modules/sales/quote/save-quote.command.ts";
import { accepted, salesTenant } from "#modules/sales/testing.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { chooseRule } from "./choose-rule.command.ts";
import { dueCandidates, erasuresOf, lastRun, leavers, rulesOf } from "./retention.store.ts";
import {
  type Category,
  dueDays,
  dueOn,
  KEPT,
  leastWhenAsked,
  PERSON_CATEGORIES,
  type PersonCategory,
  type Rules,
} from "./retention.ts";
import { runRetentionNow } from "./run-retention.command.ts";
import { runRetention } from "./run-retention.job.ts";

const HOUSE = Object.fromEntries(Object.entries(KEPT).map(([category, { months }]) => [category, months])) as Rules;
const on = (day: string, time = "10:00") => `${day}T${time}:00.000Z`;

let tenant: TestTenant;
let chief: TestPerson;

beforeEach(async () => {
  tenant = await freshTenant();
  chief = await tenant.person({ roles: ["administrator"] });
});

/** Somebody whose contract ended, with a file and a note. */
async function leaver(endsOn: string): Promise<PersonId> {
  const { personId } = await tenant.person();
  await tenant.run(async (tx) => {
    await sql`insert into membership.contract (organization_id, id, person_id, kind, starts_on, ends_on, recorded_at)
      values (${tenant.organizationId}, ${tenant.newId()}, ${personId}, 'cesa', '2015-01-01', ${endsOn}, now())`.execute(
      tx,
    );
    await sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at)
      values (${tenant.organizationId}, ${tenant.newId()}, ${personId}, 'city', '2015-01-01', '"Brest"', '2015-01-01T00:00:00Z')`.execute(
      tx,
    );
    await sql`insert into accompaniment.task (organization_id, id, person_id, assignee_id, title, created_at, created_by)
      values (${tenant.organizationId}, ${tenant.newId()}, ${personId}, ${chief.personId}, 'Relancer', '2015-01-01T00:00:00Z',
        ${chief.personId})`.execute(tx);
  });
  return personId;
}

async function candidate(lastContact: string): Promise<Id<"candidate">> {
  const id = tenant.newId<"candidate">();
  await tenant.run((tx) =>
    sql`insert into parcours.candidate (organization_id, id, status, source, first_name, last_name, email, message, language,
        created_at, last_contact_at)
      values (${tenant.organizationId}, ${id}, 'received', 'staff', 'Dominique', 'Le Goff', 'd@legoff.example', 'Bonjour', 'fr',
        ${lastContact}, ${lastContact})`.execute(tx),
  );
  return id;
}

const app = () => ({ database: tenant.host.database, clock: tenant.host.clock, wake: () => {} });
async function morning(day: string): Promise<void> {
  tenant.setNow(on(day, "07:00"));
  await runRetention(app(), { organizationId: tenant.organizationId });
}
const log = () => tenant.run((tx) => erasuresOf(tx, tenant.organizationId, 50));
const counted = async () => Object.fromEntries((await log()).map(({ category, count }) => [category, count]));
const leftOf = (personId: PersonId, today: string) =>
  tenant.run(async (tx) => {
    const found = await leavers(tx, tenant.organizationId, toDay(today), HOUSE, personId);
    return [...(found[0]?.due.keys() ?? [])];
  });

describe("Les jours dus", () => {
  it("les mois sont entiers : la veille et le jour sont gardés, le lendemain ne l’est plus", () => {
    expect(dueOn(toDay("2021-11-30"), 60)).toBe("2026-12-01");
    expect(dueOn(toDay("2024-02-29"), 12)).toBe("2025-03-01");
    expect(dueOn(toDay("2023-02-28"), 12)).toBe("2024-02-29");
    expect(dueOn(toDay("2026-01-31"), 1)).toBe("2026-03-01");
    expect(dueOn(toDay("2026-12-31"), 2)).toBe("2027-03-01");
  });

  it("le nom part en dernier, et qui a demandé n’attend que la loi", () => {
    const left = toDay("2026-06-30");
    const held = [...PERSON_CATEGORIES];
    const due = dueDays(left, held, HOUSE, false);
    expect(due.get("notes")).toBe("2028-07-01");
    expect(due.get("papers")).toBe("2031-07-01");
    // Attendance is kept for six years: the name stays as long.
    expect(due.get("identity")).toBe(due.get("attendance"));
    const asked = dueDays(left, held, HOUSE, true);
    expect(asked.get("notes")).toBe("2026-07-01");
    expect(asked.get("sensitive")).toBe("2029-07-01");
    expect(asked.get("identity")).toBe("2031-07-01");
    expect(leastWhenAsked("socialFile")).toBe(0);
  });

  it("quels que soient les durées et le jour : rien avant la loi, le nom jamais avant le reste", () => {
    const rules = fc.record(
      Object.fromEntries(
        Object.entries(KEPT).map(([category, { least }]) => [category, fc.integer({ min: least, max: 600 })]),
      ) as Record<Category, fc.Arbitrary<number>>,
    );
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(toDay("1990-01-01"), n));
    const held = fc.subarray([...PERSON_CATEGORIES]);
    fc.assert(
      fc.property(rules, days, held, fc.boolean(), (chosen, left, categories, asked) => {
        const due = dueDays(left, categories, chosen as Rules, asked);
        for (const [category, day] of due) {
          if (KEPT[category].least > 1) expect(day > addMonths(left, KEPT[category].least)).toBe(true);
          const name = due.get("identity");
          if (name !== undefined) expect(name >= day).toBe(true);
        }
        expect([...due.keys()].sort()).toEqual([...categories].sort());
      }),
    );
  });

  it("la base garde les mêmes minimums", async () => {
    const { rows } = await tenant.run((tx) =>
      sql<{ category: PersonCategory; least: number }>`select c as category, privacy.least_months(c) as least
        from unnest(${[...PERSON_CATEGORIES]}::text[]) c`.execute(tx),
    );
    for (const { category, least } of rows) expect([category, least]).toEqual([category, leastWhenAsked(category)]);
  });
});

describe("Les candidatures sans suite", () => {
  it("deux ans après le dernier contact : ni la veille, ni le jour, le lendemain", async () => {
    const id = await candidate(on("2024-11-30", "22:59"));
    const nameOf = () =>
      tenant.run(async (tx) => {
        const { rows } = await sql<{ name: string; message: string; status: string }>`
          select first_name || ' ' || last_name as name, message, status from parcours.candidate where id = ${id}`.execute(
          tx,
        );
        return rows[0];
      });
    for (const day of ["2026-11-29", "2026-11-30"]) {
      await morning(day);
      expect([day, (await nameOf())?.name]).toEqual([day, "Dominique Le Goff"]);
    }
    await morning("2026-12-01");
    expect(await nameOf()).toEqual({ name: "Candidature effacée", message: "", status: "abandoned" });
    expect(await counted()).toEqual({ candidacy: 1 });
    await morning("2026-12-02");
    expect(await counted()).toEqual({ candidacy: 1 });
  });

  it("un contact à 23 h 30 UTC est du lendemain à Paris ; une durée choisie vaut aussitôt", async () => {
    await candidate(on("2024-11-30", "23:30"));
    const due = (months: number) =>
      tenant.run((tx) => dueCandidates(tx, tenant.organizationId, "Europe/Paris", months)).then(([one]) => one?.dueOn);
    expect(await due(24)).toBe("2026-12-02");
    await execute(tenant.host, chief.caller, chooseRule, { category: "candidacy", months: "12" });
    await morning("2025-12-02");
    expect(await counted()).toEqual({ candidacy: 1 });
    expect((await log())[0]).toMatchObject({ cause: "rule", months: 12 });
  });
});

describe("Les clients", () => {
  it("trois ans après la dernière affaire, sauf ce qui reste dû ; ce qui a été facturé ne change pas", async () => {
    const house = await salesTenant({ now: on("2026-02-27") });
    const { tenant } = house;
    const morning = async (day: string) => {
      tenant.setNow(on(day, "07:00"));
      await runRetention({ ...app(), clock: tenant.host.clock, database: tenant.host.database }, tenant);
    };
    const paidBy = await house.customer("individual");
    const owedBy = await house.customer("individual");
    const company = await house.customer("company");
    await tenant.run((tx) =>
      sql`update sales.customer set created_at = '2026-01-05T10:00:00Z', contact_name = 'Dominique', email = 'd@legoff.example', phone = '0298000000', note = 'Bavard'`.execute(
        tx,
      ),
    );
    const paid = await house.issue([{ price: "100" }], { customerId: paidBy });
    await house.issue([{ price: "100" }], { customerId: owedBy });
    tenant.setNow(on("2026-02-28"));
    accepted(
      await house.run(house.accountant, recordPayment, {
        ...{ invoiceId: paid.invoiceId, amount: "12000", paidOn: "2026-02-28", method: "transfer" },
      }),
    );
    const cards = () =>
      tenant.run(async (tx) => {
        const { rows } = await sql<Record<string, unknown>>`
          select id, name, contact_name || email || phone || note || city as rest, archived_at is not null as archived,
                 erased_at is not null as erased from sales.customer`.execute(tx);
        return new Map(rows.map(({ id, ...card }) => [id as string, card]));
      });
    const documents = () =>
      tenant.run(
        async (tx) => (await sql`select frozen, number, title from sales.invoice order by id`.execute(tx)).rows,
      );
    const before = { cards: await cards(), documents: await documents() };
    await morning("2029-02-28");
    expect((await cards()).get(paidBy)).toEqual(before.cards.get(paidBy));
    await morning("2029-03-01");
    const after = await cards();
    expect(after.get(paidBy)).toEqual({ name: "Client effacé", rest: "", archived: true, erased: true });
    expect(after.get(owedBy)).toEqual(before.cards.get(owedBy));
    expect(after.get(company)).toMatchObject({ name: before.cards.get(company)?.name, archived: false, erased: false });
    expect(String(after.get(company)?.rest)).not.toMatch(/Dominique|legoff|0298|Bavard/);
    expect(await documents()).toEqual(before.documents);
    expect(await tenant.run((tx) => erasuresOf(tx, tenant.organizationId, 5))).toMatchObject([
      { category: "customers", count: 1, months: 36 },
      { category: "customers", count: 2, months: 36 },
    ]);
    await expect(tenant.run((tx) => sql`select privacy.erase_customer(${owedBy}, now())`.execute(tx))).rejects.toThrow(
      "still owed",
    );
    // Nothing is written again on a card that was erased.
    expect(await house.run(house.entrepreneur, archiveCustomer, { customerId: paidBy, archived: false })).toMatchObject(
      { code: "customer.erased" },
    );
    const base = house.draft([{ price: "100" }], { customerId: paidBy }) as { readonly content: object };
    const extras = { schedule: { depositRate: 0, instalments: [] }, validityDays: 30, introduction: "", mentions: "" };
    const quote = { ...base, quoteId: null, content: { ...base.content, ...extras, deliveryAddress: "" } };
    expect(await house.run(house.entrepreneur, saveQuote, quote)).toMatchObject({ code: "customer.erased" });
  });
});

describe("Ceux qui sont partis", () => {
  it.each([
    ["notes", 24],
    ["socialFile", 60],
  ] as const)("%s : la veille et le jour restent, le lendemain part", async (category, months) => {
    const personId = await leaver("2020-02-29");
    const last = addMonths(toDay("2020-02-29"), months);
    for (const [day, stays] of [
      [addDays(last, -1), true],
      [last, true],
      [addDays(last, 1), false],
    ] as const) {
      await morning(day);
      expect([day, (await leftOf(personId, day)).includes(category)]).toEqual([day, stays]);
    }
  });

  it("à la fin, reste une fiche sans nom, ses contrats sans texte, et un journal de nombres", async () => {
    const personId = await leaver("2020-06-30");
    await morning("2025-07-01");
    const person = await tenant.run(async (tx) => {
      const { rows } = await sql`select first_name || ' ' || last_name as name, email, phone, user_id as "userId",
          (select count(*)::int from membership.contract c where c.person_id = p.id) as contracts
        from membership.person p where id = ${personId}`.execute(tx);
      return rows[0];
    });
    expect(person).toEqual({ name: "Personne effacée", email: "effacé", phone: "", userId: null, contracts: 1 });
    expect(await counted()).toEqual({ notes: 1, socialFile: 1, identity: 1 });
    expect(JSON.stringify(await log())).not.toContain(personId);
    expect(await tenant.run((tx) => lastRun(tx, tenant.organizationId))).toBe(on("2025-07-01", "07:00"));
  });

  it("qui a un contrat, une activité ou un rôle en cours n’est pas parti", async () => {
    const activity = await tenant.activity();
    const here = await tenant.person({ activities: [activity] });
    const back = await leaver("2015-12-31");
    await tenant.run((tx) =>
      sql`insert into membership.contract (organization_id, id, person_id, kind, starts_on, recorded_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${back}, 'cesa', '2030-01-01', now())`.execute(tx),
    );
    await morning("2029-12-31");
    expect(await counted()).toEqual({});
    for (const personId of [here.personId, chief.personId, back]) {
      expect(
        await tenant.run((tx) => leavers(tx, tenant.organizationId, toDay("2029-12-31"), HOUSE, personId)),
      ).toEqual([]);
    }
  });

  it("la base refuse avant la loi, quoi que dise le programme ; et sans elle, rien du passé ne change", async () => {
    const personId = await leaver("2020-06-30");
    const erase = (category: string, today: Day) =>
      tenant.run((tx) => sql`select privacy.erase_person(${category}, ${personId}, ${today}::date, now())`.execute(tx));
    await expect(erase("identity", toDay("2025-06-30"))).rejects.toThrow("still keeps");
    await expect(erase("papers", toDay("2025-06-30"))).rejects.toThrow("still keeps");
    await expect(erase("notes", toDay("2020-06-30"))).rejects.toThrow("still keeps");
    await erase("notes", toDay("2020-07-01"));
    for (const act of [
      sql`update accompaniment.task set title = 'Autre'`,
      sql`delete from platform.audit`,
      sql`update membership.fact set reason = 'x'`,
      sql`insert into privacy.retention_rule (organization_id, id, category, months, recorded_at, recorded_by)
        values (${tenant.organizationId}, ${tenant.newId()}, 'papers', 59, now(), ${chief.personId})`,
    ]) {
      await expect(tenant.run((tx) => act.execute(tx))).rejects.toThrow(/denied|never|do not change|rule_keeps/);
    }
    const other = await freshTenant();
    await expect(
      other.run((tx) => sql`select privacy.erase_person('notes', ${personId}, '2030-01-01', now())`.execute(tx)),
    ).rejects.toThrow("still keeps");
  });
});

describe("Les durées choisies", () => {
  it("jamais moins que la loi, par la direction et l’administration seules ; les anciennes restent écrites", async () => {
    const choose = (category: string, months: string, who = chief, options = {}) =>
      execute(tenant.host, who.caller, chooseRule, { category, months }, options);
    expect(await choose("papers", "59")).toMatchObject({ code: "retention.tooShort", facts: { least: "60" } });
    expect(await choose("papers", "72", chief, { idempotencyKey: "une-cle-de-regle" })).toEqual({ months: 72 });
    await choose("papers", "72", chief, { idempotencyKey: "une-cle-de-regle" });
    tenant.setNow(on("2026-11-23"));
    expect(await choose("papers", "60")).toEqual({ months: 60 });
    expect((await tenant.run((tx) => rulesOf(tx, tenant.organizationId))).rules.papers).toBe(60);
    const { rows } = await tenant.run((tx) => sql`select 1 from privacy.retention_rule`.execute(tx));
    expect(rows).toHaveLength(2);
    const outsider = await tenant.person({ roles: ["payroll"] });
    expect(isRefusal(await choose("papers", "72", outsider))).toBe(true);
    expect(await execute(tenant.host, outsider.caller, runRetentionNow, {})).toMatchObject({ kind: "forbidden" });
  });

  it("deux passages en même temps n’effacent et ne comptent qu’une fois", async () => {
    await candidate(on("2020-01-01"));
    const personId = await leaver("2016-06-30");
    tenant.setNow(on("2026-11-23", "07:00"));
    const run = () => runRetention(app(), { organizationId: tenant.organizationId });
    await Promise.all([run(), execute(tenant.host, chief.caller, runRetentionNow, {}), run()]);
    expect(await counted()).toEqual({ candidacy: 1, notes: 1, socialFile: 1, identity: 1 });
    expect(await log()).toHaveLength(4);
    const { rows } = await tenant.run((tx) =>
      sql`select version from membership.person where id = ${personId}`.execute(tx),
    );
    expect(rows[0]).toEqual({ version: 2 });
  });

  it("effacer maintenant fait ce que le matin ferait ; les vieilles traces partent avec leur âge", async () => {
    await candidate(on("2020-01-01"));
    await tenant.run((tx) =>
      sql`insert into platform.mail (organization_id, id, recipient, subject, body, subject_kind, subject_id, status, at)
        values (${tenant.organizationId}, ${tenant.newId()}, 'a@b.example', 'Bonjour', 'Texte', 'x', 'x', 'sent', '2021-11-21T22:59:59Z'),
               (${tenant.organizationId}, ${tenant.newId()}, 'a@b.example', 'Bonjour', 'Texte', 'x', 'x', 'sent', '2021-11-21T23:00:00Z')`.execute(
        tx,
      ),
    );
    expect(await execute(tenant.host, chief.caller, runRetentionNow, {})).toEqual({ erased: 2 });
    const { rows } = await tenant.run((tx) =>
      sql<{ n: number }>`select count(*)::int as n from platform.mail where body = ''`.execute(tx),
    );
    expect(rows[0]?.n).toBe(1);
  });
});
