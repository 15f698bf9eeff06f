import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays, type Day, toDay } from "#kernel/day.ts";
import { freshTenant } from "#testing/tenant.ts";
import { warningOf } from "../evidence/ending.ts";
import { evidenceOf } from "../evidence/evidence.store.ts";
import { giveEvidence, retireEvidence } from "../evidence/give-evidence.command.ts";
import { tellEndings } from "../evidence/tell-endings.job.ts";
import { acting, done, type LabelWorld, labelWorld, seat } from "../label.fixture.ts";
import { answersOf, findLabelling, readableLabellings } from "../labelling/labelling.store.ts";
import {
  answerCriteria,
  registerStructure,
  reopenLabelling,
  submitLabelling,
  withdrawLabelling,
} from "../labelling/run-labelling.command.ts";
import { readStanding } from "../labelling/standing.store.ts";
import {
  askAction,
  checkAction,
  finishAction,
  nameAssessor,
  recordFindings,
  releaseAssessor,
} from "./assess.command.ts";
import { findingsOf } from "./audit.store.ts";

let world: LabelWorld;
beforeEach(async () => {
  world = await labelWorld();
});

describe("L’autoévaluation", () => {
  it("est la parole de la structure : ses représentants seuls répondent, une preuve sert à plusieurs critères", async () => {
    const { run, maelle, audrey, farid, structureId, published, tenant } = world;
    const editionId = await published(2, 1);
    const { labellingId } = done(await run(farid, registerStructure, { structureId, editionId, mode: "audit" }));
    const { evidenceId } = done(
      await run(maelle, giveEvidence, { structureId, title: "Statuts", link: "https://exemple.fr/statuts" }),
    );
    const answers = ["O1", "O2"].map((code) => ({ code, value: "met", evidenceIds: [evidenceId] }));
    expect(await run(farid, answerCriteria, { labellingId, answers })).toMatchObject({ code: "labelling.notYours" });
    expect(await run(audrey, answerCriteria, { labellingId, answers })).toMatchObject({ kind: "missing" });
    done(await run(maelle, answerCriteria, { labellingId, answers }));
    const [evidence] = await tenant.run((tx) => evidenceOf(tx, tenant.organizationId, [structureId]));
    expect(evidence).toMatchObject({ title: "Statuts", codes: ["O1", "O2"] });
    // Answered again, it keeps what it names and nothing else.
    done(
      await run(maelle, answerCriteria, {
        labellingId,
        answers: [{ code: "O2", value: "unmet", comment: "À revoir" }],
      }),
    );
    const kept = await tenant.run((tx) => answersOf(tx, tenant.organizationId, labellingId));
    expect(kept.find(({ code }) => code === "O2")).toMatchObject({
      value: "unmet",
      comment: "À revoir",
      evidenceIds: [],
    });
    expect(await run(maelle, submitLabelling, { labellingId })).toMatchObject({
      code: "labelling.unanswered",
      facts: { count: { count: 1 } },
    });
    done(await run(maelle, answerCriteria, { labellingId, answers: [{ code: "R1", value: "not_applicable" }] }));
    done(await run(maelle, submitLabelling, { labellingId }));
    expect(await run(maelle, answerCriteria, { labellingId, answers: [{ code: "O1", value: "unmet" }] })).toMatchObject(
      { code: "labelling.handedOver" },
    );
    expect(await run(maelle, reopenLabelling, { labellingId })).toMatchObject({ kind: "forbidden" });
    done(await run(farid, reopenLabelling, { labellingId }));
    done(await run(maelle, withdrawLabelling, { labellingId }));
    expect((await tenant.run((tx) => findLabelling(tx, tenant.organizationId, labellingId)))?.status).toBe("withdrawn");
  });

  it("une seule démarche à la fois, sous une version publiée, et rien d’une autre structure", async () => {
    const { run, maelle, audrey, structureId, otherId, published } = world;
    const editionId = await published(1, 1);
    const { labellingId } = done(await run(maelle, registerStructure, { structureId, editionId, mode: "audit" }));
    expect(await run(maelle, registerStructure, { structureId, editionId, mode: "audit" })).toMatchObject({
      code: "labelling.already",
    });
    expect(await run(audrey, registerStructure, { structureId, editionId, mode: "audit" })).toMatchObject({
      code: "labelling.notYours",
    });
    const theirs = done(
      await run(audrey, giveEvidence, { structureId: otherId, title: "Bail", link: "https://exemple.fr/bail" }),
    );
    const answers = [{ code: "O1", value: "met", evidenceIds: [theirs.evidenceId] }];
    expect(await run(maelle, answerCriteria, { labellingId, answers })).toMatchObject({ code: "evidence.missing" });
    expect(await run(maelle, answerCriteria, { labellingId, answers: [{ code: "X9", value: "met" }] })).toMatchObject({
      code: "labelling.noCriterion",
    });
    expect(await run(maelle, retireEvidence, { evidenceId: theirs.evidenceId })).toMatchObject({ kind: "missing" });
    done(await run(audrey, retireEvidence, { evidenceId: theirs.evidenceId }));
  });

  it("n’existe pas dans une coopérative", async () => {
    const cooperative = await freshTenant();
    const helene = await cooperative.person({ roles: ["direction"] });
    const given = { structureId: world.structureId, editionId: world.tenant.newId(), mode: "audit" };
    expect(await acting(cooperative)(helene, registerStructure, given)).toMatchObject({ code: "network.notNetwork" });
  });
});

