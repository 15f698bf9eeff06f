/** Une formation partagée dans un réseau : proposée, réservée, tenue, répartie au centime ; une autre session, annulée. */
import { PDF } from "@libpdf/core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Runtime } from "../../runtime.ts";
import { closeChromium } from "../chromium.ts";
import { openBeside } from "../harness/beside.ts";
import { inDays } from "../harness/days.ts";
import { emailOf } from "../harness/world-inputs.ts";
import { openTrainingStory } from "../harness/world-training.ts";
import { as, confirm, fits, given, seen, to } from "./network-screen.ts";

const world = inject("world");
const [ECLUSES, LANDES, PHARE] = ["Coop des Écluses", "Coop des Landes", "Coop du Phare"];
const COURSE = "Chiffrer un chantier à plusieurs";

type Screen = Awaited<ReturnType<typeof as>>;
const screens: Screen[] = [];
async function screenOf(key: string, script = true): Promise<Page> {
  const screen = await as(emailOf(key), script);
  screens.push(screen);
  return screen.page;
}

const plain = (text: string) => text.replace(/\s+/gu, " ");
const said = async (page: Page) => plain((await page.locator("main").textContent()) ?? "");
const typedDay = (days: number) => inDays(days).split("-").reverse().join("/");

/** The lines of who comes: structure, seats, what it bears; then the total. */
async function shares(page: Page): Promise<string[]> {
  const rows = await page.getByRole("table", { name: "Qui vient" }).getByRole("row").all();
  const cells = await Promise.all(rows.map(async (row) => row.locator("th, td").allTextContents()));
  return cells.slice(1).map((texts) => texts.map(plain).join(" | "));
}

