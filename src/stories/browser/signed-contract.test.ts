/** D’une candidature publique à un CAPE signé: a stranger's phone, the team's desk, the phone again, and a PDF that anybody checks. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { addDays, addMonths, type Day } from "#kernel/day.ts";
import { day } from "#ui/format.ts";
import { closeChromium, openScreen, overflow } from "../chromium.ts";
import { today } from "../harness/days.ts";
import { createVisitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";
import { codeSentTo, linkSentTo } from "./journey.ts";

const world = inject("world");
const to = (path: string) => `/${world.home}${path}`;
const EMAIL = "nolwenn.gourvil@histoires.example";
const SECRET = "mon atelier au bord du canal";
const FOUNDER = "fondation@l-etabli.example";
const PHONE = { baseURL: world.baseUrl, width: 390, height: 844 };
const TODAY = today();
const CLAUSES = {
  "Programme avant le début de l’activité": "Étude de marché, premiers devis, deux ateliers de gestion.",
  "Engagements après le début de l’activité": "Trois clients facturés, un point chaque mois.",
  "Moyens mis à disposition": "Accompagnement individuel, ateliers, assurance.",
  "Plafond des engagements envers les tiers": "1 500",
  "Nature des engagements et qui en répond": "Achats de matières, portés par le compte de l’activité.",
  "Information sur les données comptables": "Compte consultable à tout moment, point chaque trimestre.",
  "Rupture avant le terme": "Par écrit, avec un préavis de quinze jours.",
  "Remboursement des cotisations sociales": "Au réel, chaque trimestre, par le compte de l’activité.",
};
/** What only the cooperative's own settings would tell. */
const ELSEWHERE = /^champ\.(cooperative|statuts|activite)\./;

let person = "";
let contract = "";
let signed: Buffer = Buffer.alloc(0);
let check = "";

async function desk() {
  const screen = await openScreen({ baseURL: world.baseUrl });
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(FOUNDER, PASSWORD);
  await screen.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl })));
  return screen;
}

