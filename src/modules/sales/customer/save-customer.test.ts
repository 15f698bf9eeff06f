import { describe, expect, it } from "vitest";
import type { Refusal } from "#kernel/refusal.ts";
import { execute, fieldsOf } from "#platform/command.ts";
import { freshTenant } from "../../../testing/tenant.ts";
import { findCustomer } from "./customer.store.ts";
import { BLANK_CUSTOMER, type CustomerText } from "./customer.ts";
import { countCustomers, customerChoices, listCustomers } from "./customer-list.store.ts";
import { importCustomers } from "./import-customers.command.ts";
import { archiveCustomer, createCustomer, updateCustomerRecord } from "./save-customer.command.ts";

const lutins: CustomerText = { ...BLANK_CUSTOMER, name: "Crèche Les Lutins", siren: "732829320" };

async function setting() {
  const tenant = await freshTenant();
  const activityId = await tenant.activity();
  const otherActivity = await tenant.activity("Céramique Lou");
  const entrepreneur = await tenant.person({ activities: [activityId] });
  const neighbour = await tenant.person({ activities: [otherActivity] });
  const payroll = await tenant.person({ roles: ["payroll"] });
  const staff = await tenant.person({ roles: ["accompagnateur"] });
  const create = (caller = entrepreneur.caller, customer: CustomerText = lutins, key?: string) =>
    execute(tenant.host, caller, createCustomer, { activityId, customer }, { idempotencyKey: key });
  return { tenant, activityId, otherActivity, entrepreneur, neighbour, payroll, staff, create };
}

type Saved = { customerId: import("./customer.ts").CustomerId; version: number; alike: unknown[] };

describe("Créer un client", () => {
  it("le garde dans l'activité, avec sa trace ; l'équipe d'appui peut le faire aussi", async () => {
    const { tenant, create, staff, activityId } = await setting();
    const saved = (await create()) as Saved;
    expect(saved).toMatchObject({ version: 1, alike: [] });
    const stored = await tenant.run((tx) => findCustomer(tx, tenant.organizationId, saved.customerId));
    expect(stored).toMatchObject({ name: "Crèche Les Lutins", siren: "732829320", activityId, archived: false });
    expect(await create(staff.caller, { ...lutins, name: "Autre", siren: "356000000" })).toMatchObject({ version: 1 });
  });

  it("dit à qui il ressemble, sans l'empêcher", async () => {
    const { create } = await setting();
    const first = (await create()) as Saved;
    const sameSiren = (await create(undefined, { ...lutins, name: "Lutins (siège)" })) as Saved;
    expect(sameSiren.alike).toEqual([{ id: first.customerId, name: "Crèche Les Lutins" }]);
    const sameName = (await create(undefined, { ...lutins, name: "CRECHE les lutins", siren: "356000000" })) as Saved;
    expect(sameName.alike).toHaveLength(1);
  });

  it("répond la même chose au second clic, et refuse la clé pour autre chose", async () => {
    const { tenant, create, activityId } = await setting();
    const first = await create(undefined, lutins, "cle-de-test-1");
    expect(await create(undefined, lutins, "cle-de-test-1")).toEqual(first);
    expect(await create(undefined, { ...lutins, name: "X" }, "cle-de-test-1")).toMatchObject({
      code: "input.keyReused",
    });
    const query = {
      organizationId: tenant.organizationId,
      activities: new Set([activityId]),
      search: "",
      archived: false,
      limit: 10,
      offset: 0,
    };
    expect(await tenant.run((tx) => countCustomers(tx, query))).toBe(1);
  });

  it("refuse champ par champ, sans rien écrire", async () => {
    const { create } = await setting();
    const refusal = (await create(undefined, { ...lutins, siren: "", email: "x" })) as Refusal;
    expect(refusal).toMatchObject({ kind: "invalid", code: "input.invalid" });
    expect(fieldsOf(refusal)).toEqual({ siret: "customer.sirenMissing", email: "customer.email" });
  });

  it("refuse qui n'est pas de l'activité, la paie, une autre coopérative", async () => {
    const { create, neighbour, payroll, activityId } = await setting();
    expect(await create(neighbour.caller)).toMatchObject({ kind: "missing", code: "customer.missing" });
    expect(await create(payroll.caller)).toMatchObject({ kind: "forbidden", code: "customer.notAllowed" });
    const elsewhere = await freshTenant();
    const direction = await elsewhere.person({ roles: ["direction"] });
    expect(
      await execute(elsewhere.host, direction.caller, createCustomer, { activityId, customer: lutins }),
    ).toMatchObject({ code: "customer.missing" });
  });
});

