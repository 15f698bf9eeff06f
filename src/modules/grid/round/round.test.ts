import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import type { StructureId } from "#modules/network/index.ts";
import { type Command, execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { EXAMPLE_MODEL } from "../model/example-model.ts";
import { importIndicators, publishModel, reviseModel, startModel } from "../model/keep-model.command.ts";
import { indicatorsOf } from "../model/model.store.ts";
import { shapeOf } from "../model/model.ts";
import { readIndicators } from "../model/read-indicators.ts";
import { describeProject, finishPlanAction, planAction, startProject } from "../project/lead-project.command.ts";
import { planOf } from "../project/project.store.ts";
import { agreeValue, finishRating, rateIndicators, sayRemark } from "../rating/rate.command.ts";
import { ratingsOf } from "./round.store.ts";
import { hundredths, meanOf, profileOf, spreadOf } from "./round.ts";
import { closeRound, openComparison, openRound } from "./run-round.command.ts";

const GRID =
  "code;objectif général;objectif principal;indicateur;niveau 0;niveau 1;niveau 2\nA1;G;P;Un;non;peu;oui\nA2;G;P;Deux;non;peu;oui";

function done<T>(answer: T): Exclude<T, { refused: true }> {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, { refused: true }>;
}

describe("Les figures", () => {
  it("l’exemple a la forme 3, 9, 36, quatre niveaux décrits partout", () => {
    const read = readIndicators(EXAMPLE_MODEL);
    if (typeof read === "string") throw new Error(read);
    expect(read.refused).toEqual([]);
    expect(shapeOf(read.indicators)).toEqual([3, 9, 36]);
    expect(read.indicators.every(({ levels }) => levels.length === 4 && new Set(levels).size === 4)).toBe(true);
  });

  it("chaque ligne refusée d’un import a sa raison", () => {
    const read = readIndicators(`${GRID}\n;G;P;X;a;b;c\nA1;G;P;X;a;b;c\nA3;;P;X;a;b;c\nA4;G;P;;a;b;c\nA5;G;P;X;a;b\n`);
    expect(read).toMatchObject({
      indicators: [{ code: "A1" }, { code: "A2" }],
      refused: [
        { line: 4, reason: "code" },
        { line: 5, reason: "codeTwice" },
        { line: 6, reason: "objective" },
        { line: 7, reason: "wording" },
        { line: 8, reason: "levels" },
      ],
    });
    expect([readIndicators(""), readIndicators("[]"), readIndicators("{"), readIndicators("a;b\n1;2")]).toEqual([
      "empty",
      "empty",
      "notJson",
      "headings",
    ]);
  });

  it("écart et moyenne en entiers", () => {
    expect(
      [spreadOf([]), spreadOf([2]), spreadOf([2, 2]), spreadOf([1, 2]), spreadOf([0, 3, 1])].map(
        ({ divergence }) => divergence,
      ),
    ).toEqual(["alone", "alone", "none", "near", "far"]);
    expect([meanOf([]), meanOf([1, 2]), meanOf([1, 1, 2]), meanOf([0, 0, 1]), meanOf([3])]).toEqual([
      null,
      150,
      133,
      33,
      300,
    ]);
    expect([hundredths(133, "fr"), hundredths(205, "en")]).toEqual(["1,33", "2.05"]);
  });
});

describe("Un tour d’appréciation", () => {
  let tenant: TestTenant;
  let animator: TestPerson;
  let ada: TestPerson;
  let bruno: TestPerson;
  let chloe: TestPerson;
  let projectId: string;
  let modelId: string;
  let partnerIds: StructureId[];
  const run = <I, O>(who: TestPerson, command: Command<I, O>, input: unknown) =>
    execute(tenant.host, who.caller, command, input);
  const seenBy = (who: TestPerson, roundId: string) =>
    withTenant(tenant.database.app, who.caller, (tx) => ratingsOf(tx, tenant.organizationId, roundId as never));

  beforeEach(async () => {
    tenant = await freshTenant({ house: "network" });
    animator = await tenant.person({ roles: ["facilitator"] });
    [ada, bruno, chloe] = [await tenant.person(), await tenant.person(), await tenant.person()];
    partnerIds = [];
    for (const [rank, who] of [ada, bruno].entries()) {
      const id = tenant.newId<"structure">();
      partnerIds.push(id);
      await tenant.run(async (tx) => {
        await sql`insert into network.structure (organization_id, id, kind, name, created_at)
          values (${tenant.organizationId}, ${id}, 'cae', ${`Structure ${rank}`}, now())`.execute(tx);
        await sql`insert into network.seat (organization_id, id, person_id, structure_id, starts_on, recorded_at)
          values (${tenant.organizationId}, ${tenant.newId()}, ${who.personId}, ${id}, '2025-01-01', now())`.execute(
          tx,
        );
      });
    }
    const model = done(await run(animator, startModel, { name: "La nôtre" }));
    modelId = model.modelId;
    expect(await run(animator, publishModel, { modelId })).toMatchObject({ code: "model.empty" });
    done(await run(animator, importIndicators, { modelId, text: GRID }));
    done(await run(animator, publishModel, { modelId }));
    const about = { name: "Pôle des Rives", kind: "ptce", partnerIds };
    expect(await run(chloe, startProject, about)).toMatchObject({ code: "project.noSeat" });
    projectId = done(await run(ada, startProject, about)).projectId;
  });

  const asked = (raters: TestPerson[], mode = "mutual") => ({
    projectId,
    modelId,
    mode,
    raterIds: raters.map(({ personId }) => personId),
  });
  const both = (a: number, b: number) => [
    { code: "A1", level: a, comment: "Parce que" },
    { code: "A2", level: b },
  ];

  it("trois personnes apprécient seules, comparent, conviennent, prévoient ; un tour suivant se compare", async () => {
    const { roundId } = done(await run(ada, openRound, asked([ada, bruno, chloe])));
    expect(await run(ada, openRound, asked([ada, bruno]))).toMatchObject({ code: "round.already" });
    done(await run(ada, rateIndicators, { roundId, ratings: both(0, 1) }));
    done(await run(bruno, rateIndicators, { roundId, ratings: both(2, 1) }));
    // Nobody sees the others': the database itself answers with one's own, and a job with nothing.
    expect((await seenBy(ada, roundId)).map(({ personId }) => personId)).toEqual([ada.personId, ada.personId]);
    expect(await seenBy(animator, roundId)).toEqual([]);
    expect(await tenant.run((tx) => ratingsOf(tx, tenant.organizationId, roundId))).toEqual([]);
    await expect(
      withTenant(tenant.database.app, ada.caller, (tx) =>
        sql`insert into grid.rating (organization_id, round_id, person_id, code, level, rated_at)
          values (${tenant.organizationId}, ${roundId}, ${chloe.personId}, 'A1', 2, now())`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/);
    expect(await run(animator, rateIndicators, { roundId, ratings: both(1, 1) })).toMatchObject({
      code: "round.notRater",
    });
    expect(await run(ada, rateIndicators, { roundId, ratings: [{ code: "A1", level: 3 }] })).toMatchObject({
      code: "round.noIndicator",
    });
    expect(await run(ada, sayRemark, { roundId, code: "A1", body: "Tôt" })).toMatchObject({
      code: "round.notCompared",
    });
    expect(await run(chloe, finishRating, { roundId })).toMatchObject({
      code: "round.unrated",
      facts: { count: { count: 2 } },
    });
    done(await run(ada, finishRating, { roundId }));
    expect(await run(ada, openComparison, { roundId })).toMatchObject({ code: "round.nobodyFinished" });
    done(await run(bruno, finishRating, { roundId }));
    expect(await run(chloe, openComparison, { roundId, anyway: "oui" })).toMatchObject({ kind: "forbidden" });
    expect(await run(ada, openComparison, { roundId })).toMatchObject({
      code: "round.waiting",
      facts: { count: { count: 1 } },
    });
    done(await run(ada, openComparison, { roundId, anyway: "oui" }));
    expect(await seenBy(chloe, roundId)).toHaveLength(4);
    expect(await run(ada, rateIndicators, { roundId, ratings: both(2, 2) })).toMatchObject({ code: "round.compared" });
    await expect(
      tenant.run((tx) => sql`update grid.round set status = 'rating', compared_at = null`.execute(tx)),
    ).rejects.toThrow(/one way/);
    done(await run(chloe, sayRemark, { roundId, code: "A1", body: "Vu à la réunion." }));
    expect(await run(chloe, agreeValue, { roundId, code: "A1", level: 1, reason: "Oui" })).toMatchObject({
      kind: "forbidden",
    });
    done(
      await run(bruno, agreeValue, {
        roundId,
        code: "A1",
        level: 1,
        reason: "Entre les deux",
        evidence: "Compte rendu",
      }),
    );
    expect(await run(bruno, closeRound, { roundId })).toMatchObject({
      code: "round.notAgreed",
      facts: { count: { count: 1 } },
    });
    done(await run(bruno, agreeValue, { roundId, code: "A2", level: 2, reason: "Acquis" }));
    expect(
      await run(ada, planAction, { roundId, code: "A1", what: "Écrire la règle", who: "Ada", dueOn: "2026-11-22" }),
    ).toMatchObject({ code: "plan.past" });
    const { actionId } = done(
      await run(ada, planAction, { roundId, code: "A1", what: "Écrire la règle", who: "Ada", dueOn: "2027-01-15" }),
    );
    done(await run(ada, closeRound, { roundId }));
    expect(await run(bruno, agreeValue, { roundId, code: "A1", level: 2, reason: "Trop tard" })).toMatchObject({
      code: "round.notCompared",
    });
    await expect(tenant.run((tx) => sql`update grid.agreed_value set level = 2`.execute(tx))).rejects.toThrow(
      /compared/,
    );
    done(await run(bruno, finishPlanAction, { projectId, actionId, doneNote: "Écrite" }));
    expect(await run(bruno, finishPlanAction, { projectId, actionId })).toMatchObject({ code: "plan.missing" });
    expect((await tenant.run((tx) => planOf(tx, tenant.organizationId, projectId as never)))[0]).toMatchObject({
      doneNote: "Écrite",
    });
    done(await run(ada, openRound, asked([ada, bruno], "self")));
    const indicators = await tenant.run((tx) => indicatorsOf(tx, tenant.organizationId, modelId as never));
    expect(profileOf([{ main: "P", indicators }], [{ code: "A1", level: 1, reason: "", evidence: "" }])).toEqual([100]);
  });

  it("chaque mode a ses personnes, et le projet n’existe que pour les siens", async () => {
    expect(await run(ada, openRound, asked([ada]))).toMatchObject({ code: "round.several" });
    expect(await run(ada, openRound, asked([ada, chloe], "self"))).toMatchObject({ code: "round.selfOnly" });
    expect(await run(ada, openRound, asked([ada, chloe], "external"))).toMatchObject({ code: "round.externalOnly" });
    expect(await run(chloe, openRound, asked([chloe], "external"))).toMatchObject({
      kind: "missing",
      code: "project.missing",
    });
    const { modelId: draft } = done(await run(animator, reviseModel, { modelId }));
    expect(await run(ada, openRound, { ...asked([ada], "self"), modelId: draft })).toMatchObject({
      code: "round.notPublished",
    });
    await expect(
      tenant.run((tx) => sql`update grid.indicator set wording = 'x' where model_id = ${modelId}`.execute(tx)),
    ).rejects.toThrow(/stays/);
    expect(
      await run(ada, describeProject, { projectId, name: "Pôle", kind: "other", partnerIds: [partnerIds[1]] }),
    ).toMatchObject({ code: "project.ownFirst" });
    done(await run(ada, describeProject, { projectId, name: "Pôle", kind: "other", partnerIds }));
    const cooperative = await freshTenant();
    const helene = await cooperative.person({ roles: ["direction"] });
    expect(await execute(cooperative.host, helene.caller, startModel, { example: true })).toMatchObject({
      code: "network.notNetwork",
    });
  });
});
