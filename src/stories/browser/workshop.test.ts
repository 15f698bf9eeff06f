/** A workshop on a telephone: asked for, wanted by somebody else, set up, joined, signed in the room, printed. */
import { afterAll, describe, expect, inject, it } from "vitest";
import { dayIn, type Instant } from "#kernel/day.ts";
import { timeIn } from "#kernel/zoned.ts";
import { closeChromium, openScreen } from "../chromium.ts";
import { createVisitor } from "../harness/visitor.ts";
import type { RoleName } from "../harness/world.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const to = (path: string) => `/${world.home}${path}`;
const TITLE = "Répondre à un marché public";

async function phoneOf(who: RoleName) {
  const screen = await openScreen({ baseURL: world.baseUrl, width: 390, height: 844 });
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(world.logIns[who], PASSWORD);
  await screen.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl })));
  return screen;
}

afterAll(closeChromium);

describe("Un atelier, sur un téléphone", () => {
  it("se demande, se vote, se prépare, se suit et se signe", async () => {
    const [asker, voter, trainer] = [
      await phoneOf("entrepreneurA"),
      await phoneOf("entrepreneurB"),
      await phoneOf("direction"),
    ];
    await asker.page.goto(to("/ateliers"));
    await asker.page.getByLabel("J’aimerais un atelier sur…").fill(TITLE);
    await asker.page.getByRole("button", { name: "Demander", exact: true }).click();
    await asker.page.getByText("1 personne intéressée").waitFor();

    await voter.page.goto(to("/ateliers"));
    await voter.page.getByRole("button", { name: `Cela m’intéresse : ${TITLE}` }).click();
    await voter.page.getByText("2 personnes intéressées").waitFor();

    const { page } = trainer;
    await page.goto(to("/ateliers"));
    await page.getByRole("link", { name: `Préparer l’atelier « ${TITLE} »` }).click();
    await expect.poll(() => page.getByLabel("Titre").inputValue()).toBe(TITLE);
    // In a quarter of an hour: signing opens half an hour before.
    const soon = new Date(Date.now() + 15 * 60_000).toISOString() as Instant;
    await page.getByLabel("Jour").first().fill(dayIn(soon, "Europe/Paris"));
    await page.getByLabel("Heure").first().fill(timeIn(soon, "Europe/Paris"));
    await page.getByRole("button", { name: "Créer l’atelier" }).click();
    await page.waitForURL(/ateliers\/[0-9a-f-]{36}$/);
    const address = new URL(page.url()).pathname;

    await asker.page.goto(address);
    await asker.page.getByRole("button", { name: `S’inscrire à « ${TITLE} »` }).click();
    await asker.page.getByText("Vous avez une place").first().waitFor();

    await page.goto(address);
    await page.getByRole("link", { name: "Émargement" }).click();
    await page.getByText("Dominique Alouet signe").click();
    const frame = page.getByRole("img", { name: "Signez dans le cadre" }).and(page.locator("svg:visible"));
    const box = await frame.boundingBox();
    if (box === null) throw new Error("no frame to sign in");
    await page.mouse.move(box.x + 30, box.y + 60);
    await page.mouse.down();
    for (const [x, y] of [
      [60, 30],
      [90, 80],
      [130, 40],
      [170, 90],
    ] as const)
      await page.mouse.move(box.x + x, box.y + y, { steps: 3 });
    await page.mouse.up();
    await page.getByRole("button", { name: "Je signe" }).and(page.locator("button:visible")).click();
    await page.getByRole("img", { name: "Signature de Dominique Alouet" }).waitFor();
    // Whoever leads signs too, by the keyboard.
    await page.getByText("Dominique Dupont signe").click();
    await page.getByLabel("Ou écrivez votre nom complet").and(page.locator("input:visible")).fill("dominique dupont");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByText(/Présence signée à/).count()).toBe(2);

    await asker.page.goto(new URL(page.url()).pathname);
    await asker.page.getByText(/Présence signée à/).waitFor();
    const sheet = await page.request.get(`${new URL(page.url()).pathname}/feuille`);
    expect([sheet.status(), sheet.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    for (const screen of [asker, voter, trainer]) await screen.finish();
  });
});
