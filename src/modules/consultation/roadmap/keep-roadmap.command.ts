import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { findStructure, speakingFor } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import {
  dayText,
  idText,
  oneOf,
  optionalId,
  optionalText,
  requiredText,
  ticked,
  versionNumber,
} from "#platform/field.ts";
import { findConsultation } from "../consultation/consultation.store.ts";
import type { RoadmapRefusalCode } from "./roadmap.fr.ts";
import { mayKeepRoadmap } from "./roadmap.policy.ts";
import { adoptionsOf, findRoadmap } from "./roadmap.store.ts";
import { CHOICES, type Roadmap, type RoadmapId, type WorkstreamId } from "./roadmap.ts";

type Refused = Refusal<RoadmapRefusalCode | NetworkRefusalCode>;
type Kept = { readonly roadmapId: RoadmapId };

/** The roadmap, held for whoever keeps it. */
async function kept(context: CommandContext, id: RoadmapId): Promise<Roadmap | Refused> {
  const refusal = mayKeepRoadmap(context.actor);
  if (refusal) return refusal;
  return (await findRoadmap(context.tx, context.organizationId, id, true)) ?? refuse("missing", "roadmap.missing");
}

const words = { title: requiredText(160), mandate: optionalText(4000), consultationId: optionalId<"consultation">() };

export const openRoadmap = defineCommand({
  name: "consultation.roadmap.open",
  input: z.object(words),
  async run(context, { title, mandate, consultationId }): Promise<Kept | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayKeepRoadmap(actor);
    if (refusal) return refusal;
    if (consultationId !== null && (await findConsultation(tx, organizationId, consultationId)) === null) {
      return refuse("missing", "roadmap.consultation", {}, "consultationId");
    }
    const id = context.id<"roadmap">();
    await sql`insert into consultation.roadmap (organization_id, id, consultation_id, title, mandate, created_at, created_by)
      values (${organizationId}, ${id}, ${consultationId}, ${title}, ${mandate}, ${now}, ${actor.personId})`.execute(
      tx,
    );
    context.audit({ subjectKind: "consultation.roadmap", subjectId: id });
    return { roadmapId: id };
  },
});

export const updateRoadmap = defineCommand({
  name: "consultation.roadmap.update",
  input: z.object({
    roadmapId: idText<"roadmap">(),
    version: versionNumber(),
    title: words.title,
    mandate: words.mandate,
  }),
  async run(context, { roadmapId, version, title, mandate }): Promise<Kept | Refused> {
    const { tx, organizationId } = context;
    const roadmap = await kept(context, roadmapId);
    if (isRefusal(roadmap)) return roadmap;
    if (roadmap.version !== version) return refuse("conflict", "roadmap.changed");
    await sql`update consultation.roadmap set title = ${title}, mandate = ${mandate}, version = version + 1
      where organization_id = ${organizationId} and id = ${roadmapId}`.execute(tx);
    context.audit({ subjectKind: "consultation.roadmap", subjectId: roadmapId });
    return { roadmapId };
  },
});

export const addWorkstream = defineCommand({
  name: "consultation.workstream.add",
  input: z.object({
    roadmapId: idText<"roadmap">(),
    title: requiredText(160),
    description: optionalText(2000),
    structureId: optionalId<"structure">(),
  }),
  async run(context, input): Promise<(Kept & { readonly workstreamId: WorkstreamId }) | Refused> {
    const { tx, organizationId, now } = context;
    const { roadmapId, title, description, structureId } = input;
    const roadmap = await kept(context, roadmapId);
    if (isRefusal(roadmap)) return roadmap;
    if (structureId !== null && (await findStructure(tx, organizationId, structureId)) === null) {
      return refuse("missing", "structure.missing", {}, "structureId");
    }
    const id = context.id<"workstream">();
    await sql`insert into consultation.workstream (organization_id, id, roadmap_id, title, description, structure_id, added_at)
      values (${organizationId}, ${id}, ${roadmapId}, ${title}, ${description}, ${structureId}, ${now})`.execute(tx);
    context.audit({ subjectKind: "consultation.roadmap", subjectId: roadmapId, details: { workstreamId: id } });
    return { roadmapId, workstreamId: id };
  },
});

export const addMilestone = defineCommand({
  name: "consultation.milestone.add",
  input: z.object({
    roadmapId: idText<"roadmap">(),
    workstreamId: idText<"workstream">(),
    title: requiredText(160),
    dueOn: dayText(),
  }),
  async run(context, { roadmapId, workstreamId, title, dueOn }): Promise<Kept | Refused> {
    const { tx, organizationId } = context;
    const roadmap = await kept(context, roadmapId);
    if (isRefusal(roadmap)) return roadmap;
    const id = context.id<"milestone">();
    const { numAffectedRows } =
      await sql`insert into consultation.milestone (organization_id, id, workstream_id, title, due_on)
      select w.organization_id, ${id}, w.id, ${title}, ${dueOn} from consultation.workstream w
       where w.organization_id = ${organizationId} and w.roadmap_id = ${roadmapId} and w.id = ${workstreamId}`.execute(
        tx,
      );
    if (numAffectedRows === 0n) return refuse("missing", "roadmap.workstream");
    context.audit({ subjectKind: "consultation.roadmap", subjectId: roadmapId, details: { milestoneId: id } });
    return { roadmapId };
  },
});

