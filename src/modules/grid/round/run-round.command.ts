import { sql } from "kysely";
import { z } from "zod";
import { counted } from "#kernel/fact.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { seatsOn } from "#modules/network/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, ticked } from "#platform/field.ts";
import type { GridRefusalCode } from "../grid.fr.ts";
import { mayLead } from "../grid.policy.ts";
import { findModel, indicatorsOf } from "../model/model.store.ts";
import { type LoadedRound, loadProject, loadRound } from "../project/load.store.ts";
import { COMPARISON_OPEN, RATING_ASKED } from "../topics.ts";
import { agreedOf, ratersOf, roundsOf } from "./round.store.ts";
import { LEAST_RATERS, MODES, type RoundId, roundTransitions } from "./round.ts";

type Moved = { readonly roundId: RoundId };
const no = (kind: Refusal["kind"], code: GridRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** Asks some people to rate a project with a published grid, each alone. */
export const openRound = defineCommand({
  name: "grid.round.open",
  input: z.object({
    projectId: idText<"gridProject">(),
    modelId: idText<"gridModel">(),
    mode: oneOf(MODES),
    raterIds: z.array(idText<"person">()).min(1, "field.choose").max(30, "field.tooLarge"),
  }),
  async run(context, { projectId, modelId, mode, raterIds }): Promise<Moved | Refusal> {
    const { tx, organizationId, actor, today, now } = context;
    const loaded = await loadProject(context, projectId);
    if ("refused" in loaded) return loaded;
    const { project } = loaded;
    const refusal = mayLead(actor, loaded.seats, project.partnerIds);
    if (refusal) return refusal;
    const model = await findModel(tx, organizationId, modelId);
    if (model?.status !== "published") return no("conflict", "round.notPublished", "modelId");
    await sql`select id from grid.project where organization_id = ${organizationId} and id = ${projectId} for update`.execute(
      tx,
    );
    if ((await roundsOf(tx, organizationId, projectId)).some(({ status }) => status !== "closed")) {
      return no("conflict", "round.already");
    }
    const raters = [...new Set(raterIds)];
    if ((await personNames(tx, organizationId, raters)).size !== raters.length) {
      return no("missing", "round.noPerson", "raterIds");
    }
    if (raters.length < LEAST_RATERS[mode]) return no("invalid", "round.several", "raterIds");
    const seats = await seatsOn(tx, organizationId, today);
    const partners = seats.filter(({ structureId }) => project.partnerIds.includes(structureId));
    const bound = (rater: PersonId) => partners.some(({ personId }) => personId === rater);
    if (mode === "self" && !raters.every(bound)) return no("invalid", "round.selfOnly", "raterIds");
    if (mode === "external" && raters.some(bound)) return no("invalid", "round.externalOnly", "raterIds");
    const roundId = context.id<"gridRound">();
    await sql`insert into grid.round (organization_id, id, project_id, model_id, mode, status, opened_on, opened_at)
      values (${organizationId}, ${roundId}, ${projectId}, ${modelId}, ${mode}, 'rating', ${today}, ${now})`.execute(
      tx,
    );
    await sql`insert into grid.rater (organization_id, round_id, person_id, named_at)
      select ${organizationId}, ${roundId}, unnest(${raters}::uuid[]), ${now}`.execute(tx);
    context.audit({ subjectKind: "grid.round", subjectId: roundId, details: { mode, raters } });
    await notify(context, {
      to: raters,
      topic: RATING_ASKED,
      subject: { kind: "grid.round", id: roundId },
      path: `cooperation/tours/${roundId}/apprecier`,
      facts: { project: project.name },
    });
    return { roundId };
  },
});

async function leading(context: CommandContext, roundId: RoundId): Promise<LoadedRound | Refusal> {
  const loaded = await loadRound(context, roundId, true);
  if ("refused" in loaded) return loaded;
  return mayLead(context.actor, loaded.seats, loaded.project.partnerIds) ?? loaded;
}

/** Opens the comparison: from now on everybody sees what each said, and nobody rates any more. */
export const openComparison = defineCommand({
  name: "grid.round.compare",
  input: z.object({ roundId: idText<"gridRound">(), anyway: ticked() }),
  async run(context, { roundId, anyway }): Promise<Moved | Refusal> {
    const loaded = await leading(context, roundId);
    if ("refused" in loaded) return loaded;
    const { round } = loaded;
    if (next(roundTransitions, round.status, "compare") === null) return no("conflict", "round.notNow");
    const raters = await ratersOf(context.tx, context.organizationId, roundId);
    const finished = raters.filter(({ finishedAt }) => finishedAt !== null).length;
    if (finished < LEAST_RATERS[round.mode]) return no("conflict", "round.nobodyFinished");
    if (finished < raters.length && !anyway) {
      return refuse("conflict", "round.waiting", { count: counted(raters.length - finished) });
    }
    await sql`update grid.round set status = 'comparing', compared_at = ${context.now}
      where organization_id = ${context.organizationId} and id = ${roundId}`.execute(context.tx);
    context.audit({ subjectKind: "grid.round", subjectId: roundId, details: { status: "comparing", finished } });
    await notify(context, {
      to: round.raterIds,
      topic: COMPARISON_OPEN,
      subject: { kind: "grid.round", id: roundId },
      path: `cooperation/tours/${roundId}`,
      facts: { project: round.projectName },
    });
    return { roundId };
  },
});

/** Closes a round once every indicator has its agreed value: it is then what later rounds are compared with. */
export const closeRound = defineCommand({
  name: "grid.round.close",
  input: z.object({ roundId: idText<"gridRound">() }),
  async run(context, { roundId }): Promise<Moved | Refusal> {
    const loaded = await leading(context, roundId);
    if ("refused" in loaded) return loaded;
    const { round } = loaded;
    const { tx, organizationId, now } = context;
    if (next(roundTransitions, round.status, "close") === null) return no("conflict", "round.notNow");
    const indicators = await indicatorsOf(tx, organizationId, round.modelId);
    const left = indicators.length - (await agreedOf(tx, organizationId, roundId)).length;
    if (left > 0) return refuse("conflict", "round.notAgreed", { count: counted(left) });
    await sql`update grid.round set status = 'closed', closed_at = ${now}
      where organization_id = ${organizationId} and id = ${roundId}`.execute(tx);
    context.audit({ subjectKind: "grid.round", subjectId: roundId, details: { status: "closed" } });
    return { roundId };
  },
});
