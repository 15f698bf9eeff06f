/** Une salle sur deux téléphones et un écran : on entre par un code, les cartes arrivent en direct, le sondage s’ouvre et se ferme devant tous. */
import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { accessibilityFaults, closeChromium, openScreen, overflow } from "../chromium.ts";
import { createVisitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const { network } = world;
const to = (path: string) => `/${network.slug}${path}`;
/** Where pictures are left, when somebody asks for them. */
const pictures = process.env.ESSAIM_PICTURES;

async function seen(page: Page, name: string): Promise<void> {
  expect(await accessibilityFaults(page), name).toEqual([]);
  expect(await overflow(page), name).toBe(0);
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

async function animator(width: number) {
  const screen = await openScreen({ baseURL: world.baseUrl, width });
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(network.logIns.animator, PASSWORD);
  await screen.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl })));
  return screen;
}

/** Somebody without an account, who reads the code on the screen. */
async function guest(code: string, firstName: string, script = true) {
  const screen = await openScreen({ baseURL: world.baseUrl, width: 390, height: 844, script });
  const { page } = screen;
  await page.goto("/r");
  await page.getByLabel("Code de la salle").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Entrer" }).click();
  await page.getByLabel("Votre prénom").fill(firstName);
  await page.getByRole("button", { name: "Entrer" }).click();
  await page.getByRole("heading", { name: "Ajouter une carte" }).waitFor();
  return screen;
}

async function write(page: Page, lane: string, body: string): Promise<void> {
  await page.getByRole("radio", { name: lane }).check();
  await page.getByLabel("Votre carte").fill(body);
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await page.getByRole("region", { name: "Mes cartes" }).getByRole("paragraph").filter({ hasText: body }).waitFor();
}

afterAll(closeChromium);