describe("Modifier et archiver", () => {
  it("le second qui modifie est prévenu, rien n'est écrasé", async () => {
    const { tenant, create, entrepreneur, staff } = await setting();
    const { customerId } = (await create()) as Saved;
    const change = (caller: typeof staff.caller, city: string, version: number) =>
      execute(tenant.host, caller, updateCustomerRecord, {
        customerId,
        version,
        customer: { ...lutins, street: "1 rue Haute", postalCode: "29200", city },
      });
    expect(await change(entrepreneur.caller, "Brest", 1)).toMatchObject({ version: 2 });
    expect(await change(staff.caller, "Quimper", 1)).toMatchObject({ code: "customer.changedMeanwhile" });
    const stored = await tenant.run((tx) => findCustomer(tx, tenant.organizationId, customerId));
    expect(stored).toMatchObject({ city: "Brest", version: 2 });
  });

  it("une autre activité et une autre coopérative n'y touchent pas", async () => {
    const { tenant, create, neighbour } = await setting();
    const { customerId } = (await create()) as Saved;
    const input = { customerId, version: 1, customer: lutins };
    expect(await execute(tenant.host, neighbour.caller, updateCustomerRecord, input)).toMatchObject({
      kind: "missing",
    });
    expect(await execute(tenant.host, neighbour.caller, archiveCustomer, { customerId, archived: true })).toMatchObject(
      { kind: "missing" },
    );
    const elsewhere = await freshTenant();
    const boss = await elsewhere.person({ roles: ["administrator"] });
    expect(await execute(elsewhere.host, boss.caller, updateCustomerRecord, input)).toMatchObject({ kind: "missing" });
  });

  it("un client archivé ne se propose plus, et revient", async () => {
    const { tenant, create, entrepreneur, activityId } = await setting();
    const { customerId } = (await create()) as Saved;
    const names = () =>
      tenant.run(async (tx) =>
        (await customerChoices(tx, tenant.organizationId, activityId)).map((choice) => choice.name),
      );
    expect(await names()).toEqual(["Crèche Les Lutins"]);
    await execute(tenant.host, entrepreneur.caller, archiveCustomer, { customerId, archived: true });
    expect(await names()).toEqual([]);
    await execute(tenant.host, entrepreneur.caller, archiveCustomer, { customerId, archived: false });
    expect(await names()).toEqual(["Crèche Les Lutins"]);
  });
});

describe("Chercher", () => {
  it("par un bout de nom sans accent, un SIRET, un n° de TVA, dans ce qu'on voit seulement", async () => {
    const { tenant, create, activityId, otherActivity } = await setting();
    await create(undefined, { ...lutins, siret: "73282932000074", vatNumber: "FR44732829320" });
    await create(undefined, { ...lutins, name: "La Poste 100 %", siren: "356000000" });
    const search = (text: string, activities = new Set([activityId])) =>
      tenant.run(async (tx) =>
        (
          await listCustomers(tx, {
            organizationId: tenant.organizationId,
            activities,
            search: text,
            archived: false,
            limit: 10,
            offset: 0,
          })
        ).map((row) => row.name),
      );
    expect(await search("creche")).toEqual(["Crèche Les Lutins"]);
    expect(await search("732 829 320 000")).toEqual(["Crèche Les Lutins"]);
    expect(await search("fr44732")).toEqual(["Crèche Les Lutins"]);
    expect(await search("%")).toEqual(["La Poste 100 %"]);
    expect(await search("")).toEqual(["Crèche Les Lutins", "La Poste 100 %"]);
    expect(await search("creche", new Set([otherActivity]))).toEqual([]);
  });
});

describe("Importer", () => {
  const rows = [
    ["Crèche Les Lutins", "732829320"],
    ["Faux", "123456789"],
    ["La Poste", "356000000"],
  ];
  const setup = async () => {
    const all = await setting();
    const run = (options: { allOrNothing: boolean; skipKnown?: boolean }, caller = all.entrepreneur.caller) =>
      execute(all.tenant.host, caller, importCustomers, {
        activityId: all.activityId,
        rows,
        columns: ["name", "siren"],
        skipKnown: true,
        ...options,
      });
    const count = () =>
      all.tenant.run(async (tx) => (await customerChoices(tx, all.tenant.organizationId, all.activityId)).length);
    return { ...all, run, count };
  };

  it("tout ou rien : une ligne fausse, et rien n'est écrit", async () => {
    const { run, count } = await setup();
    expect(await run({ allOrNothing: true })).toMatchObject({
      code: "customer.importHasErrors",
      facts: { count: "1" },
    });
    expect(await count()).toBe(0);
  });

  it("les lignes justes seulement, sans les clients déjà là", async () => {
    const { run, count, create } = await setup();
    await create();
    expect(await run({ allOrNothing: false })).toEqual({ imported: 1, wrong: 1, known: 1 });
    expect(await count()).toBe(2);
    expect(await run({ allOrNothing: false })).toMatchObject({ code: "customer.importEmpty" });
    expect(await run({ allOrNothing: false, skipKnown: false })).toMatchObject({ imported: 2 });
  });

  it("est refusé à qui n'est pas de l'activité", async () => {
    const { run, neighbour, payroll, count } = await setup();
    expect(await run({ allOrNothing: false }, neighbour.caller)).toMatchObject({ kind: "missing" });
    expect(await run({ allOrNothing: false }, payroll.caller)).toMatchObject({ kind: "forbidden" });
    expect(await count()).toBe(0);
  });
});
