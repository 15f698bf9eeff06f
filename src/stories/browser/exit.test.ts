/** Somebody leaves the cooperative, is asked for news, and is found again as they were on any past day. */
import { afterAll, describe, expect, inject, it } from "vitest";
import { closeChromium, openScreen } from "../chromium.ts";
import { createVisitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const to = (path: string) => `/${world.home}${path}`;

async function directionScreen(width: number) {
  const screen = await openScreen({ baseURL: world.baseUrl, width, height: 844 });
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(world.logIns.direction, PASSWORD);
  await screen.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl })));
  return screen;
}

afterAll(closeChromium);

describe("Une sortie", () => {
  it("étant donné un CESA, quand la personne ouvre sa propre entreprise, alors son contrat finit, ses comptes se lisent, et chaque date passée la retrouve", async () => {
    const { page, finish } = await directionScreen(1280);
    await page.goto(to("/personnes/nouvelle"));
    await page.getByLabel("Prénom").fill("Maud");
    await page.getByLabel("Nom", { exact: true }).fill("Lescop");
    await page.getByLabel("Adresse e-mail").fill("maud.lescop@histoires.example");
    await page.getByRole("button", { name: "Ajouter" }).click();
    await page.waitForURL(/\/personnes\/[0-9a-f-]{36}/);
    const person = new URL(page.url()).pathname;

    await page.getByText("Enregistrer un contrat").click();
    await page.getByLabel("CESA").check();
    await page.getByLabel("Premier jour").fill("01/02/2025");
    await page.getByRole("button", { name: /Enregistrer le contrat/ }).click();
    await page.getByText("Depuis le 01/02/2025").waitFor();

    await page.getByRole("link", { name: "Sortie" }).click();
    await page.getByLabel("Comment").selectOption({ label: "Création de sa propre entreprise" });
    await page.getByLabel("Dernier jour").fill("31/10/2026");
    await page.getByLabel("Motif").fill("Son activité tient seule.");
    await page.getByLabel("Entreprise créée").fill("Lescop Paysage, SARL");
    await page.getByRole("button", { name: "Enregistrer la sortie" }).click();
    await page.getByRole("heading", { name: "Création de sa propre entreprise, le 31/10/2026" }).waitFor();
    expect(await page.getByText(/6 mois après, le 30\/04\/2027/).count()).toBe(1);

    // On any past day, as it was.
    await page.goto(`${person}/historique?au=30/10/2026`);
    const state = page.getByRole("table").first();
    expect(await state.textContent()).toContain("CESA");
    await page.goto(`${person}/historique?au=01/11/2026`);
    expect(await state.textContent()).not.toContain("CESA");
    expect(await state.textContent()).toContain("Création de sa propre entreprise");
    // As it was known before anybody recorded the exit: nothing of it.
    await page.goto(`${person}/historique?au=01/11/2026&connu=01/01/2020`);
    expect(await page.getByText("Rien n’était connu à cette date.").count()).toBe(1);
    await finish();
  });

  it("les clients et les factures s’emportent dans un seul fichier", async () => {
    const { page, finish } = await directionScreen(390);
    const { activityId, personId } = world.activities.A;
    await page.goto(to(`/personnes/${personId}/sortie`));
    const download = page.waitForEvent("download");
    await page
      .getByRole("link", { name: /Emporter/ })
      .first()
      .click();
    const file = await download;
    expect(file.url()).toContain(`/activites/${activityId}/emporter`);
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    await finish();
  });
});
