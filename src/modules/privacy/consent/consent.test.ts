import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { type CommandContext, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { chooseConsents } from "./choose-consents.command.ts";
import { agreeingTo, answersOf, consentsOf, recordConsent, wordingOf } from "./consent.store.ts";
import type { Purpose } from "./consent.ts";

let tenant: TestTenant;
let samira: TestPerson;

beforeEach(async () => {
  tenant = await freshTenant();
  samira = await tenant.person();
});

const choose = (agreed: Purpose[], options = {}, who = samira) =>
  execute(tenant.host, who.caller, chooseConsents, { asked: ["directory", "photo", "newsletter"], agreed }, options);
const read = <T>(work: (...given: [Parameters<typeof consentsOf>[0], TestTenant["organizationId"]]) => Promise<T>) =>
  tenant.run((tx) => work(tx, tenant.organizationId));

describe("Ce que chacun accepte", () => {
  it("jamais demandé est un non ; accepté puis retiré laisse deux réponses, avec le texte lu", async () => {
    expect(await read((tx, id) => agreeingTo(tx, id, "photo"))).toEqual(new Set());
    expect(await choose(["photo"])).toEqual({ changed: 1 });
    expect(await read((tx, id) => agreeingTo(tx, id, "photo"))).toEqual(new Set([samira.personId]));
    tenant.setNow("2026-12-01T10:00:00.000Z");
    expect(await choose([])).toEqual({ changed: 1 });
    expect(await read((tx, id) => agreeingTo(tx, id, "photo"))).toEqual(new Set());
    expect(await read((tx, id) => answersOf(tx, id, samira.personId))).toEqual([
      { purpose: "photo", wordingVersion: 1, agreed: false, at: "2026-12-01T10:00:00.000Z" },
      { purpose: "photo", wordingVersion: 1, agreed: true, at: "2026-11-22T10:00:00.000Z" },
    ]);
    expect(await read((tx, id) => wordingOf(tx, id, "photo"))).toMatchObject({ version: 1 });
  });

  it("la même réponse n’écrit rien ; la même clé ne joue qu’une fois", async () => {
    await choose(["directory"], { idempotencyKey: "une-cle-de-formulaire" });
    await choose(["directory"], { idempotencyKey: "une-cle-de-formulaire" });
    expect(await choose(["directory"])).toEqual({ changed: 0 });
    expect(await read((tx, id) => answersOf(tx, id, samira.personId))).toHaveLength(1);
  });

  it("un texte changé est une version : la réponse d’avant garde la sienne", async () => {
    await choose(["newsletter"]);
    await tenant.run((tx) =>
      sql`insert into privacy.consent_wording (organization_id, purpose, version, french, recorded_at)
        values (${tenant.organizationId}, 'newsletter', 2, 'Un autre texte.', '2026-11-23T00:00:00Z')`.execute(tx),
    );
    expect((await read((tx, id) => consentsOf(tx, id, samira.personId))).get("newsletter")?.wordingVersion).toBe(1);
    tenant.setNow("2026-11-24T10:00:00.000Z");
    await choose([]);
    expect((await read((tx, id) => consentsOf(tx, id, samira.personId))).get("newsletter")).toMatchObject({
      ...{ agreed: false, wordingVersion: 2 },
    });
  });

  it("personne ne répond pour un autre, et une autre coopérative ne voit rien", async () => {
    const karim = await tenant.person({ roles: ["administrator"] });
    const answer = await tenant.run((tx) => {
      const context = { tx, organizationId: tenant.organizationId, now: tenant.host.clock(), id: tenant.newId };
      const actor = { personId: karim.personId } as CommandContext["actor"];
      return recordConsent({ ...context, actor }, { personId: samira.personId, purpose: "photo", agreed: true });
    });
    expect(isRefusal(answer) && answer.code).toBe("consent.notAllowed");
    await choose(["photo"]);
    const other = await freshTenant();
    const seen = await other.run((tx) => answersOf(tx, tenant.organizationId, samira.personId));
    expect(seen).toEqual([]);
  });

  it("une réponse donnée ne se change ni ne s’efface", async () => {
    await choose(["photo"]);
    for (const act of [sql`update privacy.consent set agreed = false`, sql`delete from privacy.consent`]) {
      await expect(tenant.run((tx) => act.execute(tx))).rejects.toThrow(/permission denied|never edited/);
    }
  });
});
