/** Deux réponses communes : dans une CAE, jusqu’à la part de chacun dans les comptes ; dans un réseau, jusqu’au devis de chaque CAE. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { closeChromium } from "../chromium.ts";
import { emailOf } from "../harness/world-inputs.ts";
import { as, confirm, seen, to } from "./network-screen.ts";

const world = inject("world");
const home = (path: string) => `/${world.home}${path}`;
const BUYER = "Ville de Landivisiau";
const PAPER = {
  ...{ name: "cahier-des-charges.pdf", mimeType: "application/pdf" },
  buffer: Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
};

type Screen = Awaited<ReturnType<typeof as>>;
const screens: Screen[] = [];
async function screenOf(email: string): Promise<Page> {
  const screen = await as(email);
  screens.push(screen);
  return screen.page;
}

/** What a page says, its thin and hard spaces as ordinary ones. */
const said = async (page: Page) => ((await page.locator("main").textContent()) ?? "").replace(/\s+/gu, " ");

/** Begins a bid by its form, and gives its address. */
async function begin(page: Page, title: string, own: { task: string; amount: string; house?: string }) {
  await page.getByRole("link", { name: "Préparer une réponse" }).click();
  await page.getByLabel("Objet").fill(title);
  await page.getByLabel("Acheteur", { exact: true }).fill(BUYER);
  await page.getByLabel("SIREN de l’acheteur").fill("130 005 481");
  await page.getByLabel("À remettre le").fill("31/12/2099");
  if (own.house !== undefined) {
    await page.getByLabel("Pour quelle CAE ou structure").fill("L’Établi du réseau");
    await page.getByLabel("SIREN de cette structure").fill(own.house);
  }
  await page.getByLabel("Ce que vous ferez").fill(own.task);
  await page.getByLabel("Votre montant").fill(own.amount);
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByText("La réponse est commencée.").waitFor();
  return new URL(page.url()).pathname;
}

async function invite(page: Page, email: string, task: string, amount: string) {
  await page.getByText("Proposer une part").click();
  const form = page.locator("form").filter({ hasText: "Adresse électronique" });
  await form.getByLabel("Adresse électronique de la personne").fill(email);
  await form.getByLabel("Ce qui est à faire").fill(task);
  await form.getByLabel("Montant").fill(amount);
  await form.getByRole("button", { name: "Envoyer la proposition" }).click();
}

afterAll(async () => {
  for (const { finish } of screens) await finish();
  await closeChromium();
});

