import { mkdir } from "node:fs/promises";
import { PDF } from "@libpdf/core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults, closeChromium, openScreen, overflow } from "../chromium.ts";
import { removeDataFolders } from "../harness/folder.ts";
import { killPrograms } from "../harness/program.ts";
import {
  chooseIn,
  countControls,
  linkSentTo,
  pressLetter,
  type RunningApplication,
  startEmptyApplication,
  tabTo,
} from "./journey.ts";

/** The pictures of the README: taken by the story, so that they stay true. */
const PICTURES = process.env.ESSAIM_PICTURES ?? ".cache/pictures";
const SECRET = "une phrase de passe bien longue";

type Person = { page: Page; finish: () => Promise<void> };
let application: RunningApplication;
let staff: Person;
let entrepreneur: Person;
let controls: Awaited<ReturnType<typeof countControls>>;

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

  it("ce qui compte les gestes compte ceux d'une personne, et rien d'autre", async () => {
    const { page } = await openScreen({ width: 1280 });
    const { used, began } = await countControls(page);
    await page.goto(
      `data:text/html,<a href="%23b">Lien</a><label><input type="checkbox">Case</label><input name="nom"><button>Bouton</button>`,
    );
    await page.getByRole("link").click();
    await page.getByText("Case").click();
    await page.getByRole("textbox").click();
    await page.keyboard.type("Lutins");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("v");
    await page.evaluate(() => document.querySelector("button")?.click());
    expect(used()).toEqual(["click Lien", "click Case", "field nom", "click Bouton", "key v"]);
    began();
    expect(used()).toEqual([]);
  });

  it("la première facture d'un client connu : 60 secondes et 12 gestes au plus", async () => {
    const { page } = entrepreneur;
    controls = await countControls(page);
    await page.goto(to(""));
    const start = Date.now();
    controls.began();
    await page.getByRole("link", { name: "Créer une facture" }).click();
    await chooseIn(page, /Client/, "Lut");
    await page.locator('[name="lines.0.name"]').fill("Remplacement du chauffe-eau");
    await page.locator('[name="lines.0.unitPrice"]').fill("1 240,50");
    const seconds = (Date.now() - start) / 1000;
    await look(page, "facture-saisie");
    const again = Date.now();
    await page.getByRole("button", { name: "Envoyer pour relecture" }).click();
    await page.getByText("À relire par la coopérative").first().waitFor();
    const used = controls.used();
    // The link, the customer, two fields, the button: less would mean that they are not counted.
    expect(used.length, used.join(" · ")).toBeGreaterThanOrEqual(5);
    expect(used.length, used.join(" · ")).toBeLessThanOrEqual(12);
    expect(seconds + (Date.now() - again) / 1000).toBeLessThanOrEqual(60);
  });

  it("un devis, puis une autre facture, sans jamais toucher la souris", async () => {
    const { page } = entrepreneur;
    for (const [letter, address, price] of [
      ["d", /devis\/nouveau/, "980"],
      ["f", /factures\/nouvelle/, "310"],
    ] as const) {
      await page.goto(to(""));
      controls.began();
      await pressLetter(page, "n");
      await page.keyboard.press(letter);
      await page.waitForURL(address);
      await page
        .getByRole("combobox", { name: /Client/ })
        .and(page.locator("input"))
        .waitFor();
      await tabTo(page, /^Client/);
      await page.keyboard.type("Lut");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await tabTo(page, /^Désignation/);
      await page.keyboard.type("Pose d’un robinet");
      await tabTo(page, /^Prix unitaire/);
      await page.keyboard.type(price);
      await tabTo(page, /Envoyer pour relecture/);
      await page.keyboard.press("Enter");
      await page.getByText("À relire par la coopérative").first().waitFor();
      const used = controls.used();
      expect(used.length, used.join(" · ")).toBeGreaterThanOrEqual(5);
      expect(used.length, used.join(" · ")).toBeLessThanOrEqual(12);
    }
  });

  it("quand l'équipe d'appui relit au clavier, alors elle valide, rend et passe au suivant; le PDF porte son XML", async () => {
    const { page } = staff;
    await page.goto(to("/a-relire"));
    await page.getByRole("heading", { name: "À relire" }).waitFor();
    await look(page, "a-relire");
    const decide = async (letter: "v" | "e", button: string) => {
      await pressLetter(page, letter);
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      if (letter === "e") {
        await tabTo(page, /Votre demande/);
        await page.keyboard.type("Le taux est de 10 %.");
      }
      await tabTo(page, new RegExp(button));
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
    };
    // Oldest first: the invoice, the quote, the other invoice.
    await pressLetter(page, "j");
    await page.keyboard.press("Enter");
    await page.getByText("1 sur 3").waitFor();
    await pressLetter(page, "j");
    await page.getByText("2 sur 3").waitFor();
    await pressLetter(page, "k");
    await page.getByText("1 sur 3").waitFor();
    await decide("v", "Valider et émettre");
    await page.getByText("1 sur 2").waitFor();
    await page.getByRole("heading", { name: /devis/i }).first().waitFor();
    await decide("v", "Valider");
    await page.getByText("1 sur 1").waitFor();
    await decide("e", "Demander une correction");
    await page.waitForURL(/a-relire$/);
    await page.getByText("Aucun document n’attend votre relecture.").waitFor();
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
