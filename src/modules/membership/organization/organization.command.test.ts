import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type Command, defineCommand, execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { loadPresence } from "../person/presence.store.ts";
import { addSite, renameSite } from "../site/change-site.command.ts";
import { sitesOf } from "../site/site.store.ts";
import { type CreatedCooperative, createCooperative, type Installer } from "./create-cooperative.command.ts";
import { cooperativesOf, findOrganization, hasCooperative } from "./organization.store.ts";
import { organizationProfile } from "./profile.store.ts";
import { saveSettings, updateOrganization } from "./update-organization.command.ts";

let tenant: TestTenant;
let direction: TestPerson;
let last = 0;

beforeEach(async () => {
  tenant = await freshTenant();
  direction = await tenant.person({ roles: ["direction"] });
  last += 1;
});

const IDENTITY = {
  legalName: "La Ruche Solidaire",
  legalForm: "SCIC SA à capital variable",
  siren: "404 833 048",
  siret: "404 833 048 00022",
  vatNumber: "",
  street: "3 place du Marché",
  postalCode: "35000",
  city: "Rennes",
  iban: "FR76 3000 6000 0112 3456 7890 189",
};
const FOUNDER = { firstName: "Nadia", lastName: "Le Goff", administratorEmail: "Nadia@Ruche.example" };

const as = <I, O>(who: TestPerson, command: Command<I, O>, input: unknown) =>
  execute(tenant.host, who.caller, command, input);

const slug = () => `ruche-${process.pid}-${last}`;
const userId = () => `founder-${process.pid}-${last}` as Id<"user">;

async function created(input: object = {}, installers: Installer[] = []): Promise<CreatedCooperative> {
  const result = await createCooperative(
    tenant.host,
    { ...IDENTITY, ...FOUNDER, slug: slug(), ...input },
    { userId: userId(), installers },
  );
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result;
}

describe("Créer une coopérative", () => {
  it("avec son site et la personne qui l'administre et la dirige, tout de suite reconnue", async () => {
    const made = await created();
    const caller = { organizationId: made.organizationId, userId: userId() };
    const presence = await withTenant(tenant.database.app, caller, (tx) =>
      loadPresence(tx, caller, "2026-11-22T10:00:00.000Z" as Instant),
    );
    expect(presence?.actor.grants).toEqual([
      { role: "administrator", reach: "all" },
      { role: "direction", reach: "all" },
    ]);
    const profile = await withTenant(tenant.database.app, caller, (tx) => organizationProfile(tx, made.organizationId));
    expect(profile).toMatchObject({
      siren: "404833048",
      siret: "40483304800022",
      vatNumber: "FR83404833048",
      iban: "FR7630006000011234567890189",
      timeZone: "Europe/Paris",
    });
    const { rows } = await withTenant(tenant.database.app, caller, (tx) =>
      sql<{ action: string; user_id: string }>`select action, user_id from platform.audit`.execute(tx),
    );
    expect(rows).toEqual([{ action: "membership.organization.create", user_id: userId() }]);
  });

  it("laisse chaque module y mettre ses réglages de départ, dans la même transaction", async () => {
    const seen: string[] = [];
    const made = await created({}, [
      async (context) => {
        seen.push(context.organizationId);
        await context.tx
          .withTables<{ "membership.site": { organization_id: string; id: string; name: string } }>()
          .insertInto("membership.site")
          .values({ organization_id: context.organizationId, id: context.id(), name: "Annexe" })
          .execute();
      },
    ]);
    expect(seen).toEqual([made.organizationId]);
    last += 1;
    const failing = created({}, [() => Promise.reject(new Error("no chart of accounts"))]);
    await expect(failing).rejects.toThrow("no chart of accounts");
    expect(await cooperativesOf(tenant.database.app, userId())).toEqual([]);
  });

  it.each([
    [{ siren: "404 833 049" }, { fields: { siren: "field.siren" } }],
    [{ siret: "732 829 320 00074" }, { code: "organization.siretOfOther", field: "siret" }],
    [{ vatNumber: "FR44732829320" }, { code: "organization.vatOfOther", field: "vatNumber" }],
    [{ vatNumber: "FR00404833048" }, { fields: { vatNumber: "field.vatNumber" } }],
    [{ iban: "FR76" }, { fields: { iban: "field.iban" } }],
    [{ accentColour: "#ffff00" }, { code: "organization.paleColour", field: "accentColour" }],
    [{ timeZone: "Mars/Olympus" }, { fields: { timeZone: "field.timeZone" } }],
    [{ slug: "connexion" }, { code: "organization.slugReserved", field: "slug" }],
    [{ slug: "La Ruche" }, { fields: { slug: "field.slug" } }],
    [{ administratorEmail: "nadia" }, { fields: { administratorEmail: "field.email" } }],
    [{ legalName: "" }, { fields: { legalName: "field.required" } }],
  ])("refuse %o", async (wrong, expected) => {
    const input = { ...IDENTITY, ...FOUNDER, slug: slug(), ...wrong } as Parameters<typeof createCooperative>[1];
    const result = await createCooperative(tenant.host, input, { userId: userId(), installers: [] });
    expect(result).toMatchObject(expected);
    expect(await cooperativesOf(tenant.database.app, userId())).toEqual([]);
  });

  it("accepte La Poste", async () => {
    const made = await created({ siren: "356000000", siret: "356 000 000 12120" });
    expect(made.slug).toBe(slug());
  });

  it("deux coopératives n'ont pas la même adresse, et la première reste seule par la page d'accueil", async () => {
    await created();
    const again = { ...IDENTITY, ...FOUNDER, slug: slug() };
    const options = { userId: userId(), installers: [] };
    expect(await createCooperative(tenant.host, again, options)).toMatchObject({ code: "organization.slugTaken" });
    expect(
      await createCooperative(tenant.host, { ...again, slug: `${slug()}-b` }, { ...options, onlyFirst: true }),
    ).toMatchObject({ code: "organization.notFirst" });
    expect(await hasCooperative(tenant.database.app)).toBe(true);
  });
});

