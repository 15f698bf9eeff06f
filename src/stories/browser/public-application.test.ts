/** From a public page on a phone to a person of the cooperative, without anything typed twice. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, inject, it } from "vitest";
import { closeChromium, openScreen, overflow } from "../chromium.ts";
import { inDays } from "../harness/days.ts";
import { createVisitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";
import { linkSentTo } from "./journey.ts";

const world = inject("world");
const to = (path: string) => `/${world.home}${path}`;
const EMAIL = "rozenn.tassel@histoires.example";

async function direction() {
  const screen = await openScreen({ baseURL: world.baseUrl, width: 1280 });
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(world.logIns.direction, PASSWORD);
  await screen.context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl })));
  return screen;
}

/** A meeting of this story's own: others cancel those of the world. */
async function holdMeeting(): Promise<void> {
  const visitor = createVisitor(world.baseUrl);
  await visitor.signIn(world.logIns.direction, PASSWORD);
  const meeting = {
    heldOn: inDays(21),
    startsAt: "18h30",
    minutes: "90",
    place: "Atelier du port",
    seats: "40",
    published: "oui",
  };
  await visitor.post(to("/reunions-information/nouvelle"), meeting);
}

afterAll(closeChromium);

describe("Rejoindre la coopérative", () => {
  it("sur un téléphone, sans compte : ce qui manque est dit, ce qui est tapé reste, la demande part", async () => {
    await holdMeeting();
    const { page, finish } = await openScreen({ baseURL: world.baseUrl, width: 390, height: 844 });
    await page.goto(to("/rejoindre"));
    expect(await overflow(page)).toBe(0);
    await page.getByText("Atelier du port").click();
    await page.getByLabel("Prénom").fill("Rozenn");
    await page.getByLabel("Adresse e-mail").fill(EMAIL);
    await page.getByLabel("Téléphone").fill("06 01 02 03 04");
    await page.getByLabel("Votre métier").selectOption({ label: "Couture, textile" });
    await page.getByLabel("Votre projet en quelques mots").fill("Voiles et bâches réparées au port.");
    // Somebody reads before they send; a program does not.
    await sleep(2_100);
    await page.getByRole("button", { name: "Envoyer ma demande" }).click();
    await page.getByText("Cochez cette case").first().waitFor();
    expect(await page.getByLabel("Votre projet en quelques mots").inputValue()).toContain("Voiles");
    await page.getByLabel("Nom", { exact: true }).fill("Tassel");
    await page.getByLabel("J’accepte que la coopérative").check();
    await page.getByRole("button", { name: "Envoyer ma demande" }).click();
    await page.waitForURL(/rejoindre\/merci$/);
    await page.getByText("Votre demande est envoyée").waitFor();

    // By the link of the message: one's own candidacy, completed on the same phone.
    const link = await linkSentTo(world.data, EMAIL);
    await page.goto(link);
    await page.getByText("Votre place est réservée à une réunion d’information.").waitFor();
    await page.getByLabel("Ville").fill("Douarnenez");
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("C’est enregistré.").waitFor();
    expect(await overflow(page)).toBe(0);
    await finish();
  });

  it("l’équipe entend, accepte, et trouve une personne sans rien retaper", async () => {
    const { page, finish } = await direction();
    await page.goto(to("/candidatures"));
    await page.getByRole("link", { name: "Rozenn Tassel" }).click();
    await page.getByText("Voiles et bâches réparées au port.").waitFor();
    await page.getByRole("button", { name: "Je m’en occupe" }).click();
    await page.getByText("Suivi enregistré").waitFor();
    await page.getByRole("button", { name: "Noter un entretien" }).click();
    const talk = page.getByRole("dialog");
    await talk.getByLabel("Notes").fill("Gestes sûrs, clientèle au port.");
    await talk.getByRole("button", { name: "Enregistrer les notes" }).click();
    await page.getByText("Gestes sûrs, clientèle au port.").waitFor();
    await page.getByRole("button", { name: "Accepter" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Accepter" }).click();
    await page.getByRole("button", { name: "Créer la personne" }).click();
    await page.waitForURL(/personnes\/[0-9a-f-]{36}$/);
    expect(await page.getByLabel("Prénom").inputValue()).toBe("Rozenn");
    expect(await page.getByLabel("Nom", { exact: true }).inputValue()).toBe("Tassel");
    expect(await page.getByLabel("Téléphone").inputValue()).toBe("06 01 02 03 04");
    await page.getByRole("link", { name: "Candidature", exact: true }).click();
    await page.getByText("Voiles et bâches réparées au port.").waitFor();
    await page.getByText("Douarnenez").waitFor();
    await finish();
  });
});