describe("Une preuve", () => {
  it("est un fichier ou une adresse, et ne change pas ; une période à l’endroit", async () => {
    const { run, maelle, structureId, tenant } = world;
    expect(await run(maelle, giveEvidence, { structureId, title: "Rien" })).toMatchObject({
      code: "evidence.fileOrLink",
    });
    expect(await run(maelle, giveEvidence, { structureId, title: "Page", link: "exemple" })).toMatchObject({
      code: "evidence.link",
    });
    const dates = { validFrom: "2026-06-01", validUntil: "2026-05-01" };
    expect(
      await run(maelle, giveEvidence, { structureId, title: "Page", link: "https://exemple.fr", ...dates }),
    ).toMatchObject({ code: "evidence.backwards" });
    done(
      await run(maelle, giveEvidence, {
        structureId,
        title: "Page",
        link: "https://exemple.fr",
        validUntil: "2027-01-01",
      }),
    );
    await expect(
      tenant.run((tx) => sql`update label.evidence set valid_until = '2030-01-01'`.execute(tx)),
    ).rejects.toThrow(/stays/);
  });

  it("qui prend fin est dite une fois par seuil à qui représente la structure", async () => {
    const { run, maelle, structureId, tenant } = world;
    const until = toDay("2027-01-21");
    done(
      await run(maelle, giveEvidence, {
        structureId,
        title: "Assurance",
        link: "https://exemple.fr/a",
        validUntil: until,
      }),
    );
    const app = { ...tenant.host, clock: tenant.host.clock };
    const told = async (day: Day) => {
      await tellEndings(app, { organizationId: tenant.organizationId, payload: { day } });
      const { rows } = await tenant.run((tx) =>
        sql<{ topic: string; person_id: string }>`select topic, person_id from notification.notice
          where organization_id = ${tenant.organizationId} order by at`.execute(tx),
      );
      return rows.length;
    };
    expect(await told(addDays(until, -61))).toBe(0);
    expect(await told(addDays(until, -60))).toBe(1);
    expect(await told(addDays(until, -59))).toBe(1);
    expect(await told(addDays(until, -30))).toBe(2);
    expect(await told(addDays(until, -3))).toBe(3);
    expect(await told(addDays(until, 1))).toBe(3);
    expect([
      warningOf("certificate", until, addDays(until, -181)),
      warningOf("certificate", until, addDays(until, -100)),
      warningOf("action", until, until),
    ]).toEqual([null, 180, 1]);
  });
});

