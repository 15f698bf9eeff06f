/** Le réseau s’en va : l’application le dit, ne perd rien, et revient d’elle-même. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { closeChromium, openScreen } from "../chromium.ts";
import { openLine } from "../harness/line.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const to = (path: string) => `/${world.home}${path}`;

afterAll(closeChromium);

/** Signed in, with the worker in charge of the page. */
async function entered(line?: string) {
  const screen = await openScreen({ baseURL: world.baseUrl, ...(line === undefined ? {} : { line }) });
  const { page } = screen;
  await page.goto(`/connexion?suite=${to("/clients")}`);
  await page.getByLabel("Adresse e-mail").fill(world.logIns.entrepreneurA);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  return screen;
}

/** Every address that the browser keeps, in all of its caches. */
const keptIn = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });

describe("Sans réseau", () => {
  it("une page qu’on recharge dit qu’on est hors connexion, puis revient toute seule", async () => {
    const line = await openLine();
    const { page, finish } = await entered(line.url);
    await page.goto(to("/factures"));
    await line.cut();
    await page.reload();
    await page.getByRole("heading", { name: "Vous êtes hors connexion" }).waitFor();
    expect(page.url()).toContain(to("/factures"));
    await line.mend();
    await page.getByRole("heading", { name: "Factures" }).waitFor();
    await finish();
    await line.cut();
  });

  it("la page ouverte reste lisible, rien ne la quitte, et ce qu’on écrit part au retour du réseau", async () => {
    const { page, context, finish } = await entered();
    await page.goto(to("/clients/nouveau"));
    await page.getByLabel("Particulier").check();
    await page.getByLabel("Nom", { exact: true }).fill("Mme Hors Connexion");
    await context.setOffline(true);
    await page.getByText("Rien ne partira avant le retour du réseau.").waitFor();
    await page.getByRole("button", { name: "Ajouter ce client" }).click();
    await page.getByRole("link", { name: "Devis", exact: true }).first().click();
    expect(page.url()).toContain(to("/clients/nouveau"));
    expect(await page.getByLabel("Nom", { exact: true }).inputValue()).toBe("Mme Hors Connexion");
    await context.setOffline(false);
    await page.getByText("Rien ne partira avant le retour du réseau.").waitFor({ state: "detached" });
    expect(await page.getByLabel("Nom", { exact: true }).inputValue()).toBe("Mme Hors Connexion");
    await page.getByRole("link", { name: "Devis", exact: true }).first().click();
    await page.waitForURL((url) => url.pathname === to("/devis"));
    await finish();
  });

  it("rien de personne n’est gardé sur l’appareil : ni page, ni données, ni document", async () => {
    const { page, finish } = await entered();
    for (const path of ["", "/factures", "/clients", "/argent"]) await page.goto(to(path));
    await page.getByRole("link", { name: "Factures", exact: true }).first().click();
    await page.getByRole("heading", { name: "Factures" }).waitFor();
    await page.reload();
    const kept = await keptIn(page);
    expect(kept).toContain("/hors-connexion.html");
    expect(kept.some((path) => path.startsWith("/assets/"))).toBe(true);
    expect(kept.filter((path) => !/^\/(assets\/[^/]+|hors-connexion\.(html|css|js)|favicon\.svg)$/.test(path))).toEqual(
      [],
    );
    await finish();
  });

  it("s’installe : un nom, des icônes, une adresse de départ", async () => {
    const manifest = await (await fetch(`${world.baseUrl}/manifest.webmanifest`)).json();
    expect(manifest).toMatchObject({ name: "Essaim", start_url: "/", display: "standalone" });
    for (const { src, type } of manifest.icons) {
      const answer = await fetch(world.baseUrl + src);
      expect([src, answer.status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([src, 200, type]);
    }
  });
});
