/** A session ends while somebody writes: what was typed waits for them, and for them only. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { closeChromium, openScreen } from "../chromium.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const to = (path: string) => `/${world.home}${path}`;

async function enter(page: Page, who: "entrepreneurA" | "accountant"): Promise<void> {
  await page.getByLabel("Adresse e-mail").fill(world.logIns[who]);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
}

async function writing(script = true) {
  const screen = await openScreen({ baseURL: world.baseUrl, script });
  await screen.page.goto(`/connexion?suite=${to("/devis/nouveau")}`);
  await enter(screen.page, "entrepreneurA");
  return screen;
}

afterAll(closeChromium);

describe("La session prend fin pendant que j'écris", () => {
  it("un devis : je me reconnecte, tout est revenu, et je l'enregistre", async () => {
    const { page, context, finish } = await writing();
    await page.getByLabel("Objet").fill("Salle de bains");
    await page.getByLabel("Désignation").fill("Pose d’une douche");
    await page.getByLabel("Prix unitaire HT").fill("450");
    await page.getByRole("button", { name: "Ajouter un texte" }).click();
    await page.getByLabel("Texte", { exact: true }).fill("Délai : trois semaines");
    const customer = page.getByRole("combobox", { name: "Client" }).and(page.locator("input"));
    await customer.click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const chosen = await customer.inputValue();
    expect(chosen).not.toBe("");
    await context.clearCookies();
    await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
    await page.getByText("ce que vous aviez écrit vous attend").waitFor();
    await enter(page, "entrepreneurA");
    await page.getByText("Votre session avait pris fin").waitFor();
    expect(page.url()).toContain(to("/devis/nouveau"));
    expect(await page.getByLabel("Objet").inputValue()).toBe("Salle de bains");
    expect(await page.getByLabel("Désignation").inputValue()).toBe("Pose d’une douche");
    expect(await page.getByLabel("Texte", { exact: true }).inputValue()).toBe("Délai : trois semaines");
    expect(await customer.inputValue()).toBe(chosen);
    await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
    await page.getByText("Délai : trois semaines").waitFor();
    // Once sent, nothing is left of it.
    await page.goto(to("/devis/nouveau"));
    expect(await page.getByLabel("Objet").inputValue()).toBe("");
    await finish();
  });

  it("un client : ses champs reviennent aussi, mais pas pour une autre personne", async () => {
    const { page, context, finish } = await writing();
    const write = async () => {
      await page.goto(to("/clients/nouveau"));
      await page.getByLabel("Particulier").check();
      await page.getByLabel("Nom", { exact: true }).fill("Mme Jeanne Œuvrard");
      await context.clearCookies();
      await page.getByRole("button", { name: "Ajouter ce client" }).click();
      await page.getByText("ce que vous aviez écrit vous attend").waitFor();
    };
    await write();
    await enter(page, "entrepreneurA");
    await page.getByText("Votre session avait pris fin").waitFor();
    expect(await page.getByLabel("Nom", { exact: true }).inputValue()).toBe("Mme Jeanne Œuvrard");
    expect(await page.getByLabel("Particulier").isChecked()).toBe(true);
    await write();
    await enter(page, "accountant");
    await page.getByRole("heading", { name: "Nouveau client" }).waitFor();
    expect(await page.getByLabel("Nom", { exact: true }).inputValue()).toBe("");
    expect(await page.evaluate(() => window.sessionStorage.getItem("saisie"))).toBeNull();
    await finish();
  });

  it("sans script, une phrase dit comment retrouver la saisie, et l'on revient à sa page", async () => {
    const { page, context, finish } = await writing(false);
    await page.getByLabel("Objet").fill("Salle de bains");
    await context.clearCookies();
    await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
    await page.getByText("revenez en arrière pour retrouver votre saisie").waitFor();
    await enter(page, "entrepreneurA");
    expect(page.url()).toContain(to("/devis/nouveau"));
    await finish();
  });
});