describe("L’audit", () => {
  const codes = ["O1", "R1"];

  it("va à quelqu’un d’indépendant : la règle et la base refusent qui représente la structure", async () => {
    const { run, farid, maelle, audrey, structureId, published, submitted, tenant } = world;
    const labellingId = await submitted(await published(1, 1), codes);
    expect(await run(maelle, nameAssessor, { labellingId, personId: audrey.personId })).toMatchObject({
      kind: "forbidden",
    });
    expect(await run(farid, nameAssessor, { labellingId, personId: maelle.personId })).toMatchObject({
      code: "assessor.notIndependent",
    });
    await expect(
      tenant.run((tx) =>
        sql`insert into label.assessor (organization_id, labelling_id, person_id, named_at, named_by)
          values (${tenant.organizationId}, ${labellingId}, ${maelle.personId}, '2026-11-22', ${farid.personId})`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/speak/);
    done(await run(farid, nameAssessor, { labellingId, personId: audrey.personId }));
    expect(await run(farid, nameAssessor, { labellingId, personId: farid.personId })).toMatchObject({
      code: "assessor.one",
    });
    done(await run(audrey, recordFindings, { labellingId, findings: [{ code: "O1", value: "met" }] }));
    // A seat that comes later closes the audit to them, in the program and in the database.
    await seat(tenant, audrey, structureId);
    expect(await run(audrey, recordFindings, { labellingId, findings: [{ code: "R1", value: "met" }] })).toMatchObject({
      code: "labelling.notIndependent",
    });
    await expect(
      tenant.run((tx) =>
        sql`insert into label.finding (organization_id, id, labelling_id, code, person_id, value, found_at)
          values (${tenant.organizationId}, ${tenant.newId()}, ${labellingId}, 'R1', ${audrey.personId}, 'met', '2026-11-22')`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/speak/);
    done(await run(farid, releaseAssessor, { labellingId, personId: audrey.personId }));
    expect((await tenant.run((tx) => findLabelling(tx, tenant.organizationId, labellingId)))?.assessorIds).toEqual([]);
  });

  it("ne se lit que par les siens, et un pair ne voit pas ce que l’autre a constaté", async () => {
    const { run, farid, audrey, pierre, maelle, published, submitted, assessed, tenant } = world;
    const labellingId = await submitted(await published(1, 1), codes, "peers");
    await assessed(labellingId, audrey, { O1: "met" });
    expect(await run(pierre, recordFindings, { labellingId, findings: [{ code: "O1", value: "met" }] })).toMatchObject({
      kind: "missing",
    });
    await assessed(labellingId, pierre, { O1: "unmet" });
    const labelling = await tenant.run((tx) => findLabelling(tx, tenant.organizationId, labellingId));
    if (labelling === null) throw new Error("missing");
    const seen = async (who: typeof pierre, organises: boolean) => {
      const reader = { personId: who.personId, organises };
      const standing = await tenant.run((tx) => readStanding(tx, tenant.organizationId, labelling, reader));
      return standing?.criteria[0]?.findings.map(({ personId }) => personId).sort();
    };
    expect(await seen(pierre, false)).toEqual([pierre.personId]);
    expect(await seen(maelle, false)).toEqual([]);
    expect(await seen(farid, true)).toEqual([audrey.personId, pierre.personId].sort());
    // Of the team and a peer at once: a peer. Neither peers nor the structure read the count, which would tell.
    expect(await seen(audrey, true)).toEqual([audrey.personId]);
    const counted = async (who: typeof pierre, organises: boolean) => {
      const reader = { personId: who.personId, organises };
      return (await tenant.run((tx) => readStanding(tx, tenant.organizationId, labelling, reader)))?.found;
    };
    expect(await counted(pierre, false)).toBeNull();
    expect(await counted(audrey, true)).toBeNull();
    expect(await counted(maelle, false)).toBeNull();
    expect(await counted(farid, true)).toMatchObject({ mandatoryMet: 0, waiting: 1 });
    const read = (who: typeof pierre) =>
      tenant.run(async (tx) => {
        const presence = await tenant.host.loadPresence(tx, who.caller, tenant.host.clock());
        return presence === null ? [] : readableLabellings(tx, presence.actor, []);
      });
    expect(await read(pierre)).toHaveLength(1);
    expect(await read(await tenant.person())).toHaveLength(0);
  });

  it("le dernier constat compte, les autres restent ; une action se demande, se fait, se vérifie", async () => {
    const { run, farid, audrey, maelle, published, submitted, tenant } = world;
    const labellingId = await submitted(await published(1, 1), codes);
    done(await run(farid, nameAssessor, { labellingId, personId: audrey.personId }));
    done(await run(audrey, recordFindings, { labellingId, findings: [{ code: "O1", value: "unmet" }] }));
    expect(
      await run(audrey, askAction, { labellingId, code: "O1", wording: "Compléter", dueOn: "2026-11-22" }),
    ).toMatchObject({ code: "action.past" });
    const { actionId } = done(
      await run(audrey, askAction, { labellingId, code: "O1", wording: "Compléter", dueOn: "2026-12-22" }),
    );
    expect(await run(maelle, checkAction, { actionId })).toMatchObject({ kind: "forbidden" });
    expect(await run(audrey, checkAction, { actionId })).toMatchObject({ code: "action.notDone" });
    expect(await run(audrey, finishAction, { actionId, doneNote: "Fait" })).toMatchObject({
      code: "labelling.notYours",
    });
    done(await run(maelle, finishAction, { actionId, doneNote: "Complété" }));
    expect(await run(maelle, finishAction, { actionId, doneNote: "Encore" })).toMatchObject({ code: "action.done" });
    done(await run(audrey, checkAction, { actionId }));
    await expect(
      tenant.run((tx) => sql`update label.corrective_action set wording = 'Autre'`.execute(tx)),
    ).rejects.toThrow(/stays/);
    tenant.setNow("2026-11-23T10:00:00.000Z");
    done(await run(audrey, recordFindings, { labellingId, findings: [{ code: "O1", value: "met" }] }));
    const latest = await tenant.run((tx) => findingsOf(tx, tenant.organizationId, labellingId));
    expect(latest.map(({ value }) => value)).toEqual(["met"]);
  });
});
