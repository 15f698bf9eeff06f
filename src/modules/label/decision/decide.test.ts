import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { nameAssessor, recordFindings } from "../audit/assess.command.ts";
import { done, type LabelWorld, labelWorld } from "../label.fixture.ts";
import { certificatesOn } from "../labelling/labelling.store.ts";
import { registerStructure } from "../labelling/run-labelling.command.ts";
import { decideLabelling } from "./decide.command.ts";
import { findDecision } from "./decision.store.ts";
import { type FindingValue, leastOf, passes, tally, verdictOf } from "./decision.ts";

const codesOf = (mandatory: number, recommended: number) => [
  ...Array.from({ length: mandatory }, (_, rank) => `O${rank + 1}`),
  ...Array.from({ length: recommended }, (_, rank) => `R${rank + 1}`),
];
/** So many met at each level, the rest not. */
function found(
  total: [number, number],
  met: [number, number],
  rest: FindingValue = "unmet",
): Record<string, FindingValue> {
  return Object.fromEntries(
    codesOf(...total).map((code) => {
      const rank = Number(code.slice(1));
      return [code, rank <= met[code.startsWith("O") ? 0 : 1] ? "met" : rest];
    }),
  );
}

describe("La règle", () => {
  const rule = { mandatoryPercent: 100, recommendedPercent: 50, notApplicable: "left_out" as const };
  const counted = (mandatoryMet: number, recommendedMet: number, mandatoryTotal = 60, recommendedTotal = 60) => ({
    ...{ mandatoryMet, mandatoryTotal, recommendedMet, recommendedTotal, waiting: 0 },
  });

  it.each([
    [60, 30, true],
    [59, 60, false],
    [60, 29, false],
    [60, 60, true],
    [0, 0, false],
  ])("60 + 60 critères : %i obligatoires et %i recommandés", (mandatory, recommended, outcome) => {
    expect(passes(counted(mandatory, recommended), rule)).toBe(outcome);
  });

  it("compte en entiers : la moitié de 61 est 31, un tiers de 3 n’est pas 34 %", () => {
    expect([leastOf(50, 61), leastOf(100, 60), leastOf(34, 3), leastOf(33, 100), leastOf(0, 60)]).toEqual([
      31, 60, 2, 33, 0,
    ]);
    for (const percent of [0, 1, 33, 50, 67, 99, 100]) {
      for (const total of [0, 1, 3, 7, 59, 60, 61, 100]) {
        const least = leastOf(percent, total);
        const own = { ...rule, recommendedPercent: percent };
        expect(passes(counted(60, least, 60, total), own)).toBe(true);
        if (least > 0) expect(passes(counted(60, least - 1, 60, total), own)).toBe(false);
      }
    }
  });

  it("un critère non applicable sort des décomptes, ou compte comme non conforme : un réglage", () => {
    const criteria = ["O1", "O2"].map((code) => ({
      code,
      field: "D",
      level: "mandatory" as const,
      wording: "x",
      expected: "",
    }));
    const verdicts = new Map<string, FindingValue>([
      ["O1", "met"],
      ["O2", "not_applicable"],
    ]);
    expect(tally(criteria, verdicts, rule)).toMatchObject({ mandatoryMet: 1, mandatoryTotal: 1 });
    expect(tally(criteria, verdicts, { ...rule, notApplicable: "unmet" })).toMatchObject({
      mandatoryMet: 1,
      mandatoryTotal: 2,
    });
  });

  it("plusieurs pairs : plus de la moitié, sinon non atteint ; rien tant qu’un pair n’a pas parlé", () => {
    expect(verdictOf(["met", "met", "unmet"])).toBe("met");
    expect(verdictOf(["met", "unmet"])).toBe("unmet");
    expect(verdictOf(["met", "unmet", "not_applicable"])).toBe("unmet");
    expect(verdictOf(["not_applicable", "not_applicable", "met"])).toBe("not_applicable");
    expect(verdictOf(["met", null])).toBeNull();
    expect(verdictOf([])).toBeNull();
  });
});