/** Papers are printed after the act: the page is opened again until its link is there. */
async function opened(page: Page, path: string, role: "button" | "link", name: string) {
  await expect
    .poll(
      async () => {
        await page.goto(path);
        return page.getByRole(role, { name }).count();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(1);
  return page.getByRole(role, { name });
}

async function verdict(page: Page, bytes: Buffer): Promise<void> {
  await page.goto(check);
  await page.getByLabel("Fichier PDF").setInputFiles({ name: "cape.pdf", mimeType: "application/pdf", buffer: bytes });
  await page.getByRole("button", { name: "Vérifier" }).click();
}

afterAll(closeChromium);

describe("D’une candidature publique à un CAPE signé", () => {
  it("étant donné la page publique, quand Nolwenn postule sur son téléphone, alors l’équipe l’accepte et lui ouvre un accès", async () => {
    const phone = await openScreen(PHONE);
    await phone.page.goto(to("/rejoindre"));
    await phone.page.getByLabel("Prénom").fill("Nolwenn");
    await phone.page.getByLabel("Nom", { exact: true }).fill("Gourvil");
    await phone.page.getByLabel("Adresse e-mail").fill(EMAIL);
    await phone.page.getByLabel("Votre métier").selectOption({ label: "Couture, textile" });
    await phone.page.getByLabel("Votre projet en quelques mots").fill("Sacs de voyage en voile usagée.");
    await phone.page.getByLabel("J’accepte que la coopérative").check();
    // Somebody reads before they send; a program does not.
    await sleep(2_100);
    await phone.page.getByRole("button", { name: "Envoyer ma demande" }).click();
    await phone.page.waitForURL(/rejoindre\/merci$/);
    await phone.finish();

    const { page, finish } = await desk();
    await page.goto(to("/candidatures"));
    await page.getByRole("link", { name: "Nolwenn Gourvil" }).click();
    await page.getByRole("button", { name: "Je m’en occupe" }).click();
    await page.getByText("Suivi enregistré").waitFor();
    await page.getByRole("button", { name: "Accepter" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Accepter" }).click();
    await page.getByLabel("Envoyer aussi une invitation").check();
    await page.getByRole("button", { name: "Créer la personne" }).click();
    await page.waitForURL(/personnes\/[0-9a-f-]{36}$/);
    person = new URL(page.url()).pathname;
    await finish();
  });

  it("quand l’équipe enregistre le CAPE, ses clauses et le dossier, alors le contrat se fait sans rien en retaper", async () => {
    const { page, finish } = await desk();
    await page.goto(person);
    await page.getByText("Enregistrer un contrat").click();
    const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Enregistrer le contrat" }) });
    await form.getByLabel("Premier jour").fill(day(TODAY));
    await form.getByLabel("Dernier jour").fill(day(addDays(addMonths(TODAY, 12), -1) as Day));
    await form.getByRole("button", { name: "Enregistrer le contrat" }).click();
    await page.getByRole("link", { name: /Clauses et avenants/ }).click();
    await page.waitForURL(/contrats\/[0-9a-f-]{36}$/);
    for (const [label, words] of Object.entries(CLAUSES)) await page.getByLabel(label).fill(words);
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("Toutes les clauses que la loi demande y sont.").waitFor();

    await page.goto(`${person}/dossier`);
    for (const [first, values] of [
      ["birth_place", { birth_date: "12/3/1988", birth_place: "Quimper" }],
      ["street", { street: "4 rue du Port", postal_code: "29200", city: "Brest" }],
    ] as const) {
      const part = page.locator("details").filter({ has: page.locator(`[name="values.${first}"]`) });
      await part.locator("summary").click();
      for (const [key, value] of Object.entries(values)) {
        const label = { birth_date: "Date de naissance", birth_place: "Lieu de naissance", street: "Rue" }[key];
        await part.getByLabel(label ?? (key === "city" ? "Ville" : "Code postal")).fill(value);
      }
      await part.getByRole("button", { name: "Enregistrer" }).click();
      await page
        .getByText(values[first as never])
        .first()
        .waitFor();
    }

    await page.goto(`${person}/documents/nouveau?modele=cape`);
    const missing = await page
      .locator('[name^="champ."]')
      .evaluateAll((fields) =>
        (fields as HTMLInputElement[]).filter(({ value }) => value === "").map(({ name }) => name),
      );
    expect(missing.filter((name) => !ELSEWHERE.test(name))).toEqual([]);
    for (const name of missing) await page.locator(`[name="${name}"]`).fill("Selon les réglages");
    await page.getByRole("button", { name: "Faire le document" }).click();
    await page.waitForURL(/documents\/[0-9a-f-]{36}$/);
    contract = new URL(page.url()).pathname;
    const send = await opened(page, contract, "button", "Envoyer à signer");
    await page.getByText("Par écrit, avec un préavis de quinze jours.").waitFor();
    await page.getByLabel("Qui signe pour la coopérative").selectOption({ label: "Camille Fondation" });
    await send.click();
    await page.getByText("Document envoyé à signer").waitFor();
    await finish();
  });

  it("quand Nolwenn signe sur son téléphone avec le code reçu, alors c’est à la coopérative", async () => {
    const { page, finish } = await openScreen(PHONE);
    // The last message may be the one of the paper to sign.
    await page.goto(await linkSentTo(world.data, EMAIL, /(https?:\/\/\S+\/mot-de-passe\/\S+)/));
    const password = page.getByLabel(/mot de passe/i).first();
    await password.fill(SECRET);
    await page.keyboard.press("Enter");
    await page.waitForURL(/connexion|l-etabli/);
    if (page.url().includes("connexion")) {
      await page.getByLabel(/adresse e-mail/i).fill(EMAIL);
      await password.fill(SECRET);
      await page.keyboard.press("Enter");
      await page.waitForURL(/l-etabli/);
    }
    await page.goto(to("/mes-documents"));
    await page.getByRole("link", { name: "Lire et signer" }).first().click();
    await page.waitForURL(/signer$/);
    await page.getByText("Par écrit, avec un préavis de quinze jours.").waitFor();
    expect(await overflow(page)).toBe(0);
    await page.getByRole("button", { name: "M’envoyer un code" }).click();
    await page.getByText("Il vaut quinze minutes").waitFor();
    await page.getByLabel(/Avec un code envoyé/).check();
    await page.getByLabel("Code à six chiffres").fill(await codeSentTo(world.data, EMAIL));
    await page.getByLabel(/J’ai lu ce document/).check();
    await page.getByRole("button", { name: "Signer", exact: true }).click();
    await page.getByText("Document signé").waitFor();
    await page.getByText("À son tour").waitFor();
    expect(await overflow(page)).toBe(0);
    await finish();
  });

  it("quand la coopérative contresigne, alors le PDF signé s’ouvre, et n’importe qui voit qu’il est entier", async () => {
    const { page, finish } = await desk();
    await page.goto(contract);
    await page.getByRole("link", { name: "Lire et signer" }).click();
    await page.getByRole("textbox", { name: /^Mot de passe/ }).fill(PASSWORD);
    await page.getByLabel(/J’ai lu ce document/).check();
    await page.getByRole("button", { name: "Signer", exact: true }).click();
    await page.getByText("Document signé").waitFor();
    const link = await opened(page, contract, "link", "Ouvrir le PDF signé");
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    signed = await answer.body();
    check = (await page.getByRole("link", { name: "Page de vérification" }).getAttribute("href")) ?? "";
    await finish();

    const stranger = await openScreen(PHONE);
    await verdict(stranger.page, signed);
    await stranger.page.getByText("Ce fichier est bien le document signé.").waitFor();
    await stranger.page.getByText(/Nolwenn Gourvil, Camille Fondation/).waitFor();
    const changed = Buffer.from(signed);
    changed[1_000] = (changed[1_000] ?? 0) ^ 1;
    await verdict(stranger.page, changed);
    await stranger.page.getByText("Ce fichier n’est pas le document signé").waitFor();
    await stranger.finish();
  });
});
