import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changeTerms, recordContract, replaceFact } from "#modules/membership/index.server.ts";
import { TERMS, type TermKey } from "#modules/membership/index.ts";
import { defineCommand, execute } from "#platform/command.ts";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as making from "../document/new-document.page.tsx";
import { recordStatutes, saveRepresentative } from "../template/record-statutes.command.ts";
import { clausesInWords } from "./term-fields.store.ts";

const NOW = "2026-11-27T10:00:00.000Z";
const MANDATORY = (kind: "cape" | "cesa") =>
  Object.fromEntries(
    Object.entries(TERMS)
      .filter(([, term]) => term.contract === kind && term.mandatory)
      .map(([key, term]) => [
        key,
        term.kind === "amount" ? "125050" : term.kind === "hours" ? "850" : `Clause ${key} écrite.`,
      ]),
  );

/** Writes the person's file as the parcours does. */
const tell = defineCommand({
  name: "test.tell",
  input: z.object({ personId: z.string(), facts: z.record(z.string(), z.string()) }),
  async run(context, { personId, facts }) {
    for (const [dimension, value] of Object.entries(facts)) {
      await replaceFact(context, {
        ...{ personId: personId as never, dimension, effectOn: "2020-01-01" as never, value, reason: "test" },
      });
    }
    context.audit({ subjectKind: "membership.person", subjectId: personId });
    return { personId };
  },
});

async function scene() {
  const { app } = await testApp();
  const tenant = await freshTenant({ now: NOW });
  Object.assign(app, { clock: () => tenant.host.clock() });
  const direction = await tenant.person({ roles: ["direction"] });
  const karim = await tenant.person({ roles: ["accompagnateur"] });
  const activityId = await tenant.activity();
  const samira = await tenant.person({ activities: [activityId] });
  const contract = async (kind: "cape" | "cesa", startsOn: string, endsOn: string) => {
    const made = await execute(tenant.host, direction.caller, recordContract, {
      ...{ personId: samira.personId, kind, startsOn, endsOn },
    });
    return (made as { contractId: string }).contractId;
  };
  const terms = (contractId: string, seen: number, values: Record<string, string>, from = "2026-12-01") =>
    execute(tenant.host, direction.caller, changeTerms, { contractId, seen, from, reason: "", values });
  const prepared = async (kind: string, query = "") => {
    const params = { cooperative: tenant.slug, personId: samira.personId };
    const { signedIn } = karim;
    const path = `/x/personnes/x/documents/nouveau?modele=${kind}${query}`;
    const { body } = await answerOf(() => making.loader(pageArguments(app, { signedIn, path, params }) as never));
    const { fields } = (body as { prepared: { fields: Prepared[] } }).prepared;
    return {
      told: (name: string) => fields.find((field) => field.name === name)?.value,
      missing: fields.filter(({ value }) => value === ""),
    };
  };
  return { tenant, direction, samira, contract, terms, prepared };
}
type Prepared = { name: string; value: string; filledIn?: string; article?: string };

/** What the cooperative, its statutes and the person's file say, once. */
async function known(tenant: TestTenant, direction: TestPerson, samira: TestPerson) {
  await execute(tenant.host, direction.caller, saveRepresentative, {
    version: 1,
    representative: "Hélène Le Gall",
    quality: "gérante",
  });
  await execute(tenant.host, direction.caller, recordStatutes, {
    ...{ title: "Statuts du 12 juin 2025", adoptedOn: "2025-06-12", effectiveOn: "2025-06-12" },
  });
  await execute(tenant.host, direction.caller, tell, {
    personId: samira.personId,
    facts: {
      ...{ birth_date: "1988-03-12", birth_place: "Quimper", street: "4 rue du Port" },
      ...{ postal_code: "29200", city: "Brest" },
    },
  });
  await tenant.run((tx) => sql`update membership.person set follower_id = ${direction.personId}`.execute(tx));
}