describe("La décision", () => {
  let world: LabelWorld;
  beforeEach(async () => {
    world = await labelWorld();
  });

  it.each([
    [60, 30, "granted"],
    [59, 60, "refused"],
    [60, 29, "refused"],
  ] as const)("sur 60 + 60 critères audités, %i et %i : %s", async (mandatory, recommended, outcome) => {
    const { run, helene, audrey, published, submitted, assessed, tenant } = world;
    const editionId = await published(60, 60);
    const labellingId = await submitted(editionId, codesOf(60, 60));
    await assessed(labellingId, audrey, found([60, 60], [mandatory, recommended]));
    expect(await run(helene, decideLabelling, { labellingId })).toEqual({ labellingId, outcome });
    const decision = await tenant.run((tx) => findDecision(tx, tenant.organizationId, labellingId));
    expect(decision).toMatchObject({
      ...{ outcome, mandatoryMet: mandatory, recommendedMet: recommended, mandatoryTotal: 60, recommendedTotal: 60 },
      ...(outcome === "granted"
        ? { number: "2026-0001", validUntil: "2029-11-21" }
        : { number: null, validUntil: null }),
    });
    const held = await tenant.run((tx) => certificatesOn(tx, tenant.organizationId, toDay("2026-11-22")));
    expect(held).toHaveLength(outcome === "granted" ? 1 : 0);
  });

  it("attend tous les constats, une personne indépendante, et la direction", async () => {
    const { run, helene, farid, maelle, audrey, published, submitted, tenant, structureId } = world;
    const labellingId = await submitted(await published(2, 2), codesOf(2, 2));
    expect(await run(helene, decideLabelling, { labellingId })).toMatchObject({ code: "decision.tooFew" });
    expect(await run(farid, decideLabelling, { labellingId })).toMatchObject({ code: "labelling.notDecider" });
    expect(await run(maelle, decideLabelling, { labellingId })).toMatchObject({ kind: "forbidden" });
    done(await run(farid, nameAssessor, { labellingId, personId: audrey.personId }));
    done(await run(audrey, recordFindings, { labellingId, findings: [{ code: "O1", value: "met" }] }));
    expect(await run(helene, decideLabelling, { labellingId })).toMatchObject({
      code: "decision.waiting",
      facts: { count: { count: 3 } },
    });
    // Whoever directs the network and speaks for the structure leaves it to somebody else.
    const judge = await tenant.person({ roles: ["direction"] });
    const { seat } = await import("../label.fixture.ts");
    await seat(tenant, judge, structureId);
    expect(await run(judge, decideLabelling, { labellingId })).toMatchObject({ code: "labelling.notIndependent" });
  });

  it("par des pairs : deux au moins, la majorité tient", async () => {
    const { run, helene, farid, audrey, pierre, published, submitted, assessed } = world;
    const labellingId = await submitted(await published(2, 2), codesOf(2, 2), "peers");
    await assessed(labellingId, audrey, found([2, 2], [2, 2]));
    expect(await run(helene, decideLabelling, { labellingId })).toMatchObject({
      code: "decision.tooFew",
      facts: { count: { count: 2 } },
    });
    await assessed(labellingId, pierre, found([2, 2], [2, 1]));
    const third = await world.tenant.person();
    done(await run(farid, nameAssessor, { labellingId, personId: third.personId }));
    expect(await run(helene, decideLabelling, { labellingId })).toMatchObject({ code: "decision.waiting" });
    const findings = Object.entries(found([2, 2], [2, 0])).map(([code, value]) => ({ code, value }));
    done(await run(third, recordFindings, { labellingId, findings }));
    expect(await run(helene, decideLabelling, { labellingId })).toMatchObject({ outcome: "granted" });
  });

  it("prise, elle ne change plus : ni elle, ni les constats, ni les réponses, par aucune voie", async () => {
    const { run, helene, audrey, maelle, published, submitted, assessed, tenant, structureId } = world;
    const editionId = await published(1, 1);
    const labellingId = await submitted(editionId, codesOf(1, 1));
    await assessed(labellingId, audrey, found([1, 1], [1, 1]));
    done(await run(helene, decideLabelling, { labellingId, note: "Bravo." }));
    expect(await run(helene, decideLabelling, { labellingId })).toMatchObject({ code: "labelling.notSubmitted" });
    expect(
      await run(audrey, recordFindings, { labellingId, findings: [{ code: "O1", value: "unmet" }] }),
    ).toMatchObject({
      code: "labelling.notSubmitted",
    });
    for (const statement of [
      sql`update label.labelling set status = 'preparing', ended_at = null`,
      sql`update label.answer set value = 'unmet'`,
      sql`update label.criterion set level = 'recommended'`,
      sql`update label.edition set recommended_percent = 0`,
      sql`insert into label.finding (organization_id, id, labelling_id, code, person_id, value, found_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${labellingId}, 'O1', ${audrey.personId}, 'unmet', now())`,
    ]) {
      await expect(tenant.run((tx) => statement.execute(tx))).rejects.toThrow(/stay|assessed/);
    }
    await expect(tenant.run((tx) => sql`update label.decision set outcome = 'refused'`.execute(tx))).rejects.toThrow(
      /permission/,
    );
    // The next one is another labelling, under the same edition or the next.
    expect(await run(maelle, registerStructure, { structureId, editionId, mode: "peers" })).toMatchObject({
      labellingId: expect.any(String),
    });
  });

  it("la base compte aussi : un label que la règle refuse ne s’écrit pas", async () => {
    const { published, submitted, tenant, helene } = world;
    const labellingId = await submitted(await published(2, 2), codesOf(2, 2));
    const write = (met: number) =>
      tenant.run((tx) =>
        sql`insert into label.decision (organization_id, labelling_id, outcome, mandatory_met, mandatory_total, recommended_met,
            recommended_total, mandatory_percent, recommended_percent, decided_on, decided_at, decided_by, number, valid_until)
          values (${tenant.organizationId}, ${labellingId}, 'granted', ${met}, 60, 30, 60, 100, 50, '2026-11-22', now(),
            ${helene.personId}, '2026-0009', '2029-11-21')`.execute(tx),
      );
    await expect(write(59)).rejects.toThrow(/check/);
    await write(60);
  });
});
