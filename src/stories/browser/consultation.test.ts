/** Une consultation, de l’appel au rapport : ce qui est là, les réponses, un événement, un atelier en direct, un sondage, une feuille de route. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { addDays } from "#kernel/day.ts";
import { closeChromium, openScreen } from "../chromium.ts";
import { today } from "../harness/days.ts";
import { emailOf } from "../harness/world-inputs.ts";
import { as, confirm, given, seen, to } from "./network-screen.ts";

const world = inject("world");
const { network } = world;
const TITLE = "Former nos entrepreneurs ensemble";
const typed = (days: number) => addDays(today(), days).split("-").reverse().join("/");

afterAll(closeChromium);

/** Presses the button that opens a dialog, and gives the dialog. */
async function dialog(page: Page, name: string) {
  await page.getByRole("button", { name, exact: true }).click();
  return page.getByRole("dialog");
}

async function rank(page: Page, places: readonly string[]): Promise<void> {
  for (const [index, place] of places.entries()) {
    await page.locator(`select[name="ranks.${index}.rank"]`).selectOption(place);
  }
}

/** Calls the structures, and gives the address of the consultation. */
async function call(page: Page): Promise<string> {
  await page.goto(to("/consultations/nouvelle"));
  await page.getByRole("textbox", { name: "Titre" }).fill(TITLE);
  await page.getByRole("textbox", { name: "Question posée" }).fill("Un catalogue commun : par quoi commencer ?");
  await page.getByRole("textbox", { name: "Axes à classer" }).fill("Vendre");
  await page.getByRole("textbox", { name: "Nom de la phase" }).fill("Tour unique");
  await page.getByRole("textbox", { name: "Ouvre le" }).fill(typed(0));
  await page.getByRole("textbox", { name: "Dernier jour" }).fill(typed(30));
  await page.getByRole("button", { name: "Enregistrer la consultation" }).click();
  // One axis cannot be ranked: it is said beside the field, and all that was typed is there.
  await page.getByText("Donnez au moins deux axes, un par ligne.").first().waitFor();
  expect(await page.getByRole("textbox", { name: "Titre" }).inputValue()).toBe(TITLE);
  await page.getByRole("textbox", { name: "Axes à classer" }).fill("Vendre\nCompter\nPrévenir les risques");
  await page.getByRole("button", { name: "Enregistrer la consultation" }).click();
  await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
  await confirm(page, "Ouvrir la phase");
  await page.getByText("Phase ouverte.").waitFor();
  return new URL(page.url()).pathname;
}

/** A workshop held live: a telephone writes, the room looks at it, each scenario is evaluated. */
async function workshop(page: Page, room: string): Promise<void> {
  const code = ((await page.getByText(/^[A-Z2-9]{3} [A-Z2-9]{3}$/).textContent()) ?? "").replace(" ", "");
  const phone = await openScreen({ baseURL: world.baseUrl, width: 390, height: 844 });
  await phone.page.goto(`/r/${code}`);
  await phone.page.getByRole("textbox", { name: "Votre prénom" }).fill("Lou");
  await phone.page.getByRole("button", { name: "Entrer" }).click();
  const screen = await as(network.logIns.animator);
  await screen.page.goto(`${room}/ecran`);
  for (const [lane, body] of [
    ["Freins", "Pas de temps"],
    ["Craintes", "Une structure de plus"],
    ["Leviers", "Des salles libres"],
    ["Forces", "Des formateurs maison"],
  ] as const) {
    await phone.page.getByRole("radio", { name: lane }).check();
    await phone.page.getByRole("textbox", { name: "Votre carte" }).fill(body);
    await phone.page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await screen.page.getByText(body).waitFor();
  }
  await page.getByText("Préparer un sondage").click();
  await page.getByRole("textbox", { name: "Question du sondage" }).fill("Que pensez-vous de chaque scénario ?");
  await page.getByRole("button", { name: "Préparer", exact: true }).click();
  await page.getByRole("button", { name: "Ouvrir le sondage" }).click();
  await phone.page.getByRole("group", { name: "Un catalogue" }).getByLabel("Favorable", { exact: true }).check();
  await phone.page.getByRole("group", { name: "Un organisme" }).getByLabel("Défavorable").check();
  await phone.page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await screen.page.getByText("1 personne a répondu").waitFor();
  await confirm(page, "Fermer le sondage");
  await screen.page.getByText("Voir les chiffres").waitFor();
  await confirm(page, "Fermer la salle");
  await page.getByText("Cette salle est fermée").waitFor();
  for (const { finish } of [phone, screen]) await finish();
}

