/** Une assemblée générale, de la convocation au procès-verbal : un bureau, un écran dans la salle, deux téléphones. */
import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { create as encode } from "qrcode";
import { afterAll, describe, expect, inject, it } from "vitest";
import { addDays, dayIn, type Instant } from "#kernel/day.ts";
import { accessibilityFaults, closeChromium, openScreen, overflow } from "../chromium.ts";
import { createVisitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const to = (path: string) => `/${world.home}${path}`;
const pictures = process.env.ESSAIM_PICTURES;

async function seen(page: Page, name: string): Promise<void> {
  expect(await accessibilityFaults(page), name).toEqual([]);
  expect(await overflow(page), name).toBe(0);
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

async function screenOf(email: string, width: number) {
  const screen = await openScreen({ baseURL: world.baseUrl, width, height: width < 500 ? 844 : 800 });
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(email, PASSWORD);
  await screen.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl })));
  return screen;
}

/** Asked first in a dialog, then done. */
async function confirmed(page: Page, trigger: string, submit = trigger): Promise<void> {
  await page.getByRole("button", { name: trigger, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: submit, exact: true }).click();
}

/** The squares that a camera sees in the code of the screen, line by line: true where it is dark. */
async function squaresOf(page: Page, side: number): Promise<boolean[]> {
  return page.getByRole("img", { name: "Code de la salle" }).evaluate((image, across) => {
    const margin = 2;
    const scale = 4;
    const canvas = document.createElement("canvas");
    canvas.width = (across + 2 * margin) * scale;
    canvas.height = canvas.width;
    const drawn = canvas.getContext("2d");
    drawn?.drawImage(image as HTMLImageElement, 0, 0, canvas.width, canvas.height);
    return Array.from({ length: across * across }, (_, rank) => {
      const place = (of: number) => (margin + of + 0.5) * scale;
      const [x, y] = [place(rank % across), place(Math.floor(rank / across))];
      return (drawn?.getImageData(x, y, 1, 1).data[0] ?? 255) < 128;
    });
  }, side);
}

/** What fits a form that takes a paper. */
const PAPER = (name: string) => ({
  ...{ name, mimeType: "application/pdf" },
  buffer: Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
});

afterAll(closeChromium);

