/** One leaves a long form by a link: what was typed waits in the tab, and nobody is stopped. */
import { afterAll, describe, expect, inject, it } from "vitest";
import { closeChromium, openScreen } from "../chromium.ts";
import { createVisitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const to = (path: string) => `/${world.home}${path}`;
const OFFER = "Reprendre ce que vous aviez saisi";

async function screenOf(who: "entrepreneurA" | "accountant" | "direction") {
  const screen = await openScreen({ baseURL: world.baseUrl });
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(world.logIns[who], PASSWORD);
  await screen.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl })));
  return screen;
}

afterAll(closeChromium);

describe("Je quitte un formulaire sans enregistrer", () => {
  it("une facture : je pars par un lien, je reviens, je reprends, j'enregistre, et rien ne reste", async () => {
    const { page, finish } = await screenOf("entrepreneurA");
    const offer = page.getByRole("button", { name: OFFER });
    await page.goto(to("/factures/nouvelle"));
    await page.getByRole("combobox", { name: "Client" }).and(page.locator("input")).waitFor();
    // Looked at, nothing typed: nothing to take up.
    await page.getByLabel("Objet").click();
    await page.goBack().catch(() => null);
    await page.goto(to("/factures/nouvelle"));
    await page.getByLabel("Objet").fill("Salle de bains");
    await page.getByRole("button", { name: "Ajouter un texte" }).click();
    await page.getByLabel("Texte", { exact: true }).fill("Délai : trois semaines");
    await page.getByRole("link", { name: "Factures", exact: true }).first().click();
    await page.waitForURL(/factures$/);
    await page.goBack();
    await offer.waitFor();
    expect(await page.getByLabel("Objet").inputValue()).toBe("");
    await offer.click();
    await expect.poll(() => page.getByLabel("Objet").inputValue()).toBe("Salle de bains");
    expect(await page.getByLabel("Texte", { exact: true }).inputValue()).toBe("Délai : trois semaines");
    // A reload, this time: what was taken up is not lost either.
    await page.reload();
    await offer.click();
    await expect.poll(() => page.getByLabel("Objet").inputValue()).toBe("Salle de bains");
    const customer = page.getByRole("combobox", { name: "Client" }).and(page.locator("input"));
    await customer.click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByLabel("Désignation").fill("Pose d’une douche");
    await page.getByLabel("Prix unitaire HT").fill("450");
    await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
    await page.waitForURL(/factures\/[0-9a-f-]{36}$/);
    await page.goto(to("/factures/nouvelle"));
    await customer.waitFor();
    expect(await offer.count()).toBe(0);
    await finish();
  });

  it("une écriture : les lignes reviennent; oubliée, elle ne revient plus; une autre personne n'en voit rien", async () => {
    const { page, finish } = await screenOf("accountant");
    const offer = page.getByRole("button", { name: OFFER });
    const leave = async () => {
      await page.getByLabel("Libellé", { exact: true }).first().fill("Assurance");
      await page.getByLabel("Compte", { exact: true }).first().fill("616000");
      await page.goto(to("/compta"));
      await page.goto(to("/compta/saisie"));
      await offer.waitFor();
    };
    await page.goto(to("/compta/saisie"));
    await leave();
    await offer.click();
    await expect.poll(() => page.getByLabel("Libellé", { exact: true }).first().inputValue()).toBe("Assurance");
    expect(await page.getByLabel("Compte", { exact: true }).first().inputValue()).toBe("616000");
    await leave();
    await page.getByRole("button", { name: "L’oublier" }).click();
    await expect.poll(() => offer.count()).toBe(0);
    await page.reload();
    await page.getByLabel("Libellé", { exact: true }).first().waitFor();
    const kept = () =>
      page.evaluate(() => Object.keys(window.sessionStorage).filter((place) => place.startsWith("saisie")));
    expect(await kept()).toEqual([]);
    await page.evaluate(
      (place) => {
        window.sessionStorage.setItem(
          place,
          JSON.stringify({ who: "Quelqu’un d’autre", values: [["label", "Secret"]] }),
        );
      },
      `saisie-en-cours:${to("/compta/saisie")} `,
    );
    await page.reload();
    await expect.poll(kept).toEqual([]);
    expect(await offer.count()).toBe(0);
    await finish();
  });
});

describe("J’ajoute plusieurs choses d’affilée", () => {
  it("ce qui vient d’être ajouté n’est plus dans les champs ; ce qui est refusé y reste ; on reste dans le formulaire", async () => {
    const { page, finish } = await screenOf("direction");
    await page.goto(to("/taches"));
    const what = page.getByRole("textbox", { name: "À faire" });
    const person = page.getByRole("combobox", { name: "Au sujet de" }).and(page.locator("input"));
    const add = page.getByRole("button", { name: "Ajouter", exact: true });
    await what.fill("Relire le contrat");
    await add.click();
    await page.locator("[aria-invalid=true]").first().waitFor();
    expect(await what.inputValue()).toBe("Relire le contrat");
    await person.click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await add.click();
    await page.getByText("Relire le contrat").first().waitFor();
    await expect.poll(() => what.inputValue()).toBe("");
    expect(await person.inputValue()).toBe("");
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute("name") ?? document.activeElement?.textContent);
    expect(await focused()).toBe("Ajouter");
    // Sent by Enter: the field that sent it has the focus again.
    await what.fill("Relire l’avenant");
    await person.click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await what.press("Enter");
    await page.getByText("Relire l’avenant").first().waitFor();
    await expect.poll(() => what.inputValue()).toBe("");
    expect(await focused()).toBe(await what.getAttribute("name"));
    await finish();
  });

  it("ce que je tape pendant que l’envoi est en route n’est pas effacé par son acceptation", async () => {
    const { page, finish } = await screenOf("direction");
    await page.goto(to("/taches"));
    const what = page.getByRole("textbox", { name: "À faire" });
    const person = page.getByRole("combobox", { name: "Au sujet de" }).and(page.locator("input"));
    let arrive = () => {};
    const travel = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route("**/*", async (route) => {
      if (route.request().method() === "POST") await travel;
      await route.continue();
    });
    await what.fill("Relire le bail");
    await person.click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const left = page.waitForRequest((request) => request.method() === "POST");
    await page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await left;
    await what.fill("Relire l’assurance");
    arrive();
    await page.getByText("Relire le bail").first().waitFor();
    expect(await what.inputValue()).toBe("Relire l’assurance");
    await page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await page.getByText("Relire l’assurance").first().waitFor();
    await expect.poll(() => what.inputValue()).toBe("");
    await finish();
  });
});
