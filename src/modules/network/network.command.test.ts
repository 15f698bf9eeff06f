import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { createCooperative } from "#modules/membership/index.server.ts";
import { type Command, execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { playing } from "#testing/playing.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { membersOn } from "./affiliation/affiliation.store.ts";
import { endAffiliation, recordAffiliation } from "./affiliation/record-affiliation.command.ts";
import { readDirectory } from "./directory/directory.store.ts";
import { addPlace, removePlace } from "./place/save-place.command.ts";
import { endSeat, giveSeat } from "./seat/give-seat.command.ts";
import { seatsOf } from "./seat/seat.store.ts";
import { installOwnStructure, ownStructureId } from "./structure/own-structure.store.ts";
import { addStructure, describeStructure, identifyStructure } from "./structure/save-structure.command.ts";
import { listStructures } from "./structure/structure.store.ts";
import type { StructureId } from "./structure/structure.ts";

const TODAY = "2026-11-22" as never;
let network: TestTenant;
let team: TestPerson;
let delegate: TestPerson;

const { as, done } = playing(() => network);
const add = (name: string, more: Record<string, unknown> = {}) =>
  done(team, addStructure, { kind: "cae", name, ...more }).then(({ structureId }) => structureId);
const version = async (id: StructureId) =>
  network.run(async (tx) => {
    const { rows } = await sql<{ version: number }>`select version from network.structure where id = ${id}`.execute(tx);
    return rows[0]?.version ?? 0;
  });

beforeEach(async () => {
  network = await freshTenant({ house: "network" });
  team = await network.person({ roles: ["facilitator"] });
  delegate = await network.person();
});

describe("Les structures d’un réseau", () => {
  it("une structure s’ajoute, se trouve par son département, celui du siège ou d’un lieu d’accueil", async () => {
    const id = await add("L’Établi", {
      postalCode: "29200",
      city: "Brest",
      trades: ["building", "care"],
      listed: "oui",
    });
    await done(team, addPlace, { structureId: id, kind: "permanence", city: "Lannion", department: "22" });
    await add("La Varlope", { postalCode: "20250", city: "Corte" });
    const names = (search: object) =>
      network.run(async (tx) =>
        (await readDirectory(tx, network.organizationId, { on: TODAY, ...search })).rows.map(({ name }) => name),
      );
    expect(await names({ department: "29" })).toEqual(["L’Établi"]);
    expect(await names({ department: "22" })).toEqual(["L’Établi"]);
    expect(await names({ department: "2B" })).toEqual(["La Varlope"]);
    expect(await names({ region: "53" })).toEqual(["L’Établi"]);
    expect(await names({ trade: "care" })).toEqual(["L’Établi"]);
    expect(await names({ text: "etabli" })).toEqual(["L’Établi"]);
    expect(await names({ text: "100%_" })).toEqual([]);
    expect(await names({ listedOnly: true })).toEqual(["L’Établi"]);
  });

  it("deux structures n’ont ni le même nom ni le même SIREN", async () => {
    const id = await add("L’Établi", { siren: "732 829 320" });
    expect(await as(team, addStructure, { kind: "cae", name: "l’établi" })).toMatchObject({ code: "structure.known" });
    expect(await as(team, addStructure, { kind: "cae", name: "Autre", siren: "732829320" })).toMatchObject({
      code: "structure.known",
    });
    const other = await add("Autre");
    const renamed = { structureId: other, version: 1, kind: "cae", name: "L’ÉTABLI" };
    expect(await as(team, identifyStructure, renamed)).toMatchObject({ code: "structure.known" });
    await done(team, identifyStructure, { structureId: id, version: 1, kind: "cae", name: "L’Établi", siren: "" });
    expect(await version(id)).toBe(2);
    const late = { structureId: id, version: 1, kind: "cae", name: "L’Atelier" };
    expect(await as(team, identifyStructure, late)).toMatchObject({ code: "structure.changedMeanwhile" });
  });

  it("qui a une représentation tient la fiche de sa structure, et d’aucune autre", async () => {
    const own = await add("L’Établi");
    const other = await add("Autre");
    const words = { version: 1, description: "Quarante activités", website: "etabli.example" };
    expect(await as(delegate, describeStructure, { structureId: own, ...words })).toMatchObject({
      code: "network.notSeated",
    });
    const { seatId } = await done(team, giveSeat, { personId: delegate.personId, structureId: own });
    await done(delegate, describeStructure, { structureId: own, ...words });
    expect(await as(delegate, describeStructure, { structureId: other, ...words })).toMatchObject({
      code: "network.notSeated",
    });
    const { placeId } = await done(delegate, addPlace, {
      structureId: own,
      kind: "site",
      city: "Brest",
      department: "29",
    });
    expect(await as(delegate, removePlace, { structureId: other, placeId })).toMatchObject({
      code: "network.notSeated",
    });
    await done(delegate, removePlace, { structureId: own, placeId });
    expect(await as(delegate, removePlace, { structureId: own, placeId })).toMatchObject({ code: "place.missing" });
    // What the team says of it is not theirs.
    expect(
      await as(delegate, identifyStructure, { structureId: own, version: 2, kind: "lab", name: "X" }),
    ).toMatchObject({ kind: "forbidden", code: "network.notStaff" });
    expect(await as(delegate, giveSeat, { personId: delegate.personId, structureId: other })).toMatchObject({
      code: "network.notStaff",
    });
    network.setNow("2026-12-01T10:00:00.000Z");
    await done(team, endSeat, { seatId });
    expect(await as(team, endSeat, { seatId })).toMatchObject({ code: "seat.missing" });
    expect(await as(delegate, addPlace, { structureId: own, kind: "site", city: "B", department: "29" })).toMatchObject(
      {
        code: "network.notSeated",
      },
    );
    const held = (on: string) =>
      network.run((tx) => seatsOf(tx, network.organizationId, delegate.personId, on as never));
    expect([(await held("2026-11-30")).length, (await held("2026-12-01")).length]).toEqual([1, 0]);
  });

  it("une représentation va à une personne du réseau, une fois par structure", async () => {
    const structureId = await add("L’Établi");
    const stranger = network.newId<"person">();
    expect(await as(team, giveSeat, { personId: stranger, structureId })).toMatchObject({ code: "seat.personMissing" });
    const nowhere = network.newId<"structure">();
    expect(await as(team, giveSeat, { personId: delegate.personId, structureId: nowhere })).toMatchObject({
      code: "structure.missing",
    });
    await done(team, giveSeat, { personId: delegate.personId, structureId });
    expect(await as(team, giveSeat, { personId: delegate.personId, structureId })).toMatchObject({
      code: "seat.already",
    });
  });
});

describe("Les adhésions", () => {
  it("datées et plurielles : plusieurs réseaux à la fois, jamais deux fois le même", async () => {
    const structureId = await add("L’Établi");
    const one = await add("Confédération", { kind: "network" });
    const two = await add("Famille du bâtiment", { kind: "network" });
    const { affiliationId } = await done(team, recordAffiliation, {
      ...{ structureId, networkId: one, startsOn: "2020-01-01" },
    });
    await done(team, recordAffiliation, { structureId, networkId: two, startsOn: "2022-01-01" });
    const join = (networkId: StructureId, startsOn: string) =>
      as(team, recordAffiliation, { structureId, networkId, startsOn });
    expect(await join(one, "2026-01-01")).toMatchObject({ code: "affiliation.already" });
    expect(await join(structureId, "2026-01-01")).toMatchObject({ code: "structure.itself" });
    expect(await join(await add("Tiers-lieu", { kind: "thirdPlace" }), "2026-01-01")).toMatchObject({
      code: "structure.notNetwork",
    });
    expect(await as(team, endAffiliation, { affiliationId, endsOn: "2019-12-31" })).toMatchObject({
      code: "affiliation.endsBefore",
    });
    await done(team, endAffiliation, { affiliationId, endsOn: "2023-12-31" });
    expect(await as(team, endAffiliation, { affiliationId, endsOn: "2024-12-31" })).toMatchObject({
      code: "affiliation.missing",
    });
    const members = (on: string, id: StructureId) =>
      network.run((tx) => membersOn(tx, network.organizationId, on as never, id));
    expect(await members("2023-12-31", one)).toEqual([structureId]);
    expect(await members("2024-01-01", one)).toEqual([]);
    expect(await members("2024-01-01", two)).toEqual([structureId]);
    // It may come back.
    await done(team, recordAffiliation, { structureId, networkId: one, startsOn: "2024-01-01" });
    // The database keeps what was recorded.
    const rewrite = network.run((tx) => sql`update network.affiliation set starts_on = '2021-01-01'`.execute(tx));
    await expect(rewrite).rejects.toThrow("dated fact");
  });
});

describe("Une coopérative n’est pas un réseau", () => {
  it("rien de tout cela n’y existe, même pour sa direction", async () => {
    const cae = await freshTenant();
    const chief = await cae.person({ roles: ["direction", "administrator"] });
    for (const [command, input] of [
      [addStructure, { kind: "cae", name: "X" }],
      [describeStructure, { structureId: cae.newId(), version: 1 }],
      [addPlace, { structureId: cae.newId(), kind: "site", city: "B", department: "29" }],
    ] as [Command<unknown, unknown>, unknown][]) {
      expect(await execute(cae.host, chief.caller, command, input)).toMatchObject({
        ...{ kind: "missing", code: "network.notNetwork" },
      });
    }
  });
});

describe("Un réseau se connaît lui-même", () => {
  it("dès sa création, et on y adhère ; une coopérative n’a rien de tel", async () => {
    const { host } = network;
    const found = async (house: "cae" | "network", slug: string) => {
      const numbers = house === "network" ? { siren: "", siret: "" } : { siren: "732829320", siret: "73282932000074" };
      const words = { legalName: `Maison ${slug}`, slug, postalCode: "29200", city: "Brest", ...numbers };
      const founder = { firstName: "Claire", lastName: "O", administratorEmail: "claire@maison.example" };
      const options = { userId: `user-${slug}` as never, installers: [installOwnStructure], house };
      const created = await createCooperative(host, { ...words, ...founder }, options);
      if (isRefusal(created)) throw new Error(JSON.stringify(created));
      return withTenant(host.database, { organizationId: created.organizationId, userId: null }, async (tx) => ({
        own: await ownStructureId({ tx, organizationId: created.organizationId }),
        known: await listStructures(tx, created.organizationId, { on: TODAY }),
      }));
    };
    const slug = `reseau-${process.pid}-${Date.now() % 100_000}`;
    const made = await found("network", slug);
    expect(made.known).toMatchObject([{ id: made.own, isSelf: true, department: "29", name: `Maison ${slug}` }]);
    expect((await found("cae", `cae-${slug}`.slice(0, 40))).known).toEqual([]);
  });

  it("sans SIREN il est refusé comme coopérative", async () => {
    const identity = { legalName: "Sans numéro", slug: "", siren: "", siret: "" };
    const founder = { firstName: "C", lastName: "O", administratorEmail: "c@maison.example" };
    const options = { userId: "user-x" as never, installers: [] };
    expect(await createCooperative(network.host, { ...identity, ...founder }, options)).toMatchObject({
      fields: { siren: "field.required", siret: "field.required" },
    });
  });
});