describe("Une réponse commune dans une CAE, de l’appel à l’argent", () => {
  let lead: Page;
  let partner: Page;
  let office: Page;
  let bid: string;
  let quote: string;
  let invoice: string;

  beforeAll(async () => {
    lead = await screenOf(world.logIns.keeper);
    partner = await screenOf(emailOf("partner"));
    office = await screenOf(world.logIns.direction);
  });

  it("étant donné un appel d’offres, quand j’ouvre la réponse et j’invite quelqu’un de ma CAE, alors chaque erreur se dit sans rien perdre", async () => {
    await lead.goto(home("/reponses-communes"));
    bid = await begin(lead, "Repeindre la halle", { task: "Échafaudage et façades", amount: "1 234,57" });
    await confirm(lead, "Déposer la réponse");
    await lead.getByText("Proposez une part à au moins une autre personne.").waitFor();
    await invite(lead, "personne@histoires.example", "Boiseries", "700");
    await lead.getByText("Personne ici n’a cette adresse.").first().waitFor();
    expect(await lead.getByLabel("Ce qui est à faire").last().inputValue()).toBe("Boiseries");
    await lead.getByLabel("Adresse électronique de la personne").fill(emailOf("partner"));
    await lead.getByRole("button", { name: "Envoyer la proposition" }).click();
    await lead.getByText("La proposition est envoyée.").waitFor();
    await lead.getByText("Attend sa réponse").waitFor();
    await seen(lead, "reponse-en-preparation");
  });

  it("quand la personne invitée accepte sa part puis que le pilote la change, alors elle l’accepte encore, et parle avec un document", async () => {
    await partner.goto(home("/reponses-communes"));
    await partner.getByRole("link", { name: "Repeindre la halle" }).click();
    await partner.getByText("Dominique Epervet vous propose cette part").waitFor();
    await seen(partner, "reponse-proposee");
    await partner.getByLabel("Pour votre activité").selectOption({ label: `${world.activities.D.word} et compagnie` });
    await partner.getByRole("button", { name: "Accepter cette part" }).click();
    await partner.getByText("Votre part est acceptée.").waitFor();
    expect(await partner.getByRole("button", { name: "Déposer la réponse" }).count()).toBe(0);

    await lead.goto(bid);
    await lead.getByLabel("Changer la part de Dominique Avocet").click();
    const change = lead.locator("form").filter({ has: lead.locator("[name=intention][value=share]") });
    await change.getByLabel("Montant").last().fill("765,43");
    await change.getByRole("button", { name: "Enregistrer" }).last().click();
    await lead.getByText("Attend sa réponse").waitFor();
    await confirm(lead, "Déposer la réponse");
    await lead.getByText("Dominique Avocet n’a pas encore accepté sa part.").waitFor();

    await partner.goto(bid);
    await partner.getByLabel("Pour votre activité").selectOption({ label: `${world.activities.D.word} et compagnie` });
    await partner.getByRole("button", { name: "Accepter cette part" }).click();
    await partner.getByText("Votre part est acceptée.").waitFor();
    await partner.getByLabel("Message").fill("Je joins le cahier des charges annoté.");
    await partner.locator("input[type=file]").setInputFiles(PAPER);
    await partner.getByRole("button", { name: "Envoyer", exact: true }).click();
    await partner.getByText("Votre message est envoyé.").waitFor();
    await lead.goto(bid);
    const paper = await lead.getByRole("link", { name: "cahier-des-charges.pdf" }).getAttribute("href");
    const read = await lead.request.get(paper ?? "");
    expect([read.status(), read.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  });

  it("quand la réponse est déposée, alors la répartition se fige, un seul devis la porte, et elle est gagnée", async () => {
    await confirm(lead, "Déposer la réponse");
    await lead.getByText("répartition figée").waitFor();
    expect(await lead.getByText("Changer", { exact: true }).count()).toBe(0);
    expect(await said(lead)).toContain("Total2 000,00 € HT");
    await lead.getByRole("button", { name: "Faire le devis de l’ensemble" }).click();
    await lead.getByText("Le devis est fait, en brouillon.").waitFor();
    quote = new URL(lead.url()).pathname;
    for (const line of ["Échafaudage et façades", "Boiseries"]) await lead.getByText(line).first().waitFor();
    await lead.goto(bid);
    await lead.getByLabel("Un mot sur la suite").fill("Notée 87 sur 100.");
    await lead.getByRole("button", { name: "Gagnée" }).click();
    await lead.getByText("Aucune facture n’est émise sur ce devis.").waitFor();
    await seen(lead, "reponse-gagnee");
  });

  it("quand le devis est accepté et facturé par le pilote, alors la facture est émise pour le tout", async () => {
    await lead.goto(quote);
    await lead.getByRole("link", { name: BUYER }).click();
    await lead.getByRole("heading", { level: 1, name: BUYER }).waitFor();
    await lead.getByRole("link", { name: "Modifier" }).click();
    await lead.waitForURL(/clients.*modifier/);
    await lead.getByLabel("Adresse", { exact: false }).first().fill("1 place du Marché");
    await lead.getByLabel("Code postal").fill("29400");
    await lead.getByLabel("Ville").fill("Landivisiau");
    await lead.getByRole("button", { name: "Enregistrer" }).click();
    await lead.getByRole("heading", { level: 1, name: BUYER }).waitFor();
    await lead.goto(quote);
    await lead.getByRole("button", { name: "Envoyer pour relecture" }).click();
    await lead.getByText("À relire par la coopérative").first().waitFor();
    await office.goto(quote);
    await confirm(office, "Valider");
    await office.getByText("Prêt à envoyer").first().waitFor();
    await lead.goto(quote);
    await confirm(lead, "Noter comme accepté");
    await lead.getByRole("button", { name: "Facturer en une fois" }).click();
    await lead.waitForURL(/factures/);
    invoice = new URL(lead.url()).pathname;
    await lead.getByRole("button", { name: "Envoyer pour relecture" }).click();
    await lead.getByText("À relire par la coopérative").first().waitFor();
    await office.goto(invoice);
    await confirm(office, "Valider et émettre");
    await office.getByText("En attente de paiement").first().waitFor();
  });

  it("quand la comptabilité passe l’écriture, alors le partenaire lit sa part et l’ouvre, au centime, sans rien lire des autres", async () => {
    await partner.goto(bid);
    await partner.getByText("La comptabilité passera l’écriture.").waitFor();
    const books = await screenOf(world.logIns.accountant);
    await books.goto(bid);
    await books.getByRole("button", { name: /Passer l’écriture de la facture/ }).click();
    await books.getByText("L’écriture est passée.").waitFor();
    await seen(books, "reponse-partagee");
    await partner.goto(bid);
    expect(await said(partner)).toMatch(/2 000,00 € HT.*Draine et compagnie : 765,43 €/);
    await seen(partner, "reponse-part-du-partenaire");
    await partner.getByRole("link", { name: "Voir l’écriture" }).click();
    // The address comes before the page: its title is another one.
    await partner.getByRole("heading", { level: 1 }).filter({ hasNotText: "Repeindre la halle" }).waitFor();
    const entry = await said(partner);
    expect(entry).toContain("765,43");
    expect(entry).not.toContain(world.activities.E.word);
    // The whole invoice is the lead's.
    expect((await partner.goto(invoice))?.status()).toBe(404);
  });
});

describe("Une réponse commune de plusieurs CAE, dans leur réseau", () => {
  it("se prépare dans le réseau, se gagne, et chaque CAE en fait son devis par un code", async () => {
    const lead = await screenOf(world.logIns.direction);
    const partner = await screenOf(world.logIns.stranger);
    await lead.goto(to("/reponses-communes"));
    const bid = await begin(lead, "Animer la fête du port", {
      ...{ task: "Scène et son", amount: "4 000", house: "732829320" },
    });
    await invite(lead, world.logIns.stranger, "Restauration", "2 500,50");
    await lead.getByText("Attend sa réponse").waitFor();

    // Whoever is of the network, but was not invited, sees nothing of it.
    const other = await screenOf(world.logIns.both);
    expect((await other.goto(bid))?.status()).toBe(404);

    await partner.goto(bid);
    await partner.getByRole("button", { name: "Accepter cette part" }).click();
    await partner.getByText("Ce numéro n’est pas un SIREN.").first().waitFor();
    // Whoever speaks for several says which one.
    const house = partner.getByLabel("Pour quelle CAE ou structure");
    expect(await house.inputValue()).not.toBe("");
    await house.fill("L’Autre Rive du réseau");
    await partner.getByLabel("SIREN de cette structure").fill("552 081 317");
    await partner.getByRole("button", { name: "Accepter cette part" }).click();
    await partner.getByText("Votre part est acceptée.").waitFor();
    await lead.goto(bid);
    await confirm(lead, "Déposer la réponse");
    await lead.getByText("répartition figée").waitFor();
    await lead.getByRole("button", { name: "Gagnée" }).click();
    await lead.getByText("Votre part à reprendre dans votre CAE").waitFor();
    await seen(lead, "reponse-du-reseau");

    // The lead bills: it quotes the whole to the buyer, the other one quotes its part to the lead's house.
    await partner.goto(bid);
    const code = await partner.getByLabel("Code de la part").inputValue();
    await partner.goto(`/${world.elsewhere}/reponses-communes`);
    await partner.getByRole("link", { name: "Reprendre une part gagnée" }).first().click();
    await partner.getByLabel("Code de la part").fill(code.slice(0, -3));
    await partner.getByRole("button", { name: "Faire le devis" }).click();
    await partner.getByText("Ce code est incomplet. Copiez-le en entier.").first().waitFor();
    await seen(partner, "reprendre-une-part");
    await partner.getByLabel("Code de la part").fill(code);
    await partner.getByRole("button", { name: "Faire le devis" }).click();
    await partner.getByText("Le devis est fait, en brouillon.").waitFor();
    await partner.getByRole("link", { name: "L’Établi du réseau" }).waitFor();
    expect(await said(partner)).toContain("2 500,50 €");
    await partner.goto(`/${world.elsewhere}/reponses-communes/reprendre`);
    await partner.getByLabel("Code de la part").fill(code);
    await partner.getByRole("button", { name: "Faire le devis" }).click();
    await partner.getByText("Cette part est déjà reprise ici.").first().waitFor();

    const own = await lead.getByLabel("Code de la part").inputValue();
    await lead.goto(home("/reponses-communes/reprendre"));
    await lead.getByLabel("Code de la part").fill(own);
    // Not E: what is written everywhere is written in it (rights/writing), and it may be closed by then.
    await lead.getByLabel("Pour votre activité").selectOption({ label: `${world.activities.D.word} et compagnie` });
    await lead.getByRole("button", { name: "Faire le devis" }).click();
    await lead.getByRole("link", { name: BUYER }).waitFor();
    expect(await said(lead)).toContain("6 500,50 €");
  });
});
