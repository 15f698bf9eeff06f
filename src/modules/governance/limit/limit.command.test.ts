/** Les limites lues dans le registre, les contrats et les statuts ; ce qu’un mouvement et un matin en disent. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays, type Day, toDay } from "#kernel/day.ts";
import { fileApplication } from "../associate/apply.command.ts";
import type { AssociateId } from "../associate/associate.ts";
import { decideApplication, recordLeaving } from "../associate/decide.command.ts";
import { ADMITTED, freshHouse, type House } from "../governance.fixture.ts";
import { saveArticles } from "../setup/save-articles.command.ts";
import { moveShares } from "../share/move-shares.command.ts";
import { lastSeen } from "./last-seen.store.ts";
import { readLimits } from "./limit.store.ts";
import { watchLimits } from "./limit-change.store.ts";

const rule = { quorum: "1/5", base: "cast" };
const ARTICLES = {
  ...{ version: "0", form: "scop", company: "sarl", shareValue: "20", minimumCapital: "0", refundYears: "5" },
  ...{ admittedBy: "assembly", convocationDays: "15", proxiesMost: "2", quorumScope: "whole" },
  majority: { ordinary: "1/2", extraordinary: "2/3" },
  rule: { ordinary1: rule, ordinary2: rule, extraordinary1: rule, extraordinary2: rule },
  college: { 1: { name: "Salariés", kind: "employee" }, 2: { name: "Partenaires", kind: "other" } },
};

let house: House;
let today: Day;
beforeEach(async () => {
  house = await freshHouse();
  today = toDay(house.tenant.host.clock().slice(0, 10));
});
const save = (more: Record<string, unknown> = {}) => house.run(house.chief, saveArticles, { ...ARTICLES, ...more });
const move = (associateId: AssociateId, kind: string, shares: number, more = {}) =>
  house.tried(house.chief, moveShares, { associateId, kind, shares: String(shares), effectOn: today, ...more });
const read = (day = today) =>
  house.tenant.run((tx) => readLimits({ tx, organizationId: house.tenant.organizationId, today: day }));
const states = async (day = today) =>
  Object.fromEntries((await read(day)).limits.map(({ key, state }) => [key, state]));

async function partner(): Promise<AssociateId> {
  const { personId: representativeId } = house.chief;
  const asked = { kind: "organization", legalName: "La Voisine", representativeId, college: 2, appliedOn: ADMITTED };
  const { associateId } = await house.run(house.chief, fileApplication, asked);
  const decided = { associateId, decision: "admit", effectOn: ADMITTED, decidedBy: "assembly" };
  await house.run(house.chief, decideApplication, decided);
  return associateId;
}
const contract = (personId: string, endsOn: Day | null) =>
  house.tenant.run((tx) =>
    sql`insert into membership.contract (organization_id, id, person_id, kind, starts_on, ends_on, recorded_at)
      values (${house.tenant.organizationId}, ${house.tenant.newId()}, ${personId}, 'cesa', '2025-01-01', ${endsOn}, '2025-01-01T08:00:00Z')`.execute(
      tx,
    ),
  );
const morning = (day: Day) =>
  house.tenant.run((tx) =>
    watchLimits({
      ...{ tx, organizationId: house.tenant.organizationId, actor: null },
      ...{ now: house.tenant.host.clock(), today: day },
    }),
  );
const notices = async (): Promise<string[]> => {
  const { rows } = await house.tenant.run((tx) =>
    sql<{ topic: string }>`select topic from notification.notice
      where organization_id = ${house.tenant.organizationId} and person_id = ${house.chief.personId} and done_at is null
      order by topic`.execute(tx),
  );
  return rows.map(({ topic }) => topic);
};

describe("Les limites", () => {
  it("sans forme dite dans les statuts, aucune n’est déclarée tenue", async () => {
    await house.member();
    expect(await read()).toMatchObject({ form: "", limits: [], untold: ["Associés"] });
  });

  it("d’une SCOP se lisent des parts, des collèges et des contrats ; un collège muet laisse à vérifier", async () => {
    await save({ college: { 1: { name: "Associés" } } });
    const { person, associateId } = await house.member();
    const second = await house.member();
    await move(associateId, "subscribe", 10);
    await move(second.associateId, "subscribe", 10);
    expect(await states()).toEqual({
      ...{ employedCapital: "open", employedVotes: "open", largestHolder: "held", employedNumber: "open" },
    });
    expect((await read()).unsure.map(({ reason }) => reason)).toEqual(["untold", "untold"]);
    await contract(person.personId, null);
    await contract(second.person.personId, addDays(today, 10));
    expect(await states()).toMatchObject({ employedCapital: "held", employedVotes: "held", employedNumber: "held" });
    expect((await read()).counts).toEqual({ contract: 2, college: 0, outside: 0 });
    // Le contrat de la seconde se termine : le collège ne dit rien, c’est de nouveau à vérifier.
    expect(await states(addDays(today, 11))).toMatchObject({ employedVotes: "open", employedNumber: "open" });
  });

  it("le CESA terminé de qui est au collège des salariés est nommé, et non compté", async () => {
    await save();
    const { person, associateId } = await house.member();
    await contract(person.personId, addDays(today, -1));
    expect((await read()).unsure).toEqual([{ id: associateId, name: expect.any(String), reason: "ended" }]);
  });

  it("dit quand les réglages et les statuts ne nomment pas la même forme", async () => {
    await house.tenant.run((tx) =>
      sql`update membership.organization set legal_form = 'SCIC SA' where organization_id = ${house.tenant.organizationId}`.execute(
        tx,
      ),
    );
    await save();
    expect((await read()).differs).toBe("SCIC SA");
  });

  it("ne lisent rien d’une autre coopérative", async () => {
    await save();
    await house.member();
    const other = await freshHouse();
    const there = await other.tenant.run((tx) =>
      readLimits({ tx, organizationId: other.tenant.organizationId, today }),
    );
    expect(there).toMatchObject({ form: "", limits: [], counts: { contract: 0, college: 0, outside: 0 } });
  });
});

describe("Un mouvement qui dépasse une limite", () => {
  it("est refusé une fois, avec sa limite et ses chiffres, puis enregistré quand c’est voulu", async () => {
    await save();
    const [first, second] = [await house.member(), await house.member()];
    await move(first.associateId, "subscribe", 10);
    await move(second.associateId, "subscribe", 10);
    expect(await move(first.associateId, "subscribe", 1)).toMatchObject({
      ...{ code: "limit.largestHolder", field: "knowing" },
      facts: { share: { rate: 5_238 } },
    });
    expect(await move(first.associateId, "subscribe", 1, { knowing: "oui" })).toHaveProperty("movementId");
    // Dépassée déjà : une part de plus ne se discute pas de nouveau.
    expect(await move(first.associateId, "subscribe", 1)).toHaveProperty("movementId");
  });

  it("des autres associés, quand ils passent la moitié du capital", async () => {
    await save();
    const [first, second, third] = [await house.member(), await house.member(), await partner()];
    await move(first.associateId, "subscribe", 10);
    await move(second.associateId, "subscribe", 10);
    await move(third, "subscribe", 20);
    const other = await house.member(2);
    expect(await move(other.associateId, "subscribe", 1)).toMatchObject({ code: "limit.employedCapital" });
  });

  it("n’est pas retenu tant que la forme n’est pas dite", async () => {
    const [first] = [await house.member(), await house.member()];
    expect(await move(first.associateId, "subscribe", 10)).toHaveProperty("movementId");
    expect(await move(first.associateId, "subscribe", 10)).toHaveProperty("movementId");
  });
});

describe("Chaque matin", () => {
  it("la direction apprend une fois qu’une limite est dépassée ; l’avis part quand elle tient de nouveau", async () => {
    await save();
    const [first, second] = [await house.member(), await house.member()];
    await partner();
    await morning(today);
    // Deux voix salariées sur trois : 66,66 %.
    expect(await notices()).toEqual([]);
    await house.run(house.chief, recordLeaving, {
      associateId: first.associateId,
      kind: "leave",
      effectOn: today,
      reason: "",
    });
    const later = addDays(today, 1);
    await morning(later);
    await morning(addDays(later, 1));
    expect(await notices()).toEqual(["governance.limit.employedNumber", "governance.limit.employedVotes"]);
    const seen = await house.tenant.run((tx) => lastSeen(tx, house.tenant.organizationId));
    expect(seen.get("employedVotes")).toMatchObject({ rank: 1, passed: true, seenOn: later });
    expect((await read()).since).toMatchObject({ employedVotes: later, employedNumber: later });
    // Une admission rétablit le compte : l’avis part avec elle.
    await house.member();
    expect(await notices()).toEqual([]);
    await house.run(house.chief, recordLeaving, {
      associateId: second.associateId,
      kind: "leave",
      effectOn: today,
      reason: "",
    });
    await morning(addDays(later, 2));
    expect(await notices()).toHaveLength(2);
  });

  it("ce qu’un matin a vu ne se récrit pas", async () => {
    await save();
    await house.member();
    await morning(today);
    for (const statement of [
      sql`update governance.limit_change set passed = false`,
      sql`delete from governance.limit_change`,
    ]) {
      await expect(house.tenant.run((tx) => statement.execute(tx))).rejects.toThrow();
    }
  });
});