describe("Une salle, sur deux téléphones et un écran", () => {
  it("se vit du code à la fermeture", async () => {
    const desk = await animator(1280);
    const { page } = desk;
    await page.goto(to("/salles/nouvelle"));
    await page.getByLabel("Titre").fill("Quelle forme pour agir ensemble ?");
    await page
      .getByLabel("Question posée")
      .fill("Pour chaque scénario : ce qui freine, ce qui fait peur, ce qui aide.");
    await page.getByRole("radio", { name: "Scénarios" }).check();
    await seen(page, "nouvelle-salle");
    await page.getByRole("button", { name: "Ouvrir la salle" }).click();
    // What is missing is said beside its field, and what was typed is kept.
    await page.getByText("Écrivez de un à huit scénarios, un par ligne.").first().waitFor();
    await page.getByRole("textbox", { name: "Scénarios" }).fill("Informelle\nStructure inter-réseaux\nFédérale");
    await page.getByRole("button", { name: "Ouvrir la salle" }).click();
    await page.waitForURL(/salles\/[0-9a-f-]{36}$/);
    const room = new URL(page.url()).pathname;
    const code = (await page.getByText(/^[A-Z2-9]{3} [A-Z2-9]{3}$/).textContent())?.replace(" ", "") ?? "";

    const screen = await animator(1280);
    await screen.page.goto(`${room}/ecran`);
    await screen.page.getByText("En direct").waitFor();
    const lou = await guest(code, "Lou");
    const max = await guest(`${code.slice(0, 3)} ${code.slice(3)}`, "Max");
    await lou.page.getByText("En direct").waitFor();
    await seen(lou.page, "telephone-entre");

    await write(lou.page, "Freins", "Manque de temps");
    await screen.page.getByText("Manque de temps").waitFor();
    await write(max.page, "Craintes", "Perdre son autonomie");
    await write(max.page, "Freins", "Pas assez de temps");
    await screen.page.getByText("Pas assez de temps").waitFor();
    // The other telephone has it too, without anybody reading its page again.
    await lou.page.getByRole("button", { name: "Soutenir « Pas assez de temps »" }).click();
    await screen.page.getByText("1 soutien").waitFor();
    await seen(screen.page, "ecran-cartes");
    await seen(max.page, "telephone-cartes");

    await page.getByRole("checkbox", { name: "Choisir « Manque de temps »" }).check();
    await page.getByRole("button", { name: "Regrouper" }).click();
    await page.getByText("Choisissez au moins deux cartes à regrouper.").waitFor();
    await page.getByRole("checkbox", { name: "Choisir « Manque de temps »" }).check();
    await page.getByRole("checkbox", { name: "Choisir « Pas assez de temps »" }).check();
    await page.getByRole("button", { name: "Regrouper" }).click();
    await screen.page.getByText("Regroupe aussi").waitFor();
    await seen(page, "animation");

    await page.getByText("Préparer un sondage").click();
    await page.getByLabel("Question du sondage").fill("Que pensez-vous de chaque scénario ?");
    await page.getByRole("button", { name: "Préparer", exact: true }).click();
    await page.getByRole("button", { name: "Ouvrir le sondage" }).click();
    // It opens before everyone's eyes.
    await screen.page.getByText("Personne n’a encore répondu").waitFor();
    await lou.page.getByRole("group", { name: "Informelle" }).getByLabel("Favorable", { exact: true }).check();
    await lou.page.getByRole("group", { name: "Fédérale" }).getByLabel("Défavorable").check();
    await lou.page.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await max.page.getByRole("group", { name: "Informelle" }).getByLabel("Sans opinion").check();
    await max.page.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await screen.page.getByText("2 personnes ont répondu").waitFor();
    await screen.page.getByText("Les résultats s’affichent à la fermeture.").waitFor();
    await seen(lou.page, "telephone-sondage");

    await page.getByRole("button", { name: "Fermer le sondage" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Fermer le sondage" }).click();
    // And closes before everyone's eyes, as a poll and never as a vote.
    await screen.page.getByText("Voir les chiffres").click();
    await screen.page.getByRole("row", { name: "Informelle 1 0 0 1" }).waitFor();
    await lou.page.getByText("Voir les chiffres").waitFor();
    expect(await screen.page.getByText(/\bvotes?\b/i).count()).toBe(0);
    await seen(screen.page, "ecran-resultats");

    await page.getByRole("button", { name: "Fermer la salle" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Fermer la salle" }).click();
    await lou.page.getByText("La salle est fermée").waitFor();
    await seen(lou.page, "telephone-fermee");
    await page.goto(to("/salles"));
    await seen(page, "salles");
    for (const { finish } of [desk, screen, lou, max]) await finish();
  });

  it("sans script, on entre, on écrit et on répond aussi", async () => {
    const desk = await animator(390);
    const { page } = desk;
    await page.goto(to("/salles/nouvelle"));
    await page.getByLabel("Titre").fill("Sans script");
    await page.getByRole("button", { name: "Ouvrir la salle" }).click();
    await page.waitForURL(/salles\/[0-9a-f-]{36}$/);
    await seen(page, "animation-telephone");
    const code = (await page.getByText(/^[A-Z2-9]{3} [A-Z2-9]{3}$/).textContent()) ?? "";
    const { page: phone, finish } = await guest(code, "Ana", false);
    await write(phone, "Propositions", "Partager les formations");
    await page.getByText("Partager les formations").waitFor();
    await finish();
    await desk.finish();
  });

  it("un code qui n’ouvre rien le dit, un code mal tapé aussi", async () => {
    const { page, finish } = await openScreen({ baseURL: world.baseUrl, width: 390 });
    await page.goto("/r");
    await page.getByLabel("Code de la salle").fill("ABC");
    await page.getByRole("button", { name: "Entrer" }).click();
    await page.getByText("Un code compte six lettres ou chiffres.").first().waitFor();
    await page.goto("/r/ABCDEF");
    await page.getByRole("heading", { name: "Ce code n’ouvre aucune salle" }).waitFor();
    await seen(page, "code-perdu");
    await finish();
  });
});
