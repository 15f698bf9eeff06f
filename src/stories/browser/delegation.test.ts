/** Work entrusted to another cooperative: proposed, signed, done from the other house, read in the log, revoked. */
import { afterAll, describe, expect, inject, it } from "vitest";
import { closeChromium, openScreen } from "../chromium.ts";
import { createVisitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const PROVIDER = "la-paie-commune";

async function screenOf(email: string, width: number) {
  const screen = await openScreen({ baseURL: world.baseUrl, width, height: 844 });
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(email, PASSWORD);
  await screen.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl })));
  return screen.page;
}

afterAll(closeChromium);

describe("Une délégation entre deux CAE", () => {
  it("se propose, se signe, s’exerce, se lit au journal et se révoque", async () => {
    const client = await screenOf(world.logIns.stranger, 1280);
    const provider = await screenOf(`fondation@${PROVIDER}.example`, 390);
    const there = `/${world.elsewhere}/travaux-confies`;
    const statusOf = async (address: string) => (await provider.goto(address))?.status();

    await client.goto(`/${world.elsewhere}/delegations/nouvelle`);
    await client.getByLabel("CAE prestataire").fill(PROVIDER);
    await client.getByLabel("Déclarations sociales").check();
    await client.getByLabel("Prix de l’unité").nth(2).fill("90");
    await client.getByRole("button", { name: "Signer et envoyer" }).click();
    await client.getByText("attend la réponse de La Paie Commune").waitFor();
    const agreement = new URL(client.url()).pathname;
    expect(await statusOf(there)).toBe(404);

    const mine = agreement.replace(world.elsewhere, PROVIDER);
    await expect.poll(() => statusOf(mine), { timeout: 10_000 }).toBe(200);
    await provider.getByRole("button", { name: "Signer la convention" }).click();
    await provider.getByText("Signée pour le prestataire par Camille Fondation").waitFor();
    await provider.getByLabel("Personne de votre équipe").selectOption({ label: "Camille Fondation" });
    await provider.getByRole("button", { name: "Nommer une personne" }).click();
    await provider.getByText("Depuis le").waitFor();

    await expect.poll(() => statusOf(there), { timeout: 10_000 }).toBe(200);
    await provider.getByRole("link", { name: "Déclarations sociales" }).click();
    await provider.getByRole("button", { name: "Marquer comme fait" }).click();
    await provider.getByText("Fait le").waitFor();
    for (const page of ["", "/personnes", "/factures", "/compta", "/recherche?q=a", "/delegations", "/notifications"]) {
      expect([page, await statusOf(`/${world.elsewhere}${page}`)]).toEqual([page, 404]);
    }

    await client.goto(agreement);
    await client.getByText("Travail fait").first().waitFor();
    await client.getByText("Mettre fin à la convention").last().click();
    await client.getByLabel("Pourquoi").fill("Nous reprenons ce travail.");
    await client.getByRole("button", { name: "Mettre fin maintenant" }).click();
    await client.getByText("Nous reprenons ce travail.").waitFor();
    expect(await statusOf(there)).toBe(404);
  }, 120_000);
});
