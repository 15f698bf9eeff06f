import { describe, expect, it } from "vitest";
import type { Refusal } from "#kernel/refusal.ts";
import { execute, fieldsOf } from "#platform/command.ts";
import { freshTenant } from "../../../testing/tenant.ts";
import { catalogueItems, findProduct } from "./catalogue.store.ts";
import { BLANK_PRODUCT, type ProductId, type ProductText, productText, readProduct } from "./product.ts";
import { archiveProduct, createProduct, updateProductRecord } from "./save-product.command.ts";

const pose: ProductText = { ...BLANK_PRODUCT, name: "Heure de pose", unit: "HUR", unitPrice: "45,50 €", vat: "S1000" };

async function setting() {
  const tenant = await freshTenant();
  const activityId = await tenant.activity();
  const entrepreneur = await tenant.person({ activities: [activityId] });
  const staff = await tenant.person({ roles: ["accountant"] });
  const payroll = await tenant.person({ roles: ["payroll"] });
  const stranger = await tenant.person({ activities: [await tenant.activity("Céramique Lou")] });
  const create = (caller = entrepreneur.caller, product = pose, key?: string) =>
    execute(tenant.host, caller, createProduct, { activityId, product }, { idempotencyKey: key });
  const items = () => tenant.run((tx) => catalogueItems(tx, tenant.organizationId, activityId));
  return { tenant, activityId, entrepreneur, staff, payroll, stranger, create, items };
}

describe("Le catalogue d'une activité", () => {
  it("garde un article au prix exact, et le propose à l'éditeur de lignes", async () => {
    const { create, items, staff } = await setting();
    await create();
    await create(staff.caller, { ...pose, name: "Argile", nature: "goods", unitPrice: "33,335", mode: "ttc" });
    expect(await items()).toMatchObject([
      { name: "Argile", unitPrice: 33_335_000n, mode: "ttc", account: "707", nature: "goods" },
      { name: "Heure de pose", unitPrice: 45_500_000n, account: "706", vat: { category: "S", rate: 1000 } },
    ]);
  });

  it("refuse champ par champ ce qui ne se lit pas", async () => {
    const { create, items } = await setting();
    const refusal = (await create(undefined, {
      ...pose,
      name: " ",
      unit: "coudée",
      unitPrice: "-3",
      vat: "S1900",
      account: "ventes",
    })) as Refusal;
    expect(fieldsOf(refusal)).toEqual({
      name: "product.name",
      unit: "product.unit",
      unitPrice: "product.unitPrice",
      vat: "product.vat",
      account: "product.account",
    });
    expect(await items()).toEqual([]);
  });

  it("refuse l'activité d'autrui, la paie, une autre coopérative", async () => {
    const { create, stranger, payroll, activityId } = await setting();
    expect(await create(stranger.caller)).toMatchObject({ kind: "missing" });
    expect(await create(payroll.caller)).toMatchObject({ kind: "forbidden" });
    const elsewhere = await freshTenant();
    const boss = await elsewhere.person({ roles: ["direction"] });
    expect(await execute(elsewhere.host, boss.caller, createProduct, { activityId, product: pose })).toMatchObject({
      kind: "missing",
    });
  });

  it("un second clic ne crée rien ; le second qui modifie est prévenu ; un article rangé ne se propose plus", async () => {
    const { tenant, create, items, entrepreneur, staff, stranger } = await setting();
    const first = (await create(undefined, pose, "cle-de-test-1")) as { productId: ProductId };
    expect(await create(undefined, pose, "cle-de-test-1")).toEqual(first);
    expect(await items()).toHaveLength(1);
    const { productId } = first;
    const change = (caller: typeof staff.caller, unitPrice: string) =>
      execute(tenant.host, caller, updateProductRecord, { productId, version: 1, product: { ...pose, unitPrice } });
    expect(await change(stranger.caller, "1")).toMatchObject({ kind: "missing" });
    expect(await change(entrepreneur.caller, "50")).toMatchObject({ version: 2 });
    expect(await change(staff.caller, "60")).toMatchObject({ code: "product.changedMeanwhile" });
    const stored = await tenant.run((tx) => findProduct(tx, tenant.organizationId, productId));
    expect(stored).toMatchObject({ unitPrice: 50_000_000n });
    expect(stored && readProduct(productText(stored, "en"), "en")).toMatchObject({
      product: { unitPrice: 50_000_000n },
    });
    await execute(tenant.host, entrepreneur.caller, archiveProduct, { productId, archived: true });
    expect(await items()).toEqual([]);
  });
});
