import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeSocialFile } from "#modules/parcours/index.server.ts";
import { consentsOf } from "#modules/privacy/index.server.ts";
import type { App } from "#platform/app.ts";
import { answerOf, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { evaluateSkills } from "../evaluation/evaluate.command.ts";
import type { GridVersion } from "../grid/grid.ts";
import { idOf, skilledTenant } from "../skills.fixture.ts";
import * as page from "./directory.page.tsx";
import { directoryCards } from "./directory.store.ts";
import { answers, type Card, contactText, draftOf } from "./entry.ts";
import * as joint from "./joint-answer.page.tsx";
import * as own from "./own-entry.page.tsx";
import { showOneself } from "./show-oneself.command.ts";

let app: App;
let tenant: TestTenant;
let helene: TestPerson;
let samira: TestPerson;
let yann: TestPerson;
let grid: GridVersion;
let run: Awaited<ReturnType<typeof skilledTenant>>["run"];
let as: Awaited<ReturnType<typeof skilledTenant>>["as"];

beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  ({ tenant, helene, grid, run, as } = await skilledTenant(app));
  samira = await tenant.person({ activities: [await tenant.activity()] });
  yann = await tenant.person({ activities: [await tenant.activity("Le Goff Formation")] });
  await tenant.run((tx) =>
    sql`update membership.person set phone = '06 11 22 33 44' where id = ${samira.personId}`.execute(tx),
  );
  const file = { section: "contact", seen: "", from: "2026-01-01", values: { city: "Landerneau" } };
  await run(helene, changeSocialFile, { personId: samira.personId, ...file });
  const levels = { [idOf(grid, "Prix")]: "2", [idOf(grid, "Réseau")]: "3" };
  await run(samira, evaluateSkills, { personId: samira.personId, gridVersion: grid.version, levels });
  const severe = { [idOf(grid, "Prix")]: "1" };
  await run(helene, evaluateSkills, { personId: samira.personId, gridVersion: grid.version, levels: severe });
});

const choice = (more: Record<string, unknown> = {}) => ({ agreed: "oui", trade: "Plomberie", ...more });
const cards = () =>
  tenant.run((tx) => directoryCards({ tx, organizationId: tenant.organizationId, today: "2026-11-20" as never }));
const list = async (who: TestPerson, search = "") =>
  (await answerOf(() => page.loader(as(who, `annuaire${search}`)))).body as Awaited<ReturnType<typeof page.loader>>;