describe("Une consultation", () => {
  it("va de l’appel au rapport", async () => {
    const chief = await as(network.logIns.networkChief);
    const { page } = chief;
    const consultation = await call(page);
    await seen(page, "consultation-ouverte");

    // A structure says what is there, takes one line back, publishes its position, and answers.
    const own = await as(emailOf("direction"));
    await own.page.goto(to("/consultations"));
    await own.page.getByRole("link", { name: TITLE }).first().click();
    await own.page.getByRole("link", { name: "État des lieux" }).click();
    await own.page.getByText("Rien pour le moment").waitFor();
    await seen(own.page, "etat-des-lieux-vide");
    for (const [kind, body] of [
      ["Projet passé", "Trois sessions communes en 2023"],
      ["Force", "Douze formateurs parmi nos entrepreneurs"],
      ["Besoin", "Une ligne à retirer"],
    ] as const) {
      const form = await dialog(own.page, "Ajouter une ligne");
      await form.getByRole("combobox", { name: "Structure" }).selectOption({ label: "L’Établi du réseau" });
      await form.getByRole("combobox", { name: "Nature" }).selectOption({ label: kind });
      await form.getByRole("textbox", { name: "Ce qu’il y a à dire" }).fill(body);
      await form.getByRole("button", { name: "Ajouter", exact: true }).click();
      await own.page.getByRole("paragraph").filter({ hasText: body }).waitFor();
    }
    await own.page.getByRole("button", { name: "Retirer « Une ligne à retirer »" }).click();
    await own.page.getByText("Ligne retirée.").waitFor();
    expect(await own.page.getByRole("heading", { name: "Besoins" }).count()).toBe(0);
    await seen(own.page, "etat-des-lieux");
    await own.page.getByRole("link", { name: "Positions" }).click();
    const stance = await dialog(own.page, "Publier une position");
    await stance.getByRole("combobox", { name: "Réseau ou structure" }).selectOption({ label: "L’Établi du réseau" });
    await stance.getByRole("textbox", { name: "Position prise le" }).fill(typed(1));
    await stance.getByRole("textbox", { name: "Texte de la position" }).fill("Oui à un catalogue, non à un organisme.");
    await stance.getByRole("button", { name: "Publier la position" }).click();
    await stance.getByText("Une position se publie une fois prise.").first().waitFor();
    await stance.getByRole("textbox", { name: "Position prise le" }).fill(typed(0));
    await stance.getByRole("button", { name: "Publier la position" }).click();
    await own.page.getByText("Position publiée.").waitFor();
    await seen(own.page, "positions");
    await own.page.goto(consultation);
    await own.page.getByRole("link", { name: "Répondre pour L’Établi du réseau" }).click();
    await rank(own.page, ["2", "1", "3"]);
    await own.page.locator('textarea[name="ranks.1.note"]').fill("Tout commence par un prix juste.");
    await seen(own.page, "reponse");
    await own.page.getByRole("button", { name: "Envoyer la réponse" }).click();
    await own.page.getByText("Réponse envoyée. Merci.").waitFor();
    // The other one answers without script.
    const other = await as(emailOf("stranger"), false);
    await other.page.goto(consultation);
    await other.page.getByRole("link", { name: "Répondre pour L’Autre Rive du réseau" }).click();
    await rank(other.page, ["3", "1", "2"]);
    await other.page.getByRole("button", { name: "Envoyer la réponse" }).click();
    await other.page.getByText("Réponse envoyée. Merci.").waitFor();
    await other.finish();

    // The event of the consultation, its workshop, and the room that is opened from it.
    await page.goto(to("/evenements/nouveau"));
    await page.getByRole("textbox", { name: "Titre" }).fill("Journée formation");
    await page.getByRole("textbox", { name: "Premier jour" }).fill(typed(0));
    await page.getByRole("textbox", { name: "Dernier jour" }).fill(typed(0));
    await page.getByRole("textbox", { name: "Lieu" }).fill("Rennes");
    await page.getByRole("combobox", { name: "Consultation" }).selectOption({ label: TITLE });
    await page.getByRole("button", { name: "Annoncer l’événement" }).click();
    await page.getByRole("heading", { level: 1, name: "Journée formation" }).waitFor();
    const event = new URL(page.url()).pathname;
    await own.page.goto(event);
    await own.page.getByRole("button", { name: "S’inscrire pour L’Établi du réseau" }).click();
    await own.page.getByText("Vous avez une place.").first().waitFor();
    await page.getByRole("link", { name: "Ouvrir une salle" }).click();
    await page.getByRole("link", { name: "Ouverte pour un événement" }).waitFor();
    await page.getByRole("textbox", { name: "Titre" }).fill("Quelle forme ?");
    await page.getByRole("radio", { name: "Scénarios" }).check();
    await page.getByRole("textbox", { name: "Scénarios" }).fill("Un catalogue\nUn organisme");
    await page.getByLabel("Des personnes sans compte peuvent entrer").check();
    await page.getByRole("button", { name: "Ouvrir la salle" }).click();
    await page.waitForURL(/salles\/[0-9a-f-]{36}$/);
    const room = new URL(page.url()).pathname;
    await workshop(page, room);
    await page.getByRole("link", { name: "Ouverte pour un événement" }).click();
    await page.getByRole("link", { name: "Quelle forme ?" }).waitFor();
    await seen(page, "evenement");

    // The phase closes, the team says what it draws from it, and a roadmap is adopted freely.
    await page.goto(consultation);
    await confirm(page, "Clôturer la phase");
    await page.getByText("Phase close.").waitFor();
    await page.getByRole("link", { name: "Résultats" }).click();
    await seen(page, "resultats");
    await page.getByRole("link", { name: "Synthèse" }).click();
    const writing = await dialog(page, "Publier une synthèse");
    await writing.getByRole("textbox", { name: "Texte de la synthèse" }).fill("Compter d’abord, vendre ensuite.");
    await writing.getByRole("button", { name: "Publier", exact: true }).click();
    await page.getByText("Synthèse publiée.").waitFor();
    await page.goto(to("/feuilles-de-route"));
    const opening = await dialog(page, "Ouvrir une feuille de route");
    await opening.getByRole("textbox", { name: "Titre" }).fill("Un catalogue en septembre");
    await opening.getByRole("combobox", { name: "Consultation" }).selectOption({ label: TITLE });
    await opening.getByRole("button", { name: "Ouvrir la feuille de route" }).click();
    await page.getByRole("heading", { level: 1, name: "Un catalogue en septembre" }).waitFor();
    const roadmap = new URL(page.url()).pathname;
    const stream = await dialog(page, "Ajouter un chantier");
    await stream.getByRole("textbox", { name: "Chantier" }).fill("Recenser les formateurs");
    await stream.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("heading", { name: "Recenser les formateurs" }).waitFor();
    await own.page.goto(roadmap);
    const adopting = await dialog(own.page, "Ce qu’en fait votre structure");
    await adopting.getByRole("radio", { name: "Adaptée" }).check();
    await adopting.getByRole("button", { name: "Enregistrer" }).click();
    await own.page.getByText("Réponse enregistrée.").waitFor();
    await seen(own.page, "feuille-de-route");

    // All of it on paper and as data, for whoever belongs to the network; nothing moves any more.
    await own.page.goto(`${consultation}/synthese`);
    await seen(own.page, "synthese");
    await given(own.page, `${consultation}/rapport.pdf`, "%PDF-");
    const data = await given(own.page, `${consultation}/donnees.zip`, "PK");
    for (const name of ["classements.csv", "etat-des-lieux.csv", "positions.csv", "cartes.csv", "sondages.csv"]) {
      expect(data.includes(name), name).toBe(true);
    }
    await own.page.goto(`${consultation}/etat-des-lieux`);
    await own.page.getByText("l’état des lieux ne change plus").waitFor();
    expect(await own.page.getByRole("button", { name: "Ajouter une ligne" }).count()).toBe(0);
    await own.page.goto(consultation);
    for (const name of ["Journée formation", "Quelle forme ?", "Un catalogue en septembre"]) {
      await own.page.getByRole("link", { name }).waitFor();
    }
    await seen(own.page, "consultation-close");
    await own.finish();
    await chief.finish();
  });
});
