/** Deux histoires d’un réseau : un audit jusqu’au certificat ; un pôle apprécié à trois, comparé, convenu, prévu. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { closeChromium } from "../chromium.ts";
import { emailOf } from "../harness/world-inputs.ts";
import { as, confirm, given, seen, to, visitorOf } from "./network-screen.ts";

const { network } = inject("world");
const CHIEF = network.logIns.networkChief;
const ANIMATOR = network.logIns.animator;

const file = (name: string, lines: readonly string[]) => ({
  ...{ name, mimeType: "text/csv" },
  buffer: Buffer.from(lines.join("\n")),
});

afterAll(closeChromium);

const GRID = [
  "code;objectif général;objectif principal;indicateur;niveau 0;niveau 1;niveau 2",
  "A1;Coopérer;Décider ensemble;Les règles sont écrites;Non;Connues;Écrites",
  "B1;Coopérer;Mettre en commun;Un lieu est partagé;Non;Parfois;Toujours",
  "C1;Durer;S’engager;Une convention lie les membres;Non;Lettre;Convention",
  "C1;Durer;S’engager;Le même code deux fois;Non;Lettre;Convention",
];
const LIST = [
  "code;domaine;niveau;critère;preuve attendue",
  "J1;Juridique;obligatoire;Les statuts sont déposés;Statuts",
  "J2;Juridique;obligatoire;La coopérative est assurée;Attestation",
  "T1;Territoire;recommandé;Une permanence est tenue;Calendrier",
  "T2;Territoire;recommandé;Les achats sont locaux;Règle d’achat",
  "T3;Territoire;parfois;Un niveau inconnu;Rien",
];

/** Starts a project of both structures and gives its address, and who speaks for the second one. */
async function startProject(page: Page, name: string): Promise<{ address: string; delegate: string }> {
  await page.goto(to("/cooperation"));
  const both = page.getByRole("checkbox", { name: /du réseau$/ });
  await both.nth(0).check();
  await both.nth(1).check();
  await page.getByRole("button", { name: "Ajouter le projet" }).click();
  // The name is missing: it is said beside it, and every box is still ticked.
  await page.getByRole("alert").waitFor();
  expect([await both.nth(0).isChecked(), await both.nth(1).isChecked()]).toEqual([true, true]);
  await page.getByRole("textbox", { name: "Projet", exact: true }).fill(name);
  await page.getByRole("button", { name: "Ajouter le projet" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  const delegate = await page
    .getByRole("checkbox", { name: /L’Autre Rive du réseau/ })
    .first()
    .getAttribute("value");
  return { address: new URL(page.url()).pathname, delegate: delegate ?? "" };
}

describe("La coopération", () => {
  it("un pôle est apprécié par trois personnes, comparé, convenu, prévu", async () => {
    const { page, finish } = await as(CHIEF);
    await page.goto(to("/cooperation/grilles"));
    await page.getByRole("textbox", { name: "Nom de la grille" }).fill("Grille du pôle");
    await page.getByRole("button", { name: "Créer une grille vide" }).click();
    await page.getByLabel("Fichier").setInputFiles(file("grille.csv", GRID));
    await page.getByRole("button", { name: "Importer", exact: true }).click();
    await page.getByText("3 indicateurs importés.").waitFor();
    await page.getByText("Ligne 5 : ce code est déjà plus haut dans le fichier.").waitFor();
    await seen(page, "grille");
    await confirm(page, "Publier");
    await page.getByRole("button", { name: "Préparer la version suivante" }).waitFor();

    const { address } = await startProject(page, "Pôle des deux rives");
    await page.getByRole("combobox", { name: "Grille" }).selectOption({ label: "Grille du pôle, version 1" });
    await page.getByRole("combobox", { name: "Mode" }).selectOption({ label: "Diagnostic mutuel" });
    await page
      .getByRole("checkbox", { name: /\(.*du réseau/ })
      .first()
      .check();
    await page.getByRole("button", { name: "Lancer une appréciation" }).click();
    await page.getByText("Un diagnostic mutuel demande au moins deux personnes.").first().waitFor();
    for (const structure of ["L’Établi du réseau", "L’Autre Rive du réseau"]) {
      await page
        .getByRole("checkbox", { name: new RegExp(structure) })
        .last()
        .check();
    }
    await page.locator(`input[name=raterIds][value="${network.personId}"]`).check();
    await seen(page, "projet-neuf");
    await page.getByRole("button", { name: "Lancer une appréciation" }).click();
    await page.getByText("Apprécie encore").first().waitFor();
    const round = new URL(page.url()).pathname;

    for (const [rank, role] of ["direction", "stranger", "both"].entries()) {
      const rater = await as(emailOf(role), rank !== 2);
      await rater.page.goto(`${round}/apprecier`);
      if (rank === 0) {
        // A comment alone is no rating: it is said beside the indicator, and stays.
        await rater.page.getByRole("textbox", { name: "Commentaire" }).fill("À revoir ensemble");
        await rater.page.getByRole("button", { name: "Enregistrer et passer à la suite" }).click();
        await rater.page.getByText("Choisissez une des possibilités.").first().waitFor();
        expect(await rater.page.getByRole("textbox", { name: "Commentaire" }).inputValue()).toBe("À revoir ensemble");
        await seen(rater.page, "apprecier");
      }
      for (const step of [0, 1, 2]) {
        await rater.page
          .getByRole("radio")
          .nth(step === 0 ? rank : 1)
          .check();
        await rater.page.getByRole("button", { name: "Enregistrer et passer à la suite" }).click();
        await rater.page.getByText(step === 2 ? "Tout est apprécié" : `${step + 1} indicateurs sur 3`).waitFor();
      }
      await rater.page.getByRole("button", { name: "J’ai terminé" }).click();
      await rater.page.waitForURL(new RegExp(`${round}$`));
      // What the others said is read by nobody before the comparison.
      await rater.page.getByText("La carte des écarts s’ouvrira avec la comparaison.").waitFor();
      expect(await rater.page.getByRole("heading", { name: "Carte des écarts" }).count()).toBe(0);
      await rater.finish();
    }
    await page.goto(round);
    await confirm(page, "Ouvrir la comparaison");
    await page.getByText("Écart fort (2)").waitFor();
    await seen(page, "carte-des-ecarts");

    const lead = await as(emailOf("direction"));
    await lead.page.goto(`${round}/apprecier`);
    // Whoever comes to rate too late arrives at the comparison.
    await lead.page.getByRole("link", { name: "A1 Les règles sont écrites" }).click();
    await lead.page.getByRole("textbox", { name: "Votre remarque" }).fill("Le règlement date de mars.");
    await lead.page.getByRole("button", { name: "Ajouter la remarque" }).click();
    await lead.page.getByText("Le règlement date de mars.").first().waitFor();
    expect(await lead.page.getByRole("textbox", { name: "Votre remarque" }).inputValue()).toBe("");
    for (const rank of [1, 2, 3]) {
      await lead.page.getByText(`${rank} sur 3`).waitFor();
      await lead.page.getByRole("radio").nth(1).check();
      await lead.page.getByRole("textbox", { name: "Pourquoi" }).fill("Vu ensemble.");
      if (rank === 1) await seen(lead.page, "indicateur");
      await lead.page.getByRole("button", { name: "Convenir de cette valeur et passer à la suite" }).click();
    }
    await lead.page.getByRole("heading", { name: "Profil convenu" }).waitFor();
    await lead.page.getByRole("textbox", { name: "Quoi" }).fill("Écrire la convention");
    await lead.page.getByRole("textbox", { name: "Qui", exact: true }).fill("L’Établi");
    await lead.page.getByRole("textbox", { name: "Avant le" }).fill("31/12/2099");
    await lead.page.getByRole("button", { name: "Prévoir l’action" }).click();
    await lead.page.getByText("Action prévue").waitFor();
    expect(await lead.page.getByRole("textbox", { name: "Quoi" }).inputValue()).toBe("");
    await confirm(lead.page, "Arrêter les valeurs convenues");
    await lead.page.getByText("Valeurs convenues").first().waitFor();
    await seen(lead.page, "tour-ferme");
    await given(lead.page, `${round}/rapport.pdf`, "%PDF-");
    await lead.page.goto(address);
    await lead.page.getByText("Écrire la convention").waitFor();
    await seen(lead.page, "projet");
    await lead.finish();
    await finish();
  });
});

describe("Le label", () => {
  it("va de l’inscription au certificat, avec une preuve, un audit et une action corrective", async () => {
    const chief = await as(CHIEF);
    const { page } = chief;
    const { delegate } = await startProject(page, "Repérage");
    const setting = await visitorOf(CHIEF);
    const added = await setting.post(to("/structures/nouvelle"), {
      name: "Coop des Abers",
      kind: "cae",
      listed: "oui",
    });
    const structure = added.headers.get("location") ?? "";
    const seated = await setting.post(structure, { intention: "seat", personId: delegate, function: "Gérance" });
    expect([added.status, seated.status]).toEqual([302, 302]);

    await page.goto(to("/label/referentiels"));
    await page.getByRole("textbox", { name: "Nom du référentiel" }).fill("Référentiel des Abers");
    await page.getByRole("button", { name: "Créer une liste vide" }).click();
    await page.getByLabel("Fichier").setInputFiles(file("criteres.csv", LIST));
    await page.getByRole("button", { name: "Importer", exact: true }).click();
    await page.getByText("4 critères importés.").waitFor();
    await page.getByText("Ligne 6 : le niveau doit être").waitFor();
    await seen(page, "referentiel");
    await confirm(page, "Publier");
    await page.getByText("Version publiée : ses critères").waitFor();

    const own = await as(emailOf("stranger"));
    await own.page.goto(to("/label"));
    await own.page.getByRole("combobox", { name: "Structure" }).selectOption({ label: "Coop des Abers" });
    await own.page
      .getByRole("combobox", { name: "Référentiel" })
      .selectOption({ label: "Référentiel des Abers, version 1" });
    await own.page.getByRole("button", { name: "Inscrire", exact: true }).click();
    await own.page.getByText("4 critères restent à renseigner.").waitFor();
    const labelling = new URL(own.page.url()).pathname;
    await own.page.goto(to("/label/preuves"));
    await own.page.getByRole("combobox", { name: "Structure" }).selectOption({ label: "Coop des Abers" });
    await own.page.getByRole("textbox", { name: "Nom de la preuve" }).fill("Attestation d’assurance");
    await own.page.getByRole("button", { name: "Ajouter la preuve" }).click();
    await own.page.getByText("Donnez un fichier ou une adresse, l’un des deux.").first().waitFor();
    const proof = { name: "attestation.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
    await own.page.getByLabel("Fichier").setInputFiles(proof);
    await own.page.getByRole("button", { name: "Ajouter la preuve" }).click();
    await own.page.getByText("Preuve ajoutée").waitFor();
    expect(await own.page.getByRole("textbox", { name: "Nom de la preuve" }).inputValue()).toBe("");
    await seen(own.page, "preuves");
    await own.page.goto(labelling);
    await own.page.getByRole("link", { name: "Commencer par le premier critère à renseigner" }).click();
    for (const rank of [1, 2, 3, 4]) {
      await own.page.getByText(`${rank} sur 4`).waitFor();
      await own.page.getByRole("radio", { name: rank === 4 ? "Non atteint" : "Atteint", exact: true }).check();
      if (rank === 2) await own.page.getByRole("checkbox", { name: "Attestation d’assurance" }).check();
      if (rank === 2) await seen(own.page, "critere-structure");
      await own.page.getByRole("button", { name: "Enregistrer et passer au suivant" }).click();
    }
    await own.page.getByText("La règle serait respectée.").waitFor();
    await seen(own.page, "demarche-structure");
    await confirm(own.page, "Remettre l’autoévaluation");
    await own.page.getByText("En cours d’audit").waitFor();

    const animator = await as(ANIMATOR);
    await animator.page.goto(labelling);
    // Whoever speaks for the structure is not among those who may assess it.
    expect(await animator.page.locator(`select[name=personId] option[value="${delegate}"]`).count()).toBe(0);
    await animator.page.getByRole("combobox", { name: "Personne" }).selectOption(network.personId);
    await animator.page.getByRole("button", { name: "Confier l’évaluation" }).click();
    await animator.page.getByText("Évaluation confiée").waitFor();
    await seen(animator.page, "demarche-equipe");
    await animator.finish();

    const auditor = await as(emailOf("both"));
    await auditor.page.goto(to("/label/audits"));
    await auditor.page.getByText("0 sur 4").waitFor();
    await seen(auditor.page, "audits");
    await auditor.page.getByRole("link", { name: "Coop des Abers" }).click();
    await auditor.page.getByRole("link", { name: "Commencer par le premier critère" }).click();
    for (const rank of [1, 2, 3, 4]) {
      await auditor.page.getByText(`${rank} sur 4`).waitFor();
      if (rank === 3) {
        await auditor.page.getByText("Demander une action corrective").click();
        await auditor.page.getByRole("textbox", { name: "Ce qui est à corriger" }).fill("Afficher le calendrier");
        await auditor.page.getByRole("textbox", { name: "Avant le" }).fill("31/12/2099");
        await auditor.page.getByRole("button", { name: "Demander l’action" }).click();
        await auditor.page.getByText("Action demandée").waitFor();
        expect(await auditor.page.getByLabel("Ce qui est à corriger").inputValue()).toBe("");
        await seen(auditor.page, "critere-audit");
      }
      await auditor.page.getByRole("radio", { name: rank === 4 ? "Non conforme" : "Conforme", exact: true }).check();
      await auditor.page.getByRole("button", { name: "Enregistrer le constat et passer au suivant" }).click();
    }
    await auditor.page.getByText("La règle serait respectée.").waitFor();
    await own.page.goto(labelling);
    await own.page.getByText("Dire que c’est fait").first().click();
    await own.page.getByRole("textbox", { name: "Ce qui a été fait" }).fill("Affiché en vitrine.");
    await own.page.getByRole("button", { name: "Dire que c’est fait" }).click();
    await own.page.getByText("À vérifier", { exact: true }).waitFor();
    await auditor.page.reload();
    await auditor.page.getByRole("button", { name: "Vérifier" }).click();
    await auditor.page.getByText("Vérifiée", { exact: true }).waitFor();
    await auditor.finish();

    await page.goto(labelling);
    await page.getByRole("button", { name: "Prononcer la décision" }).click();
    await page.getByRole("textbox", { name: "Mot joint à la décision" }).fill("Bravo.");
    await page.getByRole("dialog").getByRole("button", { name: "Prononcer la décision" }).click();
    await page.getByText(/Label obtenu, certificat n° \d{4}-\d{4}/).waitFor();
    await seen(page, "demarche-decidee");
    await given(own.page, `${labelling}/certificat.pdf`, "%PDF-");
    await own.page.goto(to("/label"));
    await own.page.getByRole("link", { name: /^\d{4}-\d{4}$/ }).waitFor();
    await seen(own.page, "label");
    await own.finish();
    await chief.finish();
  });
});