describe("Trouver sa coopérative", () => {
  it("par son adresse, seulement si on en est membre", async () => {
    const made = await created();
    expect(await findOrganization(tenant.database.app, made.slug, userId())).toBe(made.organizationId);
    expect(await findOrganization(tenant.database.app, made.slug, direction.caller.userId)).toBeNull();
    expect(await findOrganization(tenant.database.app, "nulle-part", userId())).toBeNull();
    const mine = await cooperativesOf(tenant.database.app, userId());
    expect(mine).toEqual([{ organizationId: made.organizationId, slug: made.slug, name: "La Ruche Solidaire" }]);
  });

  it("pas celle qu'on a quittée", async () => {
    const made = await created();
    await withTenant(tenant.database.app, { organizationId: made.organizationId, userId: null }, (tx) =>
      sql`update membership.person set archived_at = now()`.execute(tx),
    );
    expect(await findOrganization(tenant.database.app, made.slug, userId())).toBeNull();
    expect(await cooperativesOf(tenant.database.app, userId())).toEqual([]);
  });
});

describe("Régler la coopérative", () => {
  const change = { ...IDENTITY, siren: "732829320", siret: "73282932000074", version: 1 };

  it("la seconde personne est prévenue", async () => {
    expect(await as(direction, updateOrganization, change)).toMatchObject({ version: 2 });
    expect(await as(direction, updateOrganization, { ...change, city: "Vannes" })).toMatchObject({
      kind: "conflict",
      code: "organization.changedMeanwhile",
    });
    const profile = await tenant.run((tx) => organizationProfile(tx, tenant.organizationId));
    expect(profile).toMatchObject({ legalName: "La Ruche Solidaire", city: "Rennes", vatNumber: "FR44732829320" });
  });

  it("est réservé à la direction et à l'administration", async () => {
    for (const role of ["accountant", "accompagnateur", "payroll"] as const) {
      const who = await tenant.person({ roles: [role] });
      expect(await as(who, updateOrganization, change), role).toMatchObject({ code: "organization.notAllowed" });
      expect(await as(who, addSite, { name: "Brest" }), role).toMatchObject({ code: "site.notAllowed" });
    }
  });

  const saveSales = defineCommand({
    name: "sales.settings.save",
    input: z.object({ footer: z.string(), version: z.number() }),
    run: (context, { footer, version }) => saveSettings(context, "sales", { footer }, version),
  });

  it("chaque module garde sa part, sans toucher à celle des autres", async () => {
    await tenant.run((tx) =>
      sql`update membership.organization set settings = '{"contribution": {"rate": 1000}}' where organization_id = ${tenant.organizationId}`.execute(
        tx,
      ),
    );
    expect(await as(direction, saveSales, { footer: "Merci", version: 1 })).toMatchObject({ version: 2 });
    const profile = await tenant.run((tx) => organizationProfile(tx, tenant.organizationId));
    expect(profile.settings).toEqual({ contribution: { rate: 1000 }, sales: { footer: "Merci" } });
    expect(await as(direction, saveSales, { footer: "Autre", version: 1 })).toMatchObject({
      code: "organization.changedMeanwhile",
    });
    const entrepreneur = await tenant.person();
    expect(await as(entrepreneur, saveSales, { footer: "Autre", version: 2 })).toMatchObject({
      code: "organization.notAllowed",
    });
  });

  it("ses sites ont chacun un nom", async () => {
    const brest = await as(direction, addSite, { name: "Brest" });
    if (isRefusal(brest)) throw new Error(brest.code);
    expect(await as(direction, addSite, { name: "BREST" })).toMatchObject({ code: "site.nameTaken", field: "name" });
    await as(direction, addSite, { name: "Quimper" });
    expect(await as(direction, renameSite, { siteId: brest.siteId, name: "quimper" })).toMatchObject({
      code: "site.nameTaken",
    });
    expect(await as(direction, renameSite, { siteId: brest.siteId, name: "Brest Centre" })).toMatchObject(brest);
    const sites = await tenant.run((tx) => sitesOf(tx, tenant.organizationId));
    expect(sites.map(({ name }) => name)).toEqual(["Brest Centre", "Quimper"]);
    const other = await freshTenant();
    const stranger = await other.person({ roles: ["direction"] });
    const theirs = execute(other.host, stranger.caller, renameSite, { siteId: brest.siteId, name: "Volé" });
    expect(await theirs).toMatchObject({ code: "site.missing" });
  });
});
