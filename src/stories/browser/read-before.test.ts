/** Whoever validates reads what the customer will read; what is refused is told where one looks. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { closeChromium, openScreen } from "../chromium.ts";
import { createVisitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const to = (path: string) => `/${world.home}${path}`;

async function screenOf(who: "entrepreneurA" | "direction", width = 1280) {
  const screen = await openScreen({ baseURL: world.baseUrl, width, height: 844 });
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(world.logIns[who], PASSWORD);
  await screen.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl })));
  return screen;
}

/** A quote with a customer of its own and particular words, sent for review; its address in the queue. */
async function submitQuote(page: Page): Promise<string> {
  await page.goto(to("/devis/nouveau"));
  await page.getByText("Nouveau client").click();
  await page.getByLabel("Particulier").check();
  await page.getByLabel("Nom", { exact: true }).fill("Mme Jeanne Œuvrard");
  await page.getByRole("button", { name: "Ajouter ce client" }).click();
  const customer = page.getByRole("combobox", { name: "Client" }).and(page.locator("input"));
  await expect.poll(() => customer.inputValue()).toBe("Mme Jeanne Œuvrard");
  // The customer is there: its fields are folded, and a second click adds nobody.
  expect(await page.getByLabel("Nom", { exact: true }).isVisible()).toBe(false);
  await page.getByLabel("Désignation").fill("Pose d’une douche");
  await page.getByLabel("Prix unitaire HT").fill("450");
  await page.getByText("Validité, dates, mentions").click();
  await page.getByLabel("Offre valable (jours)").fill("45");
  await page.getByLabel("Mentions particulières").fill("Assurance décennale 123");
  await page.getByRole("button", { name: "Envoyer pour relecture" }).click();
  await page.waitForURL(/devis\/[0-9a-f-]{36}$/);
  return to(`/a-relire/devis/${page.url().split("/").pop()}`);
}

afterAll(closeChromium);

describe("Relire avant de valider", () => {
  it("les mentions et la durée se lisent; une demande sans un mot se corrige dans sa fenêtre", async () => {
    const writer = await screenOf("entrepreneurA");
    const address = await submitQuote(writer.page);
    const { page, finish } = await screenOf("direction");
    await page.goto(address);
    await page.getByText("Assurance décennale 123").waitFor();
    await page.getByText("45", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Demander une correction" }).click();
    const window = page.getByRole("dialog");
    await window.getByRole("button", { name: "Demander une correction" }).click();
    await expect.poll(() => window.getByLabel("Votre demande").getAttribute("aria-invalid")).toBe("true");
    await window.getByLabel("Votre demande").fill("Le taux est de 10 %.");
    await window.getByRole("button", { name: "Demander une correction" }).click();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await finish();
    await writer.finish();
  });

  it("sur un téléphone, la barre du bas ne cache aucun bouton de la facture", async () => {
    const { page, finish } = await screenOf("entrepreneurA", 390);
    await page.goto(to("/factures/nouvelle"));
    await page.locator("html[data-keyboard=heard]").waitFor({ state: "attached" });
    const covered = await page.locator("main form button:visible").evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const stays = getComputedStyle(button.parentElement as Element).position === "sticky";
        // What scrolls can be scrolled into view; what stays on screen must be seen.
        if (!stays || y > innerHeight) return [];
        return button.contains(document.elementFromPoint(x, y)) ? [] : [button.textContent];
      }),
    );
    expect(covered).toEqual([]);
    await finish();
  });

  it("au clavier sur un téléphone, ce que l'on atteint n'est jamais sous une barre (WCAG 2.4.11)", async () => {
    const { page, finish } = await screenOf("entrepreneurA", 390);
    await page.goto(to("/factures/nouvelle"));
    await page.locator("html[data-keyboard=heard]").waitFor({ state: "attached" });
    await page.locator("main input:visible").first().focus();
    const reached: string[] = [];
    const covered: string[] = [];
    for (let turn = 0; turn < 40; turn++) {
      await page.keyboard.press("Tab");
      const found = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused.closest("main") === null) return null;
        const { left, top, width, height } = focused.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        const name = focused.getAttribute("name") ?? focused.textContent ?? focused.tagName;
        return { name, seen: seen !== null && (focused.contains(seen) || seen.contains(focused)) };
      });
      if (found === null) break;
      reached.push(found.name);
      if (!found.seen) covered.push(found.name);
    }
    expect(reached.length).toBeGreaterThan(12);
    expect(covered).toEqual([]);
    await finish();
  });
});
