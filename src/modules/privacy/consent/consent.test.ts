import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { type CommandContext, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { chooseConsents } from "./choose-consents.command.ts";
import {
  agreeingTo,
  answersOf,
  askedAgainOf,
  consentsOf,
  recordConsent,
  wordingOf,
  wordingsOf,
} from "./consent.store.ts";
import type { Purpose } from "./consent.ts";
import { writeWording } from "./write-wording.command.ts";

let tenant: TestTenant;
let samira: TestPerson;

beforeEach(async () => {
  tenant = await freshTenant();
  samira = await tenant.person();
});

const choose = (agreed: Purpose[], options = {}, who = samira) =>
  execute(tenant.host, who.caller, chooseConsents, { asked: asked(1), agreed }, options);
const asked = (version: number) =>
  (["directory", "photo", "newsletter"] as const).map((purpose) => ({ purpose, version }));
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

  it("un texte changé est une version : qui avait accepté celle d’avant accepte toujours, si le sens est le même", async () => {
    const chief = await tenant.person({ roles: ["administrator"] });
    await choose(["newsletter"]);
    const word = (input: Record<string, unknown>, who = chief) =>
      execute(tenant.host, who.caller, writeWording, { purpose: "newsletter", english: "", ...input });
    expect(await word({ version: "1", french: "J’accepte la lettre du mois." })).toEqual({ version: 2 });
    const standing = async () =>
      (await read((tx, id) => consentsOf(tx, id, samira.personId))).get("newsletter")?.wordingVersion;
    expect(await standing()).toBe(1);
    expect(await read((tx, id) => agreeingTo(tx, id, "newsletter"))).toEqual(new Set([samira.personId]));

    // The words were read at version 1; those of version 2 are not what she answers.
    expect(await choose([])).toMatchObject({ code: "consent.wordsChanged" });

    tenant.setNow("2026-11-24T10:00:00.000Z");
    const french = "J’accepte la lettre, et que mon adresse serve à nos partenaires.";
    expect(await word({ version: "2", french, asksAgain: "oui" })).toEqual({ version: 3 });
    expect(await standing()).toBeUndefined();
    expect(await read((tx, id) => agreeingTo(tx, id, "newsletter"))).toEqual(new Set());
    expect(await read((tx, id) => askedAgainOf(tx, id, samira.personId))).toEqual(
      new Map([["newsletter", "2026-11-24T10:00:00.000Z"]]),
    );
    tenant.setNow("2026-11-25T10:00:00.000Z");
    const again = { asked: [{ purpose: "newsletter", version: "3" }], agreed: ["newsletter"] };
    expect(await execute(tenant.host, samira.caller, chooseConsents, again)).toEqual({ changed: 1 });
    expect(await standing()).toBe(3);
    expect(await read((tx, id) => askedAgainOf(tx, id, samira.personId))).toEqual(new Map());
    const counted = (await read((tx, id) => wordingsOf(tx, id, "newsletter"))).map(({ version, agreeing }) => [
      version,
      agreeing,
    ]);
    expect(counted).toEqual([
      [3, 1],
      [2, 0],
      [1, 0],
    ]);
    expect(await word({ version: "2", french: "Autre." })).toMatchObject({ code: "consent.changedMeanwhile" });
    expect(await word({ version: "3", french })).toMatchObject({ code: "consent.sameWords" });
    expect(await word({ version: "3", french: "Autre." }, samira)).toMatchObject({ kind: "forbidden" });
    // What was read first stays, though it was the house's.
    expect((await read((tx, id) => wordingsOf(tx, id, "newsletter"))).at(-1)?.french).toContain("lettre d’information");
  });

  it("qui retire son accord avant qu’on le redemande n’est pas redemandé", async () => {
    const chief = await tenant.person({ roles: ["administrator"] });
    await choose(["photo"]);
    tenant.setNow("2026-11-23T10:00:00.000Z");
    await choose([]);
    const words = {
      purpose: "photo",
      version: "1",
      french: "J’accepte aussi sur le site.",
      english: "",
      asksAgain: "oui",
    };
    expect(await execute(tenant.host, chief.caller, writeWording, words)).toEqual({ version: 2 });
    expect(await read((tx, id) => askedAgainOf(tx, id, samira.personId))).toEqual(new Map());
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
