/** Les vues et l’affichage que chacun choisit pour ses listes. Sur la vraie base. */
import { beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { loadPresence } from "#modules/membership/index.server.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { arrangeList } from "./arrange-list.command.ts";
import { listChoices } from "./list.store.ts";
import { removeView, renameView, saveView } from "./save-view.command.ts";

let tenant: TestTenant;
let samira: TestPerson;
let karim: TestPerson;

beforeAll(async () => {
  tenant = await freshTenant();
  samira = await tenant.person();
  karim = await tenant.person({ roles: ["administrator"] });
});

const choices = (who: TestPerson) =>
  tenant.run(async (tx) => {
    const presence = await loadPresence(tx, who.caller, tenant.host.clock());
    if (presence === null) throw new Error("no presence");
    return listChoices(tx, presence.actor);
  });
const save = (who: TestPerson, name: string, search = "etat=late", list = "factures") =>
  execute(tenant.host, who.caller, saveView, { list, search, name });
async function saved(who: TestPerson, name: string, search?: string): Promise<string> {
  const result = await save(who, name, search);
  if (isRefusal(result)) throw new Error(result.code);
  return result.viewId;
}

describe("Une vue", () => {
  it("retient l’adresse d’une liste, sans la page où l’on est, dans un ordre qui se compare", async () => {
    await saved(samira, "En retard", "?tri=-date&page=3&apres=x&etat=late&sans=title");
    expect((await choices(samira)).views).toMatchObject([
      { list: "factures", name: "En retard", search: "etat=late&sans=title&tri=-date" },
    ]);
  });

  it("a un nom à elle dans sa liste, sans égard aux majuscules", async () => {
    await saved(samira, "Ce mois");
    expect(await save(samira, "ce MOIS")).toMatchObject({ code: "view.nameTaken", field: "name" });
    expect(isRefusal(await save(samira, "Ce mois", "", "devis"))).toBe(false);
    const viewId = await saved(samira, "Autre mois");
    const rename = (name: string) => execute(tenant.host, samira.caller, renameView, { viewId, name });
    expect(await rename("Ce mois")).toMatchObject({ code: "view.nameTaken" });
    expect(await rename("AUTRE mois")).toEqual({ viewId });
    expect(await rename("")).toMatchObject({ fields: { name: "field.required" } });
  });

  it("est à une personne : une autre ne la voit, ne la renomme ni ne la supprime", async () => {
    const viewId = await saved(samira, "À moi");
    expect((await choices(karim)).views).toEqual([]);
    const missing = { kind: "missing", code: "view.missing" };
    expect(await execute(tenant.host, karim.caller, renameView, { viewId, name: "À lui" })).toMatchObject(missing);
    expect(await execute(tenant.host, karim.caller, removeView, { viewId })).toMatchObject(missing);
    const elsewhere = await freshTenant();
    const stranger = await elsewhere.person({ roles: ["administrator"] });
    expect(await execute(elsewhere.host, stranger.caller, removeView, { viewId })).toMatchObject(missing);
    expect(await execute(tenant.host, samira.caller, removeView, { viewId })).toEqual({ viewId });
    expect((await choices(samira)).views.map(({ name }) => name)).not.toContain("À moi");
  });

  it("au-delà de vingt, dit de faire de la place", async () => {
    for (let index = 0; index < 20; index++) await saved(karim, `Vue ${index}`);
    expect(await save(karim, "Une de trop")).toMatchObject({ code: "view.tooMany", facts: { count: "20" } });
  });

  it("refuse une adresse qui n’est pas celle d’une liste", async () => {
    expect(await save(karim, "Ailleurs", "", "https://ailleurs.example")).toMatchObject({ kind: "invalid" });
  });
});

describe("L’affichage d’une liste", () => {
  const arrange = (hidden: readonly string[], density: string | null) =>
    execute(tenant.host, samira.caller, arrangeList, { list: "clients", hidden, density });

  it("se retient par personne et par liste, et s’oublie quand on revient à l’habitude", async () => {
    await arrange(["city"], "compact");
    await arrange(["city", "email"], "compact");
    expect((await choices(samira)).arranged).toEqual({ clients: { hidden: ["city", "email"], density: "compact" } });
    expect((await choices(karim)).arranged).toEqual({});
    await arrange([], null);
    expect((await choices(samira)).arranged).toEqual({});
  });

  it("refuse ce qui n’est pas une colonne ou une hauteur", async () => {
    expect(await arrange(["<b>"], null)).toMatchObject({ kind: "invalid" });
    expect(await arrange([], "énorme")).toMatchObject({ kind: "invalid" });
  });
});
