import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { Id, PersonId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type Command, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { addSite } from "../site/change-site.command.ts";
import { grantsOf, isLastAdministrator } from "./grant.store.ts";
import { grantRole, revokeRole } from "./grant-role.command.ts";

let tenant: TestTenant;
let administrator: TestPerson;
let personId: PersonId;

beforeEach(async () => {
  tenant = await freshTenant();
  administrator = await tenant.person({ roles: ["administrator"] });
  personId = (await tenant.person()).personId;
});

const as = <I, O>(who: TestPerson, command: Command<I, O>, input: unknown) =>
  execute(tenant.host, who.caller, command, input);

async function granted(input: object, to = personId): Promise<Id<"grant">> {
  const result = await as(administrator, grantRole, { personId: to, ...input });
  if (isRefusal(result)) throw new Error(result.code);
  return result.grantId;
}

const held = (of = personId) => tenant.run((tx) => grantsOf(tx, tenant.organizationId, of));

describe("Donner un rôle", () => {
  it("à toute la coopérative, à un site ou aux personnes suivies", async () => {
    const site = await as(administrator, addSite, { name: "Brest" });
    if (isRefusal(site)) throw new Error(site.code);
    await granted({ role: "accountant" });
    tenant.setNow("2026-11-22T11:00:00.000Z");
    await granted({ role: "accompagnateur", siteId: site.siteId, followedOnly: "on" });
    expect(await held()).toMatchObject([
      { role: "accountant", siteId: null, followedOnly: false },
      { role: "accompagnateur", siteName: "Brest", followedOnly: true },
    ]);
    expect(await as(administrator, grantRole, { personId, role: "accountant" })).toMatchObject({
      code: "grant.already",
    });
  });

  it("de direction ou d'administration vaut toujours pour tout", async () => {
    for (const role of ["direction", "administrator"]) {
      expect(await as(administrator, grantRole, { personId, role, followedOnly: "on" })).toMatchObject({
        code: "grant.neverScoped",
      });
    }
    expect(await as(administrator, grantRole, { personId, role: "roi" })).toMatchObject({
      fields: { role: "field.choose" },
    });
    expect(await as(administrator, grantRole, { personId, role: "payroll", siteId: tenant.newId() })).toMatchObject({
      code: "grant.siteMissing",
    });
  });

  it("est réservé à l'administration: la direction même ne s'en donne pas", async () => {
    const direction = await tenant.person({ roles: ["direction"] });
    const itself = { personId: direction.personId, role: "administrator" };
    expect(await as(direction, grantRole, itself)).toMatchObject({ kind: "forbidden", code: "grant.notAllowed" });
    const grantId = await granted({ role: "payroll" });
    expect(await as(direction, revokeRole, { grantId })).toMatchObject({ code: "grant.notAllowed" });
  });

  it("à quelqu'un d'une autre coopérative, ou d'archivé, ne se peut pas", async () => {
    const other = await freshTenant();
    const theirs = await other.person();
    expect(await as(administrator, grantRole, { personId: theirs.personId, role: "payroll" })).toMatchObject({
      code: "person.missing",
    });
    const stranger = await other.person({ roles: ["administrator"] });
    const grantId = await granted({ role: "payroll" });
    expect(await execute(other.host, stranger.caller, revokeRole, { grantId })).toMatchObject({
      code: "grant.missing",
    });
  });
});

describe("Retirer un rôle", () => {
  it("prend effet tout de suite, et ne se fait qu'une fois", async () => {
    const grantId = await granted({ role: "payroll" });
    expect(await as(administrator, revokeRole, { grantId })).toMatchObject({ grantId });
    expect(await held()).toEqual([]);
    expect(await as(administrator, revokeRole, { grantId })).toMatchObject({ code: "grant.missing" });
  });

  it("ne laisse jamais la coopérative sans administration, même si deux partent au même instant", async () => {
    const [own] = await held(administrator.personId);
    expect(await as(administrator, revokeRole, { grantId: own?.id })).toMatchObject({
      code: "grant.lastAdministrator",
    });
    const second = await tenant.person();
    const theirs = await granted({ role: "administrator" }, second.personId);
    const { other } = await tenant.run(async (tx) => {
      // La première a vérifié qu'elle n'est pas seule, et n'a pas encore fini; la seconde part à cet instant.
      expect(await isLastAdministrator(tx, tenant.organizationId, administrator.personId)).toBe(false);
      const other = as(second, revokeRole, { grantId: theirs });
      await new Promise((resolve) => setTimeout(resolve, 200));
      await sql`update membership.role_grant set revoked_at = now() where id = ${own?.id}`.execute(tx);
      return { other };
    });
    expect(await other).toMatchObject({ code: "grant.lastAdministrator" });
  });
});
