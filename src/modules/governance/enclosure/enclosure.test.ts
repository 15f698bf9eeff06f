/** Les documents d’une assemblée : joints avant, lus par les convoqués, gardés ensuite. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { withTenant } from "#platform/database/tenant.ts";
import { holdFile } from "#platform/files/held-file.store.ts";
import type { TestPerson } from "#testing/tenant.ts";
import type { AssemblyId } from "../assembly/assembly.ts";
import { conveneAssembly } from "../assembly/convene.command.ts";
import { closeAssembly, openAssembly } from "../assembly/hold-assembly.command.ts";
import { prepareAssembly } from "../assembly/prepare-assembly.command.ts";
import { freshHouse, type House } from "../governance.fixture.ts";
import { minutesOf } from "../minutes/minutes.store.ts";
import { publishMinutes } from "../minutes/publish-minutes.command.ts";
import { addMotion } from "../motion/write-motion.command.ts";
import { addEnclosure, removeEnclosure } from "./add-enclosure.command.ts";
import { checkEnclosure } from "./check-enclosure.ts";
import { enclosuresOf } from "./enclosure.store.ts";
import { MOST_ENCLOSURES } from "./enclosure.ts";

const GIVEN = { title: "Assemblée annuelle", kind: "ordinary", day: "2026-12-15", time: "18:00", place: "Brest" };
const DURING = "2026-12-15T16:30:00.000Z";

let house: House;
let assemblyId: AssemblyId;
beforeEach(async () => {
  house = await freshHouse();
  await house.member();
  ({ assemblyId } = await house.run(house.chief, prepareAssembly, GIVEN));
  await house.run(house.chief, addMotion, {
    assemblyId,
    title: "Budget",
    body: "Adopter.",
    rule: "ordinary",
    ballot: "open",
  });
});

let counter = 0;
/** A file that waits for who sent it. */
async function held(who: TestPerson, purpose: "document" | "piece" = "document"): Promise<string> {
  counter += 1;
  const now = house.tenant.host.clock();
  const file = {
    ...{ id: house.tenant.newId<"heldFile">(), hash: String(counter).padStart(64, "0"), size: 10 },
    ...{ mediaType: "application/pdf" as const, name: `rapport-${counter}.pdf` },
  };
  const kept = await withTenant(house.tenant.database.app, who.caller, (tx) =>
    holdFile(tx, who.caller, purpose, file, now),
  );
  return String(kept?.id);
}
const enclose = async (who = house.chief, more: Record<string, string> = {}) =>
  house.tried(who, addEnclosure, { assemblyId, title: "Rapport", heldFileId: await held(who), ...more });
const listed = () => house.tenant.run((tx) => enclosuresOf(tx, house.tenant.organizationId, assemblyId));

describe("Un document joint", () => {
  it("s’ajoute et se retire avant la convocation, qui le nomme ; ensuite il reste, et un tardif est annoncé", async () => {
    const [report, draft] = [await enclose(), await enclose(house.chief, { title: "Brouillon" })];
    const withdrawn = "enclosureId" in draft ? draft.enclosureId : "";
    await house.run(house.chief, removeEnclosure, { enclosureId: withdrawn });
    expect((await listed()).map(({ title }) => title)).toEqual(["Rapport"]);
    const remove = (enclosureId: string) => house.tried(house.chief, removeEnclosure, { enclosureId });
    expect(await remove(withdrawn)).toMatchObject({ code: "enclosure.missing" });
    await house.run(house.chief, conveneAssembly, { assemblyId });
    const mails = await house.tenant.run((tx) => sql<{ body: string }>`select body from platform.mail`.execute(tx));
    expect(mails.rows[0]?.body).toContain("Documents à lire sur la même page :\n- Rapport\n");
    expect(await remove("enclosureId" in report ? report.enclosureId : "")).toMatchObject({ code: "enclosure.called" });
    const told = () =>
      house.tenant.run((tx) =>
        sql`select 1 from notification.notice where topic = 'governance.assembly.enclosure'`.execute(tx),
      );
    expect((await told()).rows).toHaveLength(0);
    house.tenant.setNow("2026-11-28T09:00:00.000Z");
    expect(await enclose(house.chief, { title: "Comptes" })).toHaveProperty("enclosureId");
    expect((await told()).rows).toHaveLength(1);
    house.tenant.setNow(DURING);
    await house.run(house.chief, openAssembly, { assemblyId });
    await house.run(house.chief, closeAssembly, { assemblyId, chair: "Ana", secretary: "Yann" });
    expect(await enclose()).toMatchObject({ code: "enclosure.notNow" });
    await house.run(house.chief, publishMinutes, { assemblyId });
    const [minutes] = await house.tenant.run((tx) => minutesOf(tx, house.tenant.organizationId, assemblyId));
    expect(minutes?.body).toContain("Documents remis aux associés : Rapport, Comptes.");
    // The database keeps it too.
    for (const statement of [
      sql`delete from governance.enclosure`,
      sql`update governance.enclosure set title = 'x'`,
      sql`insert into governance.enclosure select organization_id, ${house.tenant.newId()}, assembly_id, title, file_hash,
            file_name, media_type, added_at, added_by from governance.enclosure limit 1`,
    ]) {
      await expect(house.tenant.run((tx) => statement.execute(tx))).rejects.toThrow(/assembly|denied/);
    }
  });

  it("est un fichier que l’on a soi-même envoyé, pour une assemblée que l’on tient", async () => {
    const other = await house.tenant.person({ roles: ["direction"] });
    const missing = { code: "enclosure.fileMissing", field: "file" };
    expect(await enclose(house.chief, { heldFileId: await held(other) })).toMatchObject(missing);
    expect(await enclose(house.chief, { heldFileId: await held(house.chief, "piece") })).toMatchObject(missing);
    const accountant = await house.tenant.person({ roles: ["accountant"] });
    expect(await enclose(accountant)).toMatchObject({ code: "governance.notAllowed" });
    const neighbour = await freshHouse();
    const given = { assemblyId, title: "Rapport", heldFileId: await held(house.chief) };
    expect(await neighbour.tried(neighbour.chief, addEnclosure, given)).toMatchObject({ code: "assembly.missing" });
    expect(await enclose(house.chief, { title: " " })).toMatchObject({ fields: { title: "field.required" } });
  });

  it(`est un PDF ou une image de 10 Mo au plus ; une assemblée en a ${MOST_ENCLOSURES} au plus`, async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(checkEnclosure(bytes("%PDF-1.7 … %%EOF"))).toBe("application/pdf");
    expect(checkEnclosure(bytes("<script>"))).toMatchObject({ code: "enclosure.kind" });
    expect(checkEnclosure(new Uint8Array(10 * 1024 * 1024 + 1))).toMatchObject({
      ...{ code: "enclosure.heavy", facts: { most: "10" } },
    });
    for (let rank = 0; rank < MOST_ENCLOSURES; rank += 1) expect(await enclose()).toHaveProperty("enclosureId");
    expect(await enclose()).toMatchObject({ code: "enclosure.tooMany", facts: { most: "30" } });
  });
});
