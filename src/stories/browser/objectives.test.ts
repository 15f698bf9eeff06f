/** Une convention d’objectifs entre structures d’un réseau, de sa première ligne à son rapport. */
import { PDF } from "@libpdf/core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { closeChromium } from "../chromium.ts";
import { today } from "../harness/days.ts";
import { as, confirm, given, seen, to } from "./network-screen.ts";

const world = inject("world");
const [OURS, THEIRS] = ["L’Établi du réseau", "L’Autre Rive du réseau"];
const YEAR = Number(today().slice(0, 4));
const NEXT = YEAR + 1;

type Screen = Awaited<ReturnType<typeof as>>;
const screens: Screen[] = [];
async function screenOf(email: string): Promise<Page> {
  const screen = await as(email);
  screens.push(screen);
  return screen.page;
}

const plain = (text: string) => text.replace(/\s+/gu, " ");
const said = async (page: Page) => plain((await page.locator("main").textContent()) ?? "");

/** Opens a question, and gives its window. */
async function asked(page: Page, name: string) {
  await page.getByRole("button", { name, exact: true }).click();
  return page.getByRole("dialog");
}

afterAll(async () => {
  for (const { finish } of screens) await finish();
  await closeChromium();
});

describe("Une convention d’objectifs dans un réseau", () => {
  let chief: Page;
  let lead: Page;
  let party: Page;
  let address: string;

  beforeAll(async () => {
    chief = await screenOf(world.network.logIns.networkChief);
    lead = await screenOf(world.logIns.direction);
    party = await screenOf(world.logIns.stranger);
  });

  it("étant donné deux structures, quand l’équipe commence leur convention, alors une erreur se dit et rien n’est perdu", async () => {
    await chief.goto(to("/conventions-d-objectifs"));
    await chief.getByRole("link", { name: "Commencer une convention" }).click();
    await chief.getByLabel("Titre").fill("Accueillir à deux rives");
    await chief.getByLabel("Référence").fill("CPO 7");
    await chief.getByLabel("Ce que les parties veulent ensemble").fill("Une porte commune pour qui veut entreprendre.");
    await chief.getByLabel("Du", { exact: true }).fill(`01/01/${YEAR}`);
    await chief.getByLabel("Au", { exact: true }).fill(`31/12/${NEXT}`);
    await chief.getByRole("checkbox", { name: THEIRS }).check();
    await chief.getByLabel("Structure pilote").selectOption({ label: OURS });
    await chief.getByRole("button", { name: "Commencer une convention" }).click();
    await chief.getByText("Il faut deux parties au moins.").first().waitFor();
    expect(await chief.getByRole("checkbox", { name: THEIRS }).isChecked()).toBe(true);
    await chief.getByRole("checkbox", { name: OURS }).check();
    await chief.getByRole("button", { name: "Commencer une convention" }).click();
    await chief.getByText("La convention est commencée.").waitFor();
    address = new URL(chief.url()).pathname;
    await seen(chief, "convention-neuve");
    // It exists for its parties and the team only.
    const other = await screenOf(world.logIns.both);
    expect((await other.goto(address))?.status()).toBe(404);
  });

  it("quand la structure pilote écrit un objectif et ses cibles, alors chaque année a la sienne", async () => {
    await lead.goto(to("/conventions-d-objectifs"));
    await lead.getByRole("link", { name: "Accueillir à deux rives" }).click();
    await lead.getByRole("link", { name: "Objectifs", exact: true }).click();
    await lead.getByText("Aucun objectif pour l’instant").waitFor();
    await lead.getByLabel("Objectif", { exact: true }).fill("Accueillir davantage");
    await lead.getByRole("button", { name: "Ajouter un objectif" }).click();
    await lead.getByText("L’objectif est ajouté.").waitFor();
    const measure = await asked(lead, "Ajouter une mesure : Accueillir davantage");
    await measure.getByLabel("Ce qui se mesure").fill("Personnes reçues");
    await measure.getByLabel("Unité").fill("personnes");
    await measure.getByLabel(`Cible ${YEAR}`).fill("quarante");
    await measure.getByRole("button", { name: "Ajouter une mesure" }).click();
    await measure.locator("[aria-invalid=true]").waitFor();
    await measure.getByLabel(`Cible ${YEAR}`).fill("40");
    await measure.getByLabel(`Cible ${NEXT}`).fill("62,5");
    await measure.getByRole("button", { name: "Ajouter une mesure" }).click();
    await lead.getByText("La mesure est ajoutée.").waitFor();
    expect(await said(lead)).toContain("62,5 personnes");
    await seen(lead, "convention-objectifs");
  });

  it("quand une tranche se partage, alors c’est au centime", async () => {
    await lead.getByRole("link", { name: "Financement" }).click();
    await lead.getByRole("textbox", { name: "Tranche" }).fill("Première tranche");
    await lead.getByLabel("Qui la verse").selectOption({ index: 1 });
    await lead.getByLabel("Montant", { exact: true }).fill("10 000");
    await lead.getByLabel("Attendue le").fill(`30/06/${YEAR}`);
    await lead.getByLabel(OURS).fill("6 666,67");
    await lead.getByLabel(THEIRS).fill("3 333,32");
    await lead.getByRole("button", { name: "Prévoir une tranche" }).click();
    await expect.poll(() => said(lead)).toContain("Il reste 0,01 € à répartir.");
    await lead.getByLabel(THEIRS).fill("3 333,33");
    await lead.getByRole("button", { name: "Prévoir une tranche" }).click();
    await lead.getByText("La tranche est prévue.").waitFor();
    await seen(lead, "convention-financement");
  });

  it("quand elle est signée, alors ses tranches arrivent, ses résultats se disent et une action commune se prouve", async () => {
    await lead.getByRole("link", { name: "Actions", exact: true }).click();
    await lead.getByLabel("Action", { exact: true }).fill("Un forum à Brest");
    await lead.getByLabel("Qui la porte").selectOption({ label: THEIRS });
    await lead.getByLabel("Objectif", { exact: true }).selectOption({ label: "Accueillir davantage" });
    await lead.getByLabel("Prévue le").fill(`15/05/${YEAR}`);
    await lead.getByRole("button", { name: "Prévoir une action commune" }).click();
    await lead.getByText("L’action est prévue.").waitFor();

    await chief.goto(address);
    await confirm(chief, "Dire qu’elle est signée");
    await chief.getByText("Aucun avenant.").waitFor();
    await lead.getByRole("link", { name: "Financement" }).click();
    await confirmWith(lead, "Dire qu’elle est reçue : Première tranche", "Dire qu’elle est reçue");
    await lead.getByText("La tranche est reçue.").waitFor();
    expect(await said(lead)).toContain(`${THEIRS}3 333,33 €3 333,33 €`);

    // Any party tells; what is agreed is written by the lead partner and the team.
    await party.goto(`${address}/objectifs`);
    expect(await party.getByRole("button", { name: "Ajouter un objectif" }).count()).toBe(0);
    const result = await asked(party, "Dire ce qui est fait : Personnes reçues");
    await result.getByLabel("Fait", { exact: true }).fill("30");
    await result.getByLabel("D’où vient ce nombre").fill("Feuilles d’accueil");
    await result.getByRole("button", { name: "Dire ce qui est fait" }).click();
    await party.getByText("75 %").waitFor();
    await party.getByRole("link", { name: "Actions", exact: true }).click();
    const told = await asked(party, "Dire où elle en est : Un forum à Brest");
    await told.getByRole("radio", { name: "Faite" }).check();
    await told.getByLabel("Ce qui est fait, en une phrase").fill("Cent vingt visiteurs.");
    await told.getByLabel("Lien vers une preuve").fill("exemple");
    await told.getByRole("button", { name: "Dire où elle en est" }).click();
    await told.locator("[aria-invalid=true]").waitFor();
    await told.getByLabel("Lien vers une preuve").fill("https://exemple.fr/forum");
    await told.getByRole("button", { name: "Dire où elle en est" }).click();
    await party.getByText("Cent vingt visiteurs.").waitFor();
    await party.getByRole("link", { name: "Voir la preuve" }).waitFor();
    await seen(party, "convention-actions");
  });

  it("quand une partie déclare un effet, alors il compte pour elle seule", async () => {
    await party.getByRole("link", { name: "Effets" }).click();
    await party.getByText(`Rien n’est encore déclaré pour ${YEAR}.`).waitFor();
    await party.getByRole("combobox", { name: "Effet" }).selectOption("internalInvoices");
    await party.getByLabel("Nombre", { exact: true }).fill("3");
    await party.getByLabel("Montant HT").fill("4 210,90");
    await party.getByLabel("Où vous l’avez lu").fill("Journal des ventes");
    await party.getByRole("button", { name: "Déclarer un effet" }).click();
    await party.getByText("L’effet est déclaré.").waitFor();
    expect(await said(party)).toMatch(/Factures entre \p{L}+34 210,90 €1 \/ 2/u);
    await seen(party, "convention-effets");
  });

  it("quand l’équipe saisit ce qu’une partie lui a dit, alors cela se dit, et la partie le corrige", async () => {
    await chief.goto(`${address}/effets`);
    // The team declares nothing: it enters, with who told it.
    expect(await chief.getByRole("button", { name: "Déclarer un effet" }).count()).toBe(0);
    const enter = async (kind: string, number: string, toldBy: string) => {
      await chief.getByLabel("Partie", { exact: true }).selectOption({ label: OURS });
      await chief.getByRole("combobox", { name: "Effet" }).selectOption({ label: kind });
      await chief.getByLabel("Nombre", { exact: true }).fill(number);
      await chief.getByLabel("Qui vous l’a dit").fill(toldBy);
      await chief.getByRole("button", { name: "Saisir pour cette partie" }).click();
    };
    await enter("Clients recommandés", "6", "");
    await chief.locator("[aria-invalid=true]").waitFor();
    expect(await chief.getByLabel("Nombre", { exact: true }).inputValue()).toBe("6");
    await seen(chief, "convention-saisir-un-effet");
    for (const kind of ["Clients recommandés", "Clients partagés"]) {
      await enter(kind, "6", "Dominique, de l’accueil");
      await chief.getByRole("row", { name: new RegExp(`${kind}.*Saisi par l’équipe du réseau`) }).waitFor();
    }
    await lead.goto(`${address}/effets`);
    await lead.getByText(`Saisi pour vous par l’équipe du réseau : ${OURS}`).waitFor();
    await seen(lead, "convention-saisi-pour-vous");
    const correction = await asked(lead, "Corriger : Clients recommandés");
    expect(await correction.getByLabel("Nombre", { exact: true }).inputValue()).toBe("6");
    await correction.getByLabel("Nombre", { exact: true }).fill("5");
    await correction.getByRole("button", { name: "Déclarer", exact: true }).click();
    await lead.getByRole("row", { name: /Clients recommandés.*Déclaré à la main/ }).waitFor();
    expect(await lead.getByRole("button", { name: "C’est juste : Clients recommandés" }).count()).toBe(0);
    await lead.getByRole("button", { name: "C’est juste : Clients partagés" }).waitFor();
    // What the party said is the party's.
    await enter("Clients recommandés", "7", "Dominique, de l’accueil");
    await chief.getByText("Cette partie a déclaré cet effet elle-même.").first().waitFor();
  });

  it("quand un avenant change une cible, alors elle porte son numéro, et le rapport de l’année dit tout", async () => {
    await lead.getByRole("link", { name: "Objectifs", exact: true }).click();
    const early = await asked(lead, "Changer les cibles : Personnes reçues");
    await early.getByText("Notez d’abord l’avenant").waitFor();
    await lead.goto(address);
    const amendment = await asked(lead, "Noter un avenant");
    await amendment.getByLabel("Accepté par toutes les parties le").fill(today().split("-").reverse().join("/"));
    await amendment.getByLabel("Ce qu’il change").fill("La cible de l’année monte à cinquante.");
    await amendment.getByRole("button", { name: "Noter un avenant" }).click();
    await lead.getByText("L’avenant est noté.").waitFor();
    await seen(lead, "convention-signee");
    await lead.getByRole("link", { name: "Objectifs", exact: true }).click();
    const change = await asked(lead, "Changer les cibles : Personnes reçues");
    await change.getByLabel(`Cible ${YEAR}`).fill("50");
    await change.getByRole("button", { name: "Changer les cibles" }).click();
    await lead.getByText("Les cibles sont changées.").waitFor();
    expect(await said(lead)).toContain("50 personnes (avenant 1)");

    await party.goto(address);
    const report = party.getByRole("link", { name: `Rapport ${YEAR} (PDF)` });
    const bytes = await given(party, (await report.getAttribute("href")) ?? "", "%PDF-");
    const pdf = await PDF.load(new Uint8Array(bytes));
    const text = plain(
      pdf
        .getPages()
        .map((page) => page.extractText().text)
        .join(" "),
    );
    for (const words of [
      `Rapport ${YEAR} : Accueillir à deux rives`,
      `Pilote : ${OURS}.`,
      "La cible de l’année monte à cinquante.",
      "Personnes reçues",
      "60 %",
      "Première tranche",
      "10 000,00 €",
      "Un forum à Brest",
      "Cent vingt visiteurs.",
      "4 210,90 €",
      "1 / 2",
      // On two lines of its column.
      "Saisi par l’équipe du réseau, dit",
      "par Dominique, de l’accueil",
    ]) {
      expect(text).toContain(words);
    }
  });
});

/** Asked, then done by a button of another name. */
async function confirmWith(page: Page, trigger: string, submit: string) {
  const question = await asked(page, trigger);
  await question.getByRole("button", { name: submit, exact: true }).click();
}