describe("Les clauses d’un contrat remplissent ses documents", () => {
  it("étant donné un CAPE dont les clauses sont complètes, quand on fait le document, alors rien ne manque", async () => {
    const { tenant, direction, samira, contract, terms, prepared } = await scene();
    const contractId = await contract("cape", "2026-12-01", "2027-11-30");
    const before = await prepared("cape");
    // Each is told with its article, and where it is filled for good.
    const means = before.missing.find(({ name }) => name === "contrat.moyens");
    expect(means).toMatchObject({ filledIn: "terms", article: "R127-1 2° ; L7331-2 b" });
    expect(before.missing.find(({ name }) => name === "personne.adresse")).toMatchObject({ filledIn: "socialFile" });
    await known(tenant, direction, samira);
    expect(await terms(contractId, -1, MANDATORY("cape"))).toMatchObject({ amendment: 0 });
    const { told, missing } = await prepared("cape");
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(told("contrat.engagements_maximum")?.replace(/\s/gu, " ")).toBe("1 250,50 €");
    expect(told("contrat.rupture")).toBe("Clause early_end écrite.");
    // The parties wrote no fee: the contract says so.
    expect(told("contrat.contribution")).toBe("sans objet");
    expect(told("personne.naissance_date")).toBe("12 mars 1988");
    expect(told("personne.adresse")).toBe("4 rue du Port, 29200 Brest");
  });

  it("un CESA aussi : montants, heures et jours en français ; l’avenant dit ce qui change", async () => {
    const { tenant, direction, samira, contract, terms, prepared } = await scene();
    const contractId = await contract("cesa", "2026-10-01", "");
    await known(tenant, direction, samira);
    const values = { ...MANDATORY("cesa"), trial_end: "2027-03-01" };
    await terms(contractId, -1, values);
    const { told, missing } = await prepared("cesa");
    expect(missing.map(({ name }) => name)).toEqual([]);
    const plain = (name: string) => told(name)?.replace(/\s/gu, " ");
    expect(plain("contrat.part_fixe")).toBe("1 250,50 € bruts par mois");
    expect(plain("contrat.duree_travail")).toBe("8 h 30 par semaine");
    expect(plain("contrat.essai_fin")).toBe("1er mars 2027");
    expect(plain("contrat.activite_minimale")).toBe("1 250,50 € de chiffre d’affaires hors taxes par an");

    await terms(contractId, 0, { ...values, weekly_hours: "1200", fixed_part: "60000" }, "2027-01-01");
    // Not in force yet: the contract still says the first ones, the amendment says the next ones.
    expect((await prepared("cesa")).told("contrat.part_fixe")).toContain("250,50");
    const amendment = await prepared("amendment");
    expect(amendment.told("avenant.numero")).toBe("1");
    expect(amendment.told("avenant.effet")).toBe("1er janvier 2027");
    expect(amendment.told("avenant.clauses")?.replace(/[^\S\n]/gu, " ")).toBe(
      "Durée du travail (heures par semaine) (L7331-2 d) : 12 h par semaine\n" +
        "Part fixe (salaire brut par mois) (L7331-2 d) : 600,00 € bruts par mois",
    );
    expect(amendment.missing.map(({ name }) => name)).toEqual([]);
  });

  it("chaque clause a son champ ; tant qu’il en manque une que la loi demande, rien n’est dit sans objet", () => {
    for (const kind of ["cape", "cesa"] as const) {
      const values = MANDATORY(kind) as Record<TermKey, string>;
      const whole = clausesInWords({ amendment: 0, values });
      const some = Object.fromEntries(Object.entries(values).slice(0, -1));
      expect(Object.values(whole)).toContain("sans objet");
      expect(Object.keys(whole).length).toBe(Object.values(TERMS).filter((term) => term.contract === kind).length);
      expect(Object.values(clausesInWords({ amendment: 0, values: some }))).not.toContain("sans objet");
    }
  });
});
