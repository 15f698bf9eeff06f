import { mkdir } from "node:fs/promises";
import { PDF } from "@libpdf/core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults, closeChromium, openScreen, overflow } from "../chromium.ts";
import { removeDataFolders } from "../harness/folder.ts";
import { killPrograms } from "../harness/program.ts";
import { chooseIn, countControls, linkSentTo, type RunningApplication, startEmptyApplication } from "./journey.ts";

/** The pictures of the README: taken by the story, so that they stay true. */
const PICTURES = process.env.ESSAIM_PICTURES ?? ".cache/pictures";
const SECRET = "une phrase de passe bien longue";

type Person = { page: Page; finish: () => Promise<void> };
let application: RunningApplication;
let staff: Person;
let entrepreneur: Person;

const to = (path: string) => `${application.baseURL}/l-etabli${path}`;

/** A page that a person has before their eyes: nothing fails, nothing overflows, axe finds nothing. */
async function look(page: Page, name: string): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  application = await startEmptyApplication();
  staff = await openScreen({ width: 1280, baseURL: application.baseURL });
  entrepreneur = await openScreen({ width: 1280, baseURL: application.baseURL });
}, 120_000);

afterAll(async () => {
  await closeChromium();
  await killPrograms();
  await removeDataFolders();
});

describe("La boucle de l'argent, de l'ouverture de la coopérative à l'argent disponible", () => {
  it("étant donné une instance vide, quand j'ouvre ma coopérative, alors j'arrive sur mon accueil", async () => {
    const { page } = staff;
    await page.goto(application.baseURL);
    expect(page.url()).toContain("/premiers-pas");
    await page.getByLabel("Nom", { exact: true }).first().fill("L’Établi");
    await page.getByLabel("Forme juridique").fill("SCOP SARL à capital variable");
    await page.getByLabel("SIREN", { exact: true }).fill("732 829 320");
    await page.getByLabel("SIRET du siège").fill("732 829 320 00074");
    await page.getByLabel("Adresse").first().fill("12 rue de l’Atelier");
    await page.getByLabel("Code postal").fill("29200");
    await page.getByLabel("Ville").fill("Brest");
    await page.getByLabel("Prénom").fill("Karim");
    await page.getByLabel("Nom", { exact: true }).last().fill("Benali");
    await page.getByLabel("Votre adresse e-mail").fill("karim@etabli.example");
    await page.getByLabel("Votre mot de passe").fill(SECRET);
    await page.getByRole("button", { name: "Ouvrir la coopérative" }).click();
    await page.getByRole("heading", { name: /Bonjour/ }).waitFor();
    await look(page, "accueil-direction");
  });

  it("quand j'ouvre une activité et j'y fais entrer une personne, alors elle reçoit son invitation", async () => {
    const { page } = staff;
    await page.goto(to("/personnes/nouvelle"));
    await page.getByLabel("Prénom").fill("Samira");
    await page.getByLabel("Nom", { exact: true }).fill("Roux");
    await page.getByLabel("Adresse e-mail").fill("samira@roux.example");
    await page.getByRole("button", { name: "Ajouter" }).click();
    await page.getByRole("heading", { name: /Samira Roux/ }).waitFor();
    await page.goto(to("/activites/nouvelle"));
    await page.getByLabel("Enseigne").fill("Plomberie Roux");
    await page.getByLabel("Ouverte le").fill("1/1/2026");
    await page.getByRole("button", { name: "Ouvrir l’activité" }).click();
    await chooseIn(page, /Personne/, "Sam");
    await page.getByLabel("Premier jour").fill("1/1/2026");
    await page.getByRole("button", { name: "Faire entrer" }).click();
    await page.getByRole("link", { name: "Samira Roux" }).waitFor();
    expect(await linkSentTo(application.data, "samira@roux.example")).toContain("/mot-de-passe/");
  });

  it("étant donné l'invitation, quand Samira choisit son mot de passe, alors elle entre et voit par où commencer", async () => {
    const { page } = entrepreneur;
    await page.goto(await linkSentTo(application.data, "samira@roux.example"));
    await page
      .getByLabel(/mot de passe/i)
      .first()
      .fill(SECRET);
    await page
      .getByRole("button")
      .filter({ hasText: /mot de passe|Enregistrer|Choisir/ })
      .first()
      .click();
    await page.waitForURL(/connexion|l-etabli/);
    if (page.url().includes("connexion")) {
      await page.getByLabel(/adresse e-mail/i).fill("samira@roux.example");
      await page
        .getByLabel(/mot de passe/i)
        .first()
        .fill(SECRET);
      await page
        .getByRole("button", { name: /connecter/i })
        .first()
        .click();
    }
    await page.getByText("Pour bien démarrer").waitFor();
    await look(page, "premiers-pas");
  });

  it("quand elle ajoute un client avec une faute, alors une phrase l'aide et rien n'est perdu", async () => {
    const { page } = entrepreneur;
    await page.goto(to("/clients/nouveau"));
    await page.getByLabel(/^Nom/).first().fill("Crèche Les Lutins");
    await page.getByLabel("SIREN", { exact: false }).first().fill("123 456 789");
    await page
      .getByRole("button", { name: /Ajouter|Enregistrer|Créer/ })
      .last()
      .click();
    await page.getByRole("alert").first().waitFor();
    expect(await page.getByLabel(/^Nom/).first().inputValue()).toBe("Crèche Les Lutins");
    await page.getByLabel("SIREN", { exact: false }).first().fill("552 081 317");
    await page.getByLabel("Adresse", { exact: false }).first().fill("4 place du Marché");
    await page.getByLabel("Code postal").fill("29200");
    await page.getByLabel("Ville").fill("Brest");
    await page
      .getByRole("button", { name: /Ajouter|Enregistrer|Créer/ })
      .last()
      .click();
    await page.getByRole("heading", { name: "Crèche Les Lutins" }).waitFor();
  });

  it("la première facture d'un client connu : 60 secondes et 12 gestes au plus", async () => {
    const { page } = entrepreneur;
    const controls = await countControls(page);
    await page.goto(to(""));
    const began = Date.now();
    await page.evaluate(() => sessionStorage.setItem("controls", "0"));
    await page.getByRole("link", { name: "Créer une facture" }).click();
    await chooseIn(page, /Client/, "Lut");
    await page.locator('[name="lines.0.name"]').fill("Remplacement du chauffe-eau");
    await page.locator('[name="lines.0.unitPrice"]').fill("1 240,50");
    await look(page, "facture-saisie");
    await page.getByRole("button", { name: "Envoyer pour relecture" }).click();
    await page.getByText("À relire par la coopérative").first().waitFor();
    expect(await controls()).toBeLessThanOrEqual(12);
    expect((Date.now() - began) / 1000).toBeLessThanOrEqual(60);
  });

  it("quand l'équipe d'appui la valide au clavier, alors elle prend son numéro et le PDF porte son XML", async () => {
    const { page } = staff;
    await page.goto(to("/a-relire"));
    await look(page, "a-relire");
    await page.getByRole("link", { name: "Relire un par un" }).click();
    await page.getByRole("heading", { name: "Brouillon de facture" }).waitFor();
    await page.locator("body").press("v");
    await page.getByRole("dialog").getByRole("button", { name: "Valider et émettre" }).click();
    await page.waitForURL(/a-relire$/);
    await page.goto(to("/factures"));
    await page.getByRole("link", { name: "F2026-00001" }).click();
    await page.getByRole("heading", { name: /F2026-00001/ }).waitFor();
    const answer = await page.request.get(`${page.url()}/pdf`);
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    const pdf = await PDF.load(new Uint8Array(await answer.body()));
    expect(new TextDecoder().decode(pdf.getAttachment("factur-x.xml") ?? new Uint8Array())).toContain("F2026-00001");
    await look(page, "facture");
  });

  it("quand le paiement arrive, alors l'argent est disponible et chaque ligne mène à ses écritures", async () => {
    const { page } = staff;
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("Payée", { exact: true }).first().waitFor();
    const own = entrepreneur.page;
    await own.goto(to(""));
    await own.getByText("Mon argent disponible").waitFor();
    await look(own, "accueil");
    await own.goto(to("/argent"));
    // 1 240,50 € HT + 248,10 € of VAT received; the VAT is due to the State, the contribution to the cooperative.
    await own.getByText("1 488,60 €").first().waitFor();
    await own.getByText("248,10 €").first().waitFor();
    await look(own, "argent");
    await own
      .getByRole("link", { name: /compte 512/ })
      .first()
      .click();
    await own.getByRole("heading", { name: "Grand livre" }).waitFor();
    await look(own, "grand-livre");
    await own.getByRole("link", { name: /BQ/ }).first().click();
    await own.getByRole("link", { name: "Ouvrir la pièce" }).click();
    await own.getByRole("heading", { name: /F2026-00001/ }).waitFor();
  });

  it("sur un téléphone de 320 points, rien ne déborde et tout se lit", async () => {
    const { page } = entrepreneur;
    await page.setViewportSize({ width: 320, height: 800 });
    for (const path of ["", "/factures", "/argent", "/clients", "/factures/nouvelle"]) {
      await page.goto(to(path));
      await look(page, path === "" ? "phone" : `phone${path.replaceAll("/", "-")}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("et personne n'a vu d'erreur", async () => {
    await staff.finish();
    await entrepreneur.finish();
  });
});