/** Says that a milestone is reached today, or not after all. */
export const reachMilestone = defineCommand({
  name: "consultation.milestone.reach",
  input: z.object({ roadmapId: idText<"roadmap">(), milestoneId: idText<"milestone">(), reached: ticked() }),
  async run(context, { roadmapId, milestoneId, reached }): Promise<Kept | Refused> {
    const { tx, organizationId, today } = context;
    const roadmap = await kept(context, roadmapId);
    if (isRefusal(roadmap)) return roadmap;
    const { numAffectedRows } = await sql`update consultation.milestone m set reached_on = ${reached ? today : null}
      from consultation.workstream w where m.organization_id = ${organizationId} and m.id = ${milestoneId}
        and w.organization_id = m.organization_id and w.id = m.workstream_id and w.roadmap_id = ${roadmapId}`.execute(
      tx,
    );
    if (numAffectedRows === 0n) return refuse("missing", "roadmap.milestone");
    context.audit({ subjectKind: "consultation.roadmap", subjectId: roadmapId, details: { milestoneId, reached } });
    return { roadmapId };
  },
});

/** Somebody of the network sits on the steering committee from today, or leaves it. */
export const seatCommittee = defineCommand({
  name: "consultation.committee.seat",
  input: z.object({
    roadmapId: idText<"roadmap">(),
    personId: idText<"person">(),
    function: optionalText(120),
    leaves: ticked(),
  }),
  async run(context, { roadmapId, personId, function: held, leaves }): Promise<Kept | Refused> {
    const { tx, organizationId, today } = context;
    const roadmap = await kept(context, roadmapId);
    if (isRefusal(roadmap)) return roadmap;
    if (!(await personNames(tx, organizationId, [personId])).has(personId)) {
      return refuse("missing", "seat.personMissing", {}, "personId");
    }
    await (leaves
      ? sql`update consultation.committee_seat set ends_on = ${today}
          where organization_id = ${organizationId} and roadmap_id = ${roadmapId} and person_id = ${personId}`
      : sql`insert into consultation.committee_seat (organization_id, roadmap_id, person_id, function, starts_on)
          values (${organizationId}, ${roadmapId}, ${personId}, ${held}, ${today})
          on conflict (organization_id, roadmap_id, person_id)
          do update set function = ${held}, starts_on = ${today}, ends_on = null`
    ).execute(tx);
    context.audit({ subjectKind: "consultation.roadmap", subjectId: roadmapId, details: { personId, leaves } });
    return { roadmapId };
  },
});

/** Writes a decision of the committee in its log: never changed, followed by another one. */
export const logDecision = defineCommand({
  name: "consultation.decision.log",
  input: z.object({
    roadmapId: idText<"roadmap">(),
    decidedOn: dayText(),
    title: requiredText(160),
    body: optionalText(4000),
  }),
  async run(context, { roadmapId, decidedOn, title, body }): Promise<Kept | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const roadmap = await kept(context, roadmapId);
    if (isRefusal(roadmap)) return roadmap;
    if (decidedOn > today) return refuse("invalid", "roadmap.decisionLater", {}, "decidedOn");
    const id = context.id<"roadmapDecision">();
    await sql`insert into consultation.roadmap_decision
        (organization_id, id, roadmap_id, decided_on, title, body, recorded_at, recorded_by)
      values (${organizationId}, ${id}, ${roadmapId}, ${decidedOn}, ${title}, ${body}, ${now}, ${actor.personId})`.execute(
      tx,
    );
    context.audit({ subjectKind: "consultation.roadmap", subjectId: roadmapId, details: { decisionId: id } });
    return { roadmapId };
  },
});

/** Says what a structure makes of the roadmap: itself, or the team what it was told. The earlier answers stay. */
export const recordAdoption = defineCommand({
  name: "consultation.adoption.record",
  input: z.object({
    roadmapId: idText<"roadmap">(),
    structureId: idText<"structure">(),
    choice: oneOf(CHOICES),
    comment: optionalText(2000),
  }),
  async run(context, { roadmapId, structureId, choice, comment }): Promise<Kept | Refused> {
    const { tx, organizationId, actor, now } = context;
    const structure = await speakingFor(context, structureId);
    if (isRefusal(structure)) return structure;
    // Held: two answers of one structure come one after the other.
    if ((await findRoadmap(tx, organizationId, roadmapId, true)) === null) return refuse("missing", "roadmap.missing");
    if (structure.kind === "network") return refuse("conflict", "roadmap.network", {}, "structureId");
    const own = (await adoptionsOf(tx, organizationId, roadmapId)).find((one) => one.structureId === structureId);
    if (own?.choice === choice && own.comment === comment) return refuse("conflict", "roadmap.same", {}, "comment");
    await sql`insert into consultation.adoption
        (organization_id, roadmap_id, structure_id, number, choice, comment, recorded_at, recorded_by)
      values (${organizationId}, ${roadmapId}, ${structureId}, ${(own?.number ?? 0) + 1}, ${choice}, ${comment}, ${now},
        ${actor.personId})`.execute(tx);
    context.audit({ subjectKind: "consultation.roadmap", subjectId: roadmapId, details: { structureId, choice } });
    return { roadmapId };
  },
});
