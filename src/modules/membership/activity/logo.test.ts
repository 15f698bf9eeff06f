import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { ActivityId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { openFileStore } from "#platform/files/file-store.ts";
import { holdBytes } from "#platform/files/hold-bytes.ts";
import { type Dot, drawPng } from "#platform/files/png-writer.ts";
import { CMYK_JPEG, JPEG, PDF_BYTES, PNG } from "#platform/testing/pictures.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { findActivity } from "./activity-detail.store.ts";
import { checkLogo } from "./logo.ts";
import { presentActivity } from "./update-activity.command.ts";

const plain = (width: number, height: number) => drawPng(width, height, () => [0, 0, 0, 255]);

describe("Quelle image peut être un logo", () => {
  it.each([
    ["un PNG", PNG, "image/png"],
    ["un JPEG", JPEG, "image/jpeg"],
    ["un PDF", PDF_BYTES, "activity.logoKind"],
    ["un SVG", new TextEncoder().encode("<svg/>"), "activity.logoKind"],
    ["un JPEG d'imprimerie", CMYK_JPEG, "activity.logoInks"],
    ["une vignette", plain(100, 100), "activity.logoTiny"],
    ["un filet", plain(1000, 10), "activity.logoLong"],
    ["une affiche", plain(4100, 8), "activity.logoHuge"],
  ])("%s", (_, bytes, answer) => {
    const said = checkLogo(bytes);
    expect(isRefusal(said) ? said.code : said).toBe(answer);
  });

  it("trop lourde, elle est refusée avec son poids", () => {
    // Noise does not compress.
    const said = checkLogo(drawPng(450, 450, () => [...randomBytes(4)] as unknown as Dot));
    expect(said).toMatchObject({ code: "activity.logoHeavy", facts: { most: "500" } });
  });
});

describe("Donner un logo à une activité", () => {
  let tenant: TestTenant;
  let activityId: ActivityId;
  let owner: TestPerson;
  const files = openFileStore(mkdtempSync(join(tmpdir(), "essaim-logo-")));

  beforeEach(async () => {
    tenant = await freshTenant();
    activityId = await tenant.activity();
    owner = await tenant.person({ activities: [activityId] });
  });

  const hold = async (who: TestPerson, purpose: "logo" | "document" = "logo", of = tenant, bytes = PNG) => {
    const host = { database: of.host.database, clock: of.host.clock, files };
    const held = await holdBytes(host, who.caller, purpose, { bytes, type: "image/png", name: "logo.png" });
    if (held === null) throw new Error("too many");
    return held;
  };
  const present = (who: TestPerson, version: number, logo?: string) =>
    execute(tenant.host, who.caller, presentActivity, { activityId, version, logo });
  const logoHash = async () =>
    (await tenant.run((tx) => findActivity(tx, tenant.organizationId, activityId)))?.logoHash;

  it("elle le garde, le change, le retire ; le fichier devient celui de la coopérative", async () => {
    const held = await hold(owner);
    expect(await present(owner, 1, held.id)).toMatchObject({ version: 2 });
    expect(await logoHash()).toBe(held.hash);
    expect(await present(owner, 2)).toMatchObject({ version: 3 });
    expect(await logoHash()).toBe(held.hash);
    expect(await present(owner, 3, "none")).toMatchObject({ version: 4 });
    expect(await logoHash()).toBeNull();
    const { rows } = await tenant.run((tx) => sql`select hash, media_type, name from platform.file`.execute(tx));
    expect(rows).toEqual([{ hash: held.hash, media_type: "image/png", name: "logo.png" }]);
  });

  it("l'image d'un autre, d'un autre formulaire, d'une autre coopérative ou oubliée ne sert pas", async () => {
    const colleague = await tenant.person({ activities: [activityId] });
    const elsewhere = await freshTenant();
    const stranger = await elsewhere.person({ roles: ["administrator"] });
    const strange = [
      (await hold(colleague)).id,
      (await hold(owner, "document")).id,
      (await hold(stranger, "logo", elsewhere)).id,
      tenant.newId<"heldFile">(),
    ];
    for (const id of strange) {
      expect(await present(owner, 1, id)).toMatchObject({ code: "activity.logoGone", field: "logo" });
    }
    expect(await present(owner, 1, "../../etc/passwd")).toMatchObject({ fields: { logo: expect.any(String) } });
    expect(await logoHash()).toBeNull();
  });

  it("ce qui attend depuis deux jours est oublié, et nul n'en garde cent", async () => {
    const first = await hold(owner);
    // The same picture again is the one that waits.
    expect((await hold(owner)).id).toBe(first.id);
    const another = (rank: number) => drawPng(2, 2, () => [rank, 0, 0, 255]);
    for (let more = 1; more < 60; more += 1) await hold(owner, "logo", tenant, another(more));
    await expect(hold(owner, "logo", tenant, another(60))).rejects.toThrow("too many");
    tenant.setNow("2026-11-25T10:00:00.000Z");
    await hold(owner, "logo", tenant, another(61));
    expect(await present(owner, 1, first.id)).toMatchObject({ code: "activity.logoGone" });
  });
});