describe("L’annuaire", () => {
  it("ne montre personne tant que personne n’a accepté, puis seulement ce qui a été choisi", async () => {
    expect(await cards()).toEqual([]);
    expect(await run(samira, showOneself, choice())).toEqual({ shown: true });
    const hidden = { presentation: "", site: "", town: "", email: "", phone: "", skills: [] };
    expect(await cards()).toEqual([{ personId: samira.personId, name: "Samira Roux", trade: "Plomberie", ...hidden }]);
    tenant.setNow("2026-11-20T10:05:00.000Z");
    const skillIds = [idOf(grid, "Prix"), idOf(grid, "Trésorerie"), tenant.newId()];
    await run(samira, showOneself, choice({ shows: ["town", "phone"], skillIds }));
    const [card] = await cards();
    expect(card).toMatchObject({ town: "Landerneau", phone: "06 11 22 33 44", email: "", site: "" });
    // Her own level, never the team's; a skill that she did not evaluate is not shown.
    expect(card?.skills.map(({ name, level }) => [name, level])).toEqual([["Prix", "Aide"]]);
  });

  it("garde la trace de l’accord et du texte lu ; retiré ici ou dans ses données, la fiche disparaît aussitôt", async () => {
    await run(samira, showOneself, choice());
    const consent = () =>
      tenant.run((tx) => consentsOf(tx, tenant.organizationId, samira.personId)).then((all) => all.get("directory"));
    expect(await consent()).toMatchObject({ agreed: true, wordingVersion: 1 });
    tenant.setNow("2026-11-20T11:00:00.000Z");
    expect(await run(samira, showOneself, { agreed: "", trade: "Plomberie" })).toEqual({ shown: false });
    expect(await consent()).toMatchObject({ agreed: false, at: "2026-11-20T11:00:00.000Z" });
    expect(await cards()).toEqual([]);
  });

  it("ne montre plus qui ne mène plus d’activité, ni qui est archivé", async () => {
    await run(samira, showOneself, choice());
    await run(yann, showOneself, choice({ trade: "Formation" }));
    await tenant.run(async (tx) => {
      await sql`update membership.participation set ends_on = '2026-11-01' where person_id = ${samira.personId}`.execute(
        tx,
      );
      await sql`update membership.person set archived_at = now() where id = ${yann.personId}`.execute(tx);
    });
    expect(await cards()).toEqual([]);
  });

  it("ne garde rien de la fiche de qui est effacé", async () => {
    await run(samira, showOneself, choice());
    const kept = await tenant.run(async (tx) => {
      await sql`update membership.participation set ends_on = '2026-11-01' where person_id = ${samira.personId}`.execute(
        tx,
      );
      await sql`select privacy.erase_person('identity', ${samira.personId}, '2060-01-01', ${tenant.host.clock()}::timestamptz)`.execute(
        tx,
      );
      return sql`select 1 from skills.directory_entry`.execute(tx);
    });
    expect(kept.rows).toEqual([]);
  });

  it("refuse une fiche qui ne dit rien, et qui ne mène pas d’activité", async () => {
    expect(await run(samira, showOneself, { agreed: "oui", shows: ["email"] })).toMatchObject({
      ...{ kind: "invalid", code: "directory.nothing", field: "trade" },
    });
    expect(await run(samira, showOneself, choice({ shows: ["nir"] }))).toMatchObject({ code: "input.invalid" });
    expect(await run(helene, showOneself, choice())).toMatchObject({ kind: "forbidden" });
    expect((await answerOf(() => own.loader(as(helene, "annuaire/moi")))).status).toBe(403);
    await expect(tenant.run((tx) => sql`delete from skills.directory_entry`.execute(tx))).rejects.toThrow();
  });

  it("montre l’aperçu sans rien enregistrer, garde ce qui est tapé quand c’est refusé", async () => {
    const skill = idOf(grid, "Réseau");
    const search = `?apercu=oui&trade=Chauffage&shows=email&shows=nir&skillIds=${skill}&agreed=oui`;
    const { body } = await answerOf(() => own.loader(as(samira, `annuaire/moi${search}`)));
    expect(body).toMatchObject({
      ...{ isDraft: true, agreed: true },
      card: { trade: "Chauffage", email: `${samira.personId}@etabli.example`, phone: "", skills: [{ name: "Réseau" }] },
    });
    expect(await cards()).toEqual([]);
    const refused = await answerOf(() =>
      own.action(
        as(samira, "annuaire/moi", {
          form: [
            ["agreed", "oui"],
            ["presentation", "Bonjour"],
          ],
        }),
      ),
    );
    expect(refused).toMatchObject({ status: 422, body: { typed: { presentation: "Bonjour" } } });
    const done = await answerOf(() =>
      own.action(
        as(samira, "annuaire/moi", {
          form: [
            ["agreed", "oui"],
            ["trade", "Gaz"],
            ["shows", "email"],
            ["shows", "phone"],
          ],
        }),
      ),
    );
    expect(done).toMatchObject({ status: 302, location: `/${tenant.slug}/annuaire/moi` });
    expect(await cards()).toMatchObject([
      { trade: "Gaz", email: `${samira.personId}@etabli.example`, phone: "06 11 22 33 44" },
    ]);
  });

  it("se cherche et se filtre par ce qui est montré, et par rien d’autre", async () => {
    await run(samira, showOneself, choice({ skillIds: [idOf(grid, "Prix")] }));
    await run(yann, showOneself, choice({ trade: "Formation", shows: ["email"] }));
    const names = async (search: string) => (await list(yann, search)).rows.map(({ trade }) => trade);
    expect(await names("?q=plombe")).toEqual(["Plomberie"]);
    expect(await names(`?competence=${idOf(grid, "Prix")}`)).toEqual(["Plomberie"]);
    expect(await names("?metier=formation")).toEqual(["Formation"]);
    // Her town is known and not shown: nobody finds her by it.
    expect(await names("?q=landerneau")).toEqual([]);
    const { trades, skills, sites } = await list(yann);
    expect([trades.map(({ label }) => label), skills.map(({ label }) => label), sites]).toEqual([
      ["Formation", "Plomberie"],
      ["Prix"],
      [],
    ]);
    const stranger = await (await freshTenant()).person();
    expect((await answerOf(() => page.loader(as(stranger, "annuaire")))).status).toBe(404);
  });

  it("réunit les contacts de qui l’on choisit, parmi celles et ceux qui se montrent", async () => {
    await run(samira, showOneself, choice({ shows: ["email"] }));
    const search = `?avec=${samira.personId}&avec=${yann.personId}&avec=x`;
    const { body } = await answerOf(() => joint.loader(as(yann, `annuaire/reponse${search}`)));
    expect((body as { chosen: Card[] }).chosen.map(contactText)).toEqual([
      `Samira Roux ; Plomberie ; ${samira.personId}@etabli.example`,
    ]);
  });
});

describe("Une recherche", () => {
  const card: Card = {
    ...{
      personId: "1",
      name: "Élise Nguyen",
      trade: "Photographie",
      presentation: "",
      site: "Quimper",
      town: "",
      email: "",
      phone: "",
    },
    skills: [{ id: "s", name: "Fixer ses prix", level: "Aide" }],
  };
  const none = { q: "", trade: "", skill: "", site: "" };
  it("ne tient pas compte des accents, et demande tout à la fois", () => {
    expect(answers(card, { ...none, q: "elise PRIX" })).toBe(true);
    expect(answers(card, { ...none, q: "elise", site: "Brest" })).toBe(false);
    expect(answers(card, { ...none, skill: "s", trade: "photographie", site: "Quimper" })).toBe(true);
    expect(draftOf(new URLSearchParams("trade=x"))).toBeNull();
  });
});