describe("Une assemblée générale", () => {
  it("se prépare, se convoque une fois qu’elle a une résolution, et son ordre du jour ne change plus", async () => {
    const { page, finish } = await screenOf(world.logIns.direction, 1280);
    await page.goto(to("/assemblees/nouvelle"));
    await page.getByLabel("Titre").fill("Assemblée d’été");
    const today = dayIn(new Date().toISOString() as Instant, "Europe/Paris");
    await page.getByLabel("Jour").first().fill(addDays(today, 40));
    await page.getByLabel("Heure").fill("18h30");
    await page.getByRole("button", { name: "Préparer", exact: true }).click();
    // What is missing is said beside its field, and what was typed is kept.
    await page.getByText("Dites où elle se tient").first().waitFor();
    expect(await page.getByLabel("Titre").inputValue()).toBe("Assemblée d’été");
    await page.getByLabel("Lieu").fill("Grande salle");
    await page.getByRole("button", { name: "Préparer", exact: true }).click();
    await page.waitForURL(/assemblees\/[0-9a-f-]{36}$/);
    await confirmed(page, "Convoquer", "Envoyer la convocation");
    await page.getByText("Ajoutez au moins une résolution avant de convoquer.").first().waitFor();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByLabel("Objet de la résolution").fill("Barème de la contribution");
    await page.getByLabel("Texte mis aux voix").fill("Le barème reste le même.");
    await page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await page.getByRole("heading", { name: "1. Barème de la contribution" }).waitFor();
    await expect.poll(() => page.getByLabel("Objet de la résolution").inputValue()).toBe("");
    await page.getByLabel("Titre du document").fill("Rapport de la gérance");
    await page.getByRole("button", { name: "Joindre", exact: true }).click();
    await page.getByText("Choisissez le fichier à joindre.").first().waitFor();
    expect(await page.getByLabel("Titre du document").inputValue()).toBe("Rapport de la gérance");
    await page.getByLabel("Fichier").setInputFiles({ ...PAPER("rapport.pdf"), buffer: Buffer.from("<script>") });
    await page.getByRole("button", { name: "Joindre", exact: true }).click();
    await page.getByText("Joignez un PDF, un PNG ou un JPEG.").first().waitFor();
    await page.getByLabel("Fichier").setInputFiles(PAPER("rapport.pdf"));
    await page.getByRole("button", { name: "Joindre", exact: true }).click();
    await page.getByRole("link", { name: "Ouvrir « Rapport de la gérance »" }).waitFor();
    await seen(page, "assemblee-preparee");
    await confirmed(page, "Convoquer", "Envoyer la convocation");
    await page.getByText("Convocation envoyée").waitFor();
    expect(await page.getByLabel("Objet de la résolution").count()).toBe(0);
    await seen(page, "assemblee-convoquee");
    await finish();
  });

  it("se tient : un pouvoir, deux signatures, un vote qui change, un résultat, un procès-verbal que chacun lit", async () => {
    const [desk, phone, absent] = [
      await screenOf(world.logIns.direction, 1280),
      // Nobody is signed in on that phone yet.
      await openScreen({ baseURL: world.baseUrl, width: 390, height: 844 }),
      await screenOf(world.assembly.absent, 390),
    ];
    const here = to(`/assemblees/${world.assembly.assemblyId}`);
    const { page } = desk;

    // A paper that comes after the convocation is told, and read by who was called.
    await page.goto(here);
    await page.getByLabel("Titre du document").fill("Comptes de l’exercice");
    await page.getByLabel("Fichier").setInputFiles(PAPER("comptes.pdf"));
    await page.getByRole("button", { name: "Joindre", exact: true }).click();
    await page.getByRole("link", { name: "Ouvrir « Comptes de l’exercice »" }).waitFor();
    await absent.page.goto(here);
    const paperLink = absent.page.getByRole("link", { name: "Ouvrir « Comptes de l’exercice »" });
    const address = (await paperLink.getAttribute("href")) ?? "";
    const read = await absent.page.request.get(address);
    expect([read.status(), read.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    const outsider = createVisitor(world.baseUrl);
    await outsider.signIn(world.logIns.entrepreneurB, PASSWORD);
    expect((await outsider.get(address)).status).toBe(404);
    await absent.page.getByLabel("Donné à").selectOption({ label: "Dominique Martinet" });
    await seen(absent.page, "telephone-pouvoir");
    await absent.page.getByRole("button", { name: "Enregistrer le pouvoir" }).click();
    await absent.page.getByText("Dominique Sterne donne pouvoir à Dominique Martinet").waitFor();

    await page.goto(here);
    await confirmed(page, "Ouvrir la séance");
    await page.waitForURL(/seance$/);
    const first = page.getByRole("region", { name: "1. Approbation des comptes" });
    const room = await screenOf(world.logIns.direction, 1280);
    await room.page.goto(`${here}/ecran`);
    const code = (await room.page.locator("strong.font-mono").textContent()) ?? "";
    await seen(room.page, "assemblee-ecran");

    // What a phone reads on the screen is this address, square by square.
    const scanned = `${world.baseUrl}${here}/voter?code=${code}`;
    const { modules } = encode(scanned, { errorCorrectionLevel: "M" });
    const squares = await squaresOf(room.page, modules.size);
    expect(squares).toEqual([...modules.data].map((dark) => dark === 1));
    await phone.page.goto(scanned);
    // It asks who they are, then brings them where the code leads.
    await phone.page.getByLabel("Adresse e-mail").fill(world.assembly.present);
    await phone.page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
    await phone.page.getByRole("button", { name: "Se connecter" }).click();
    await phone.page.waitForURL(/voter\?code=/);
    expect(await phone.page.getByLabel("Code affiché dans la salle").inputValue()).toBe(code);
    await phone.page.getByLabel("Code affiché dans la salle").fill("abc");
    await phone.page.getByRole("button", { name: "Je suis là" }).click();
    await phone.page.getByText("Ce n’est pas le code affiché dans la salle.").first().waitFor();
    await phone.page.getByLabel("Code affiché dans la salle").fill(code);
    await seen(phone.page, "telephone-emargement");
    await phone.page.getByRole("button", { name: "Je suis là" }).click();
    await phone.page.getByText("Vous votez pour Dominique Sterne, Dominique Martinet.").waitFor();
    await room.page.getByText("Présents ou représentés : 2 sur 3").waitFor();
    await page.getByText("Représenté par Dominique Martinet").waitFor();

    await first.getByRole("button", { name: "Ouvrir le vote" }).click();
    await phone.page.getByRole("heading", { name: "1. Approbation des comptes" }).waitFor();
    const mine = phone.page.getByRole("form", { name: "Vote de Dominique Martinet" });
    await mine.getByRole("button", { name: "Contre" }).click();
    await phone.page.getByText("Votre choix : Contre").waitFor();
    await mine.getByRole("button", { name: "Pour" }).click();
    await phone.page.getByText("Votre choix : Pour").waitFor();
    const theirs = phone.page.getByRole("form", { name: "Vote de Dominique Sterne" });
    await theirs.getByRole("button", { name: "Pour" }).click();
    await expect.poll(() => phone.page.getByText("Votre choix : Pour").count()).toBe(2);
    await seen(phone.page, "telephone-vote");
    await page.getByText("Votes reçus : 2 sur 2").waitFor();
    await seen(page, "assemblee-seance");
    await confirmed(page, "Clore le vote");
    await first.getByText("Adoptée").waitFor();
    await phone.page.getByText("Aucun vote n’est ouvert.").waitFor();

    await page.getByRole("button", { name: "Clore la séance" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Clore la séance" }).click();
    // The dialog stays while something is missing.
    await dialog.locator("[aria-invalid=true]").first().waitFor();
    await dialog.getByLabel("Présidence").fill("Camille Fondation");
    await dialog.getByLabel("Secrétariat").fill("Dominique Dupont");
    await dialog.getByRole("button", { name: "Clore la séance" }).click();
    await page.waitForURL(/proces-verbal$/);
    // The phone and the screen of the room come back to what was decided.
    await phone.page.waitForURL(new RegExp(`${world.assembly.assemblyId}$`));
    await room.page.waitForURL(new RegExp(`${world.assembly.assemblyId}$`));
    await phone.page.getByText("Adoptée").waitFor();
    await seen(phone.page, "telephone-resultat");

    const text = await page.getByLabel("Texte du procès-verbal").inputValue();
    for (const said of [
      "Présents (1) : Dominique Martinet.",
      "Représentés (1) : Dominique Sterne par Dominique Martinet.",
      "La résolution est adoptée.",
      "Cette résolution n’a pas été mise aux voix.",
    ]) {
      expect(text).toContain(said);
    }
    await page.getByRole("button", { name: "Publier le procès-verbal" }).click();
    await page.getByText("Version 1, publiée le").waitFor();
    await seen(page, "proces-verbal");
    const paper = await page.request.get(`${here}/proces-verbal/pdf`);
    expect([paper.status(), paper.headers()["content-type"]]).toEqual([200, "application/pdf"]);

    await absent.page.goto(`${here}/proces-verbal`);
    await absent.page.getByText("La résolution est adoptée.").waitFor();
    await seen(absent.page, "telephone-proces-verbal");
    await absent.page.goto(to("/decisions"));
    await absent.page.getByRole("heading", { name: "Approbation des comptes" }).waitFor();
    for (const screen of [desk, phone, absent, room]) await screen.finish();
  });
});
