import { beforeEach, describe, expect, it } from "vitest";
import { parseDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { readSensitive } from "#modules/parcours/index.server.ts";
import { saveSensitive } from "#modules/parcours/sensitive/save-sensitive.command.ts";
import { execute } from "#platform/command.ts";
import { writeTrace } from "#platform/trace.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { filesOf } from "../../../testing/catalogue/source.ts";
import { accesses } from "./access.store.ts";
import { ACCESS_ACTIONS, type AccessFilter, accessFilter } from "./access.ts";

let tenant: TestTenant;
let payroll: TestPerson;
let samira: TestPerson;

beforeEach(async () => {
  tenant = await freshTenant();
  payroll = await tenant.person({ roles: ["payroll"] });
  samira = await tenant.person();
});

const ALL: AccessFilter = { action: null, q: "", from: null, until: null };
const read = (filter: Partial<AccessFilter> & { about?: PersonId } = {}, place = tenant) =>
  place.run((tx) =>
    accesses(tx, tenant.organizationId, "Europe/Paris", { ...ALL, ...filter }, { limit: 10, offset: 0 }),
  );
const readNir = () => execute(tenant.host, payroll.caller, readSensitive, { personId: samira.personId });

describe("Le journal des accès", () => {
  it("une lecture du n° de sécurité sociale y est, un enregistrement n’y est pas ; la personne la voit", async () => {
    await execute(tenant.host, payroll.caller, saveSensitive, {
      ...{ personId: samira.personId, version: 0, nir: "2 55 08 14 168 025 38" },
    });
    await readNir();
    const { rows, total } = await read();
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ action: "parcours.sensitive.read", who: "Samira Roux", about: "Samira Roux" });
    expect((await read({ about: samira.personId })).total).toBe(1);
    expect((await read({ about: payroll.personId })).total).toBe(0);
    expect((await read({}, await freshTenant())).total).toBe(0);
  });

  it("une liste emportée dit combien de personnes, et de personne en particulier", async () => {
    const { organizationId } = tenant;
    const author = { userId: payroll.caller.userId, personId: payroll.personId };
    const fact = { subjectKind: "membership.person", subjectId: organizationId, details: { count: 12 } };
    await tenant.run((tx) =>
      writeTrace(tx, organizationId, author, "membership.person.export", [fact], [], tenant.host.clock()),
    );
    expect((await read()).rows[0]).toMatchObject({ about: "", count: 12 });
  });

  it("lire soi-même son document n’est pas être lu par un autre", async () => {
    const { organizationId } = tenant;
    const author = { userId: samira.caller.userId, personId: samira.personId };
    const fact = { subjectKind: "documents.piece", subjectId: "x", details: { personId: samira.personId } };
    await tenant.run((tx) =>
      writeTrace(tx, organizationId, author, "documents.piece.read", [fact], [], tenant.host.clock()),
    );
    expect((await read()).total).toBe(1);
    expect((await read({ about: samira.personId })).total).toBe(0);
  });

  it("un jour est celui de la coopérative : la veille, le jour, le lendemain", async () => {
    tenant.setNow("2026-06-30T22:30:00.000Z");
    await readNir();
    const on = (from: string, until: string) => read({ from, until }).then(({ total }) => total);
    expect(await on("2026-06-30", "2026-06-30")).toBe(0);
    expect(await on("2026-07-01", "2026-07-01")).toBe(1);
    expect(await on("2026-07-02", "2026-07-02")).toBe(0);
    expect((await read({ q: "Roux" })).total).toBe(1);
    expect((await read({ q: "%" })).total).toBe(0);
    expect((await read({ action: "documents.piece.read" })).total).toBe(0);
  });

  it("l’adresse dit le filtre, ce qui n’a pas de sens ne filtre rien", () => {
    const asked = accessFilter("?acte=parcours.sensitive.read&q=%20Roux&du=2026-01-01&au=bientôt", parseDay);
    expect(asked).toEqual({ action: "parcours.sensitive.read", q: "Roux", from: "2026-01-01", until: null });
    expect(accessFilter("?acte=tout", parseDay).action).toBeNull();
  });

  it("chaque lecture que le programme note a ses mots, chaque mot a sa lecture", () => {
    const code = filesOf("src/modules/**/*.{ts,tsx}").filter(({ path }) => !/\.test\./.test(path));
    const traced = new Set(
      code.flatMap(({ text }) => [
        ...[...text.matchAll(/traceReading\(\s*\w+,\s*"([^"]+)"/g)].map((match) => match[1]),
        ...[...text.matchAll(/name: "([a-z]+\.(?:sensitive|piece)\.read)"/g)].map((match) => match[1]),
      ]),
    );
    expect([...traced].sort()).toEqual([...ACCESS_ACTIONS].sort());
  });
});