/** A field by its words, whether or not they say that it may be left empty. */
const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}( \\(facultatif\\))?$`));

async function plan(page: Page, words: Readonly<Record<string, string>>, split: string): Promise<string> {
  for (const [label, text] of Object.entries(words)) await field(page, label).fill(text);
  await page.getByRole("radio", { name: split }).check();
  await page.getByRole("button", { name: "Programmer une session" }).click();
  await page.getByText("Session programmée.").waitFor();
  return new URL(page.url()).pathname;
}

async function book(page: Page, seats: string) {
  await page.getByLabel("Nombre de places").fill(seats);
  await page.getByRole("button", { name: "Réserver des places" }).click();
}

/** Booked, and told: what the session says of the structure is what it asked for. */
async function booked(page: Page, address: string, seats: string) {
  await page.goto(address);
  await book(page, seats);
  await page.getByText("Places enregistrées.").waitFor();
}

const textOf = async (bytes: Buffer) => {
  const pdf = await PDF.load(new Uint8Array(bytes));
  return plain(
    pdf
      .getPages()
      .map((page) => page.extractText().text)
      .join(" "),
  );
};

describe("Une formation partagée dans un réseau", () => {
  let beside: Runtime;
  let story: Awaited<ReturnType<typeof openTrainingStory>>;
  let ecluses: Page;
  let landes: Page;
  let phare: Page;
  let course: string;
  let session: string;

  beforeAll(async () => {
    beside = await openBeside(world.data, world.baseUrl);
    const { slug, logIns } = world.network;
    const names = { ecluses: ECLUSES, landes: LANDES, phare: PHARE } as Record<string, string>;
    story = await openTrainingStory(beside, { slug, chief: logIns.networkChief }, names);
    ecluses = await screenOf("ecluses");
    landes = await screenOf("landes");
    // The third one lives without script.
    phare = await screenOf("phare", false);
  }, 120_000);

  afterAll(async () => {
    await story?.close();
    await beside?.close();
    for (const { finish } of screens) await finish();
    await closeChromium();
  });

  it("étant donné une structure, quand elle propose une formation, alors une erreur se dit sans rien perdre et le catalogue la montre", async () => {
    await ecluses.goto(to("/formations"));
    await ecluses.getByRole("link", { name: "Proposer une formation" }).click();
    await ecluses.getByLabel("Titre").fill(COURSE);
    await ecluses.getByLabel("Pour qui").fill("Les métiers du bâtiment. Avoir déjà fait un devis.");
    await ecluses
      .getByLabel("Programme")
      .fill("Lire un plan, chiffrer à plusieurs.\nChacun repart avec un devis relu.");
    await ecluses.getByLabel("Qui forme").fill("Sacha Lenoir");
    await ecluses.getByLabel("Durée en heures").fill("deux j");
    await ecluses.getByRole("button", { name: "Proposer une formation" }).click();
    await ecluses.getByText("Écrivez une durée en heures, par quarts d’heure : 14, ou 3,5.").first().waitFor();
    expect(await ecluses.getByLabel("Durée en heures").inputValue()).toBe("deux j");
    expect(await ecluses.getByLabel("Programme").inputValue()).toContain("Chacun repart");
    await seen(ecluses, "formation-nouvelle");
    await ecluses.getByLabel("Durée en heures").fill("14");
    await ecluses.getByRole("button", { name: "Proposer une formation" }).click();
    await ecluses.getByText("Formation proposée.").waitFor();
    course = new URL(ecluses.url()).pathname;
    await ecluses.getByText("Pas encore de session.").waitFor();

    await landes.goto(to("/formations"));
    await landes.getByRole("link", { name: COURSE }).click();
    await landes.getByRole("heading", { level: 1, name: COURSE }).waitFor();
    // Whoever proposes it keeps it; the others read it.
    for (const act of ["Modifier la fiche", "Retirer du catalogue", "Programmer une session"]) {
      expect(await landes.getByRole("button", { name: act }).count()).toBe(0);
    }
    await seen(landes, "formation-lue");
  });

  it("quand elle programme une session, alors un jour passé se refuse et les autres lisent les places libres", async () => {
    const words = { "Lieu ou lien": "Landerneau, salle des Écluses", Places: "8", "Coût total hors taxe": "1 000" };
    await ecluses.getByLabel("Du", { exact: true }).fill(typedDay(-1));
    await ecluses.getByLabel("Au", { exact: true }).fill(typedDay(21));
    for (const [label, text] of Object.entries(words)) await field(ecluses, label).fill(text);
    await ecluses.getByRole("button", { name: "Programmer une session" }).click();
    await ecluses.getByText("Ce jour est passé.").first().waitFor();
    expect(await ecluses.getByLabel("Lieu ou lien").inputValue()).toBe("Landerneau, salle des Écluses");
    await seen(ecluses, "formation-a-programmer");
    session = await plan(ecluses, { ...words, Du: typedDay(20), Au: typedDay(21) }, "Selon le nombre de places");
    await ecluses.getByText("Aucune place réservée pour l’instant.").waitFor();
    await seen(ecluses, "session-neuve");

    await landes.goto(to("/formations"));
    await landes.getByRole("link", { name: new RegExp(`${COURSE}, du ${typedDay(20)}`) }).click();
    await landes.getByText("8 places libres").waitFor();
  });

  it("quand deux structures réservent, alors personne n’a plus de places qu’il n’en reste", async () => {
    await booked(landes, session, "4");
    await phare.goto(session);
    await book(phare, "6");
    // Beside the field, which still says what was typed; without script too.
    const seats = phare.getByLabel("Nombre de places");
    expect(await seats.getAttribute("aria-invalid")).toBe("true");
    const why = (await seats.getAttribute("aria-describedby")) ?? "";
    expect(await phare.locator(`[id="${why.split(" ").at(-1)}"]`).textContent()).toBe(
      "Il n’y a pas assez de places : il en reste 4 pour vous.",
    );
    expect(await seats.inputValue()).toBe("6");
    await fits(phare, "session-trop-de-places");
    await book(phare, "4");
    await phare.getByText("Places enregistrées.").waitFor();
    await phare.getByText("Complet").waitFor();
    // 1 000 € over eight seats.
    expect(await shares(phare)).toEqual([
      `${LANDES} | 4 | 500,00 €`,
      `${PHARE} | 4 | 500,00 €`,
      "Total | 8 | 1 000,00 €",
    ]);
    await fits(phare, "session-complete");
  });

  it("quand une structure rend ses places, alors une autre les prend", async () => {
    await booked(landes, session, "0");
    await landes.getByText("4 places libres").waitFor();
    expect(await shares(landes)).toEqual([`${PHARE} | 4 | 1 000,00 €`, "Total | 4 | 1 000,00 €"]);
    await booked(landes, session, "3");
    await booked(ecluses, session, "1");
    await ecluses.getByText("Complet").waitFor();
    const folder = await landes.getByRole("link", { name: "Dossier pour l’OPCO (PDF)" }).getAttribute("href");
    const text = await textOf(await given(landes, folder ?? "", "%PDF-"));
    // Three of seven seats, or of eight: the folder is made as of now. 1 000 € × 3 / 8 = 375 €, for 3 × 14 hours: 8.93 €.
    for (const words of [COURSE, "3 sur 8 réservées", "Part prévue du coût, hors taxe : 375,00 €", ": 8,93 €"]) {
      expect(text).toContain(words);
    }
    expect(text).toContain("La part sera arrêtée quand le coût réel sera réparti.");
    await seen(landes, "session-reservee");
  });

  it("quand la session s’est tenue, alors son coût réel se répartit une fois, au centime", async () => {
    const runId = session.split("/").at(-1) ?? "";
    await story.letPass(runId);
    await landes.goto(session);
    await landes.getByText("Les places se réservaient jusqu’à la veille.").waitFor();
    expect(await landes.getByRole("button", { name: "Répartir le coût" }).count()).toBe(0);
    await ecluses.goto(session);
    await ecluses.getByText("À répartir").waitFor();
    await seen(ecluses, "session-tenue");
    await ecluses.getByRole("button", { name: "Répartir le coût" }).click();
    const question = ecluses.getByRole("dialog");
    await question.getByLabel("Coût réel hors taxe").fill("neuf cents");
    await question.getByRole("button", { name: "Répartir le coût" }).click();
    await question.locator("[aria-invalid=true]").waitFor();
    await question.getByLabel("Coût réel hors taxe").fill("950,50");
    await question.getByRole("button", { name: "Répartir le coût" }).click();
    await question.waitFor({ state: "hidden" });
    await ecluses.getByText("Coût réparti", { exact: true }).waitFor();
    // By hand: 950.50 € over eight seats is 118.8125 €. One seat 118.81, three 356.4375, four 475.25: the cent that is left
    // goes to what was cut most, the three.
    const settled = [
      `${ECLUSES} | 1 | 118,81 €`,
      `${LANDES} | 3 | 356,44 €`,
      `${PHARE} | 4 | 475,25 €`,
      "Total | 8 | 950,50 €",
    ];
    for (const page of [ecluses, landes, phare]) {
      await page.goto(session);
      expect(await shares(page)).toEqual(settled);
      expect(await page.getByRole("button", { name: /Répartir|Annuler|Réserver/ }).count()).toBe(0);
    }
    await seen(landes, "session-repartie");

    const folder = `${session}/dossier/`;
    const own = await landes.getByRole("link", { name: "Dossier pour l’OPCO (PDF)" }).getAttribute("href");
    expect(own).toContain(folder);
    const text = await textOf(await given(landes, own ?? "", "%PDF-"));
    // 356.44 € for three people and fourteen hours: 8.49 €.
    for (const words of [
      `Structure qui inscrit : ${LANDES}`,
      `Formation proposée par : ${ECLUSES}`,
      "Part du coût, hors taxe : 356,44 €",
      "Soit par personne et par heure : 8,49 €",
      "Coût réel de 950,50 €",
      "entre 3 structures",
      "Feuille d’émargement",
      "Chacun repart avec un devis relu.",
    ]) {
      expect(text).toContain(words);
    }
    // A folder is given to whoever speaks for its structure.
    expect((await phare.request.get(own ?? "")).status()).toBe(403);
  });

  it("quand une autre session n’a pas lieu, alors chacun lit pourquoi, et la formation peut être retirée", async () => {
    await ecluses.goto(course);
    const words = { Du: typedDay(40), Au: typedDay(40), "Lieu ou lien": "En visio", Places: "12" };
    const other = await plan(ecluses, { ...words, "Coût total hors taxe": "100" }, "À parts égales");
    await booked(landes, other, "5");
    await booked(phare, other, "1");
    await booked(ecluses, other, "2");
    // In equal parts, whatever the seats: the cent that is left to the first one.
    expect(await shares(ecluses)).toEqual([
      `${ECLUSES} | 2 | 33,34 €`,
      `${LANDES} | 5 | 33,33 €`,
      `${PHARE} | 1 | 33,33 €`,
      "Total | 8 | 100,00 €",
    ]);
    await ecluses.goto(course);
    await confirm(ecluses, "Retirer du catalogue");
    await ecluses.getByText("Une de ses sessions n’est pas terminée").waitFor();
    await ecluses.goto(other);
    await ecluses.getByRole("button", { name: "Annuler la session" }).click();
    const question = ecluses.getByRole("dialog");
    await question.getByRole("button", { name: "Annuler la session" }).click();
    await question.locator("[aria-invalid=true]").waitFor();
    await question.getByLabel("Pourquoi").fill("Sacha Lenoir est souffrante.");
    await question.getByRole("button", { name: "Annuler la session" }).click();
    await question.waitFor({ state: "hidden" });
    await ecluses.getByText("Session annulée.").waitFor();
    await phare.goto(other);
    expect(await said(phare)).toMatch(/Annulée le \d\d\/\d\d\/\d{4} : Sacha Lenoir est souffrante\./);
    expect(await phare.getByRole("button", { name: "Réserver des places" }).count()).toBe(0);
    expect(await phare.getByRole("link", { name: /Dossier/ }).count()).toBe(0);
    await fits(phare, "session-annulee");

    await ecluses.goto(course);
    await seen(ecluses, "formation-et-ses-sessions");
    await confirm(ecluses, "Retirer du catalogue");
    await ecluses.getByText("Formation retirée du catalogue.").waitFor();
    await seen(ecluses, "formation-retiree");
    await landes.goto(to("/formations"));
    expect(await landes.getByRole("link", { name: COURSE }).count()).toBe(0);
    await seen(landes, "formations");
  });
});
