/** A funder asks for figures: three clicks, and each figure says who is behind it. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { closeChromium, openScreen } from "../chromium.ts";
import { createVisitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const to = (path: string) => `/${world.home}${path}`;

async function directionScreen(script = true) {
  const screen = await openScreen({ baseURL: world.baseUrl, width: 1280, height: 844, script });
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(world.logIns.direction, PASSWORD);
  await screen.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl })));
  return screen;
}

/** The figure at the top of a page of statistics: « 12 personnes ». */
const peopleOf = async (page: Page) =>
  Number.parseInt((await page.getByRole("heading", { level: 1 }).textContent()) ?? "", 10);

/** Gives somebody of the cooperative a contract, by the form of their page. */
async function signContract(): Promise<void> {
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(world.logIns.direction, PASSWORD);
  const contract = { intention: "record", kind: "cesa", startsOn: "2026-01-01", endsOn: "" };
  await visitor.post(to(`/personnes/${world.activities.A.personId}`), contract);
}

afterAll(closeChromium);

describe("Le bilan d’un financeur", () => {
  it("s’ouvre en trois clics, et chaque chiffre ouvre ses personnes", async () => {
    const { page, finish } = await directionScreen();
    await signContract();
    await page.goto(to(""));
    await page.getByRole("navigation").getByRole("link", { name: "Statistiques" }).first().click();
    await page.getByRole("link", { name: "Ouvrir le bilan" }).click();
    // Hours open persons too, and count none.
    const figures = page.locator("main table a[href*='/statistiques/personnes']").filter({ hasNotText: "heure" });
    await figures.first().waitFor();
    const found = await figures.evaluateAll((links) =>
      links.map((link) => ({
        href: (link as HTMLAnchorElement).href,
        people: Number.parseInt(link.textContent ?? "", 10),
      })),
    );
    expect(found.length).toBeGreaterThan(3);
    await figures.first().click();
    await page.waitForURL(/statistiques\/personnes/);
    for (const { href, people } of found) {
      await page.goto(href);
      expect(await peopleOf(page), href).toBe(people);
      expect(await page.locator("main tbody tr").count()).toBe(people);
    }
    await finish();
  });

  it("une question se construit sans script : une condition, exclue, puis retirée", async () => {
    const { page, finish } = await directionScreen(false);
    await page.goto(to("/statistiques/question"));
    const answer = page.getByRole("region", { name: "Réponse" });
    const everybody = await answer.textContent();
    await page.getByLabel("De quoi parle la condition ?").selectOption({ label: "Contrat" });
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.getByLabel("CESA").check();
    await page.getByRole("button", { name: "Ajouter cette condition" }).click();
    await page.getByText("Contrat : CESA").first().waitFor();
    await page.getByRole("button", { name: "Exclure : Contrat : CESA" }).click();
    await page.getByRole("button", { name: "Ne plus exclure : Contrat : CESA" }).waitFor();
    await page.getByRole("button", { name: "Retirer : Contrat : CESA" }).click();
    await expect.poll(() => answer.textContent()).toBe(everybody);
    await finish();
  });
});
