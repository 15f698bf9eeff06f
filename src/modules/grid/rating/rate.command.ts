import { sql } from "kysely";
import { z } from "zod";
import { counted } from "#kernel/fact.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalText, requiredText } from "#platform/field.ts";
import type { GridRefusalCode } from "../grid.fr.ts";
import { mayLead, mayRate } from "../grid.policy.ts";
import { indicatorsOf } from "../model/model.store.ts";
import { type LoadedRound, loadRound } from "../project/load.store.ts";
import { ratingsOf } from "../round/round.store.ts";
import type { RoundId } from "../round/round.ts";

type Moved = { readonly roundId: RoundId };
const no = (kind: Refusal["kind"], code: GridRefusalCode, field?: string) => refuse(kind, code, {}, field);
const level = () => z.coerce.number("field.choose").int("field.choose").min(0, "field.choose").max(6, "field.choose");

async function rating(context: CommandContext, roundId: RoundId): Promise<LoadedRound | Refusal> {
  const loaded = await loadRound(context, roundId, true);
  if ("refused" in loaded) return loaded;
  const refusal = mayRate(context.actor, loaded.round);
  if (refusal) return refusal;
  return loaded.round.status === "rating" ? loaded : no("conflict", "round.compared");
}

/** One indicator of a form: a comment goes with a level; neither, and it is left for later. */
const rated = z
  .object({
    code: requiredText(20),
    level: z.preprocess((value) => (value === "" || value === undefined ? null : value), level().nullable()),
    comment: optionalText(1000),
  })
  .refine(({ level, comment }) => level !== null || comment === "", { path: ["level"], error: "field.choose" });

const someRated = z
  .array(rated)
  .min(1, "field.choose")
  .max(200)
  .refine((all) => all.some(({ level }) => level !== null), { path: ["0", "level"], error: "field.choose" });

/** What somebody thinks of some indicators, alone: nobody sees it before the comparison. */
export const rateIndicators = defineCommand({
  name: "grid.rating.write",
  input: z.object({ roundId: idText<"gridRound">(), ratings: someRated }),
  async run(context, { roundId, ratings }): Promise<Moved | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const loaded = await rating(context, roundId);
    if ("refused" in loaded) return loaded;
    const indicators = await indicatorsOf(tx, organizationId, loaded.round.modelId);
    const most = new Map(indicators.map(({ code, levels }) => [code, levels.length]));
    const given = ratings.flatMap(({ level, ...one }) => (level === null ? [] : [{ ...one, level }]));
    for (const one of given) {
      if (one.level >= (most.get(one.code) ?? 0)) return no("missing", "round.noIndicator");
    }
    await sql`insert into grid.rating (organization_id, round_id, person_id, code, level, comment, rated_at)
      select ${organizationId}, ${roundId}, ${actor.personId}, r.code, r.level, r.comment, ${now}
        from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r(code text, level integer, comment text)
      on conflict (organization_id, round_id, person_id, code) do update
        set level = excluded.level, comment = excluded.comment, rated_at = excluded.rated_at`.execute(tx);
    context.audit({ subjectKind: "grid.round", subjectId: roundId, details: { rated: given.length } });
    return { roundId };
  },
});

/** Says that one's own rating is complete. */
export const finishRating = defineCommand({
  name: "grid.rating.finish",
  input: z.object({ roundId: idText<"gridRound">() }),
  async run(context, { roundId }): Promise<Moved | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const loaded = await rating(context, roundId);
    if ("refused" in loaded) return loaded;
    const indicators = await indicatorsOf(tx, organizationId, loaded.round.modelId);
    const own = (await ratingsOf(tx, organizationId, roundId)).filter(({ personId }) => personId === actor.personId);
    const left = indicators.length - own.length;
    if (left > 0) return refuse("conflict", "round.unrated", { count: counted(left) });
    await sql`update grid.rater set finished_at = ${now} where organization_id = ${organizationId}
      and round_id = ${roundId} and person_id = ${actor.personId}`.execute(tx);
    context.audit({ subjectKind: "grid.round", subjectId: roundId, details: { finished: true } });
    return { roundId };
  },
});

/** What is being compared, for those who talk it over: who leads, and who rated. */
async function comparing(context: CommandContext, roundId: RoundId, code: string): Promise<LoadedRound | Refusal> {
  const loaded = await loadRound(context, roundId, true);
  if ("refused" in loaded) return loaded;
  if (loaded.round.status !== "comparing") return no("conflict", "round.notCompared");
  const indicators = await indicatorsOf(context.tx, context.organizationId, loaded.round.modelId);
  return indicators.some((one) => one.code === code) ? loaded : no("missing", "round.noIndicator");
}

export const sayRemark = defineCommand({
  name: "grid.remark.say",
  input: z.object({ roundId: idText<"gridRound">(), code: requiredText(20), body: requiredText(1000) }),
  async run(context, { roundId, code, body }): Promise<Moved | Refusal> {
    const loaded = await comparing(context, roundId, code);
    if ("refused" in loaded) return loaded;
    const { actor } = context;
    const refusal = loaded.leads ? null : mayRate(actor, loaded.round);
    if (refusal) return refusal;
    await sql`insert into grid.remark (organization_id, id, round_id, code, body, said_at, said_by)
      values (${context.organizationId}, ${context.id()}, ${roundId}, ${code}, ${body}, ${context.now}, ${actor.personId})`.execute(
      context.tx,
    );
    context.audit({ subjectKind: "grid.round", subjectId: roundId, details: { remark: code } });
    return { roundId };
  },
});

/** The value that is held together, with what shows it and why; agreed again, the last one stands until the round closes. */
export const agreeValue = defineCommand({
  name: "grid.value.agree",
  input: z.object({
    roundId: idText<"gridRound">(),
    code: requiredText(20),
    level: level(),
    reason: requiredText(1000),
    evidence: optionalText(500),
  }),
  async run(context, { roundId, code, level: value, reason, evidence }): Promise<Moved | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const loaded = await comparing(context, roundId, code);
    if ("refused" in loaded) return loaded;
    const refusal = mayLead(actor, loaded.seats, loaded.project.partnerIds);
    if (refusal) return refusal;
    const indicators = await indicatorsOf(tx, organizationId, loaded.round.modelId);
    if (value >= (indicators.find((one) => one.code === code)?.levels.length ?? 0)) {
      return no("missing", "round.noIndicator");
    }
    await sql`insert into grid.agreed_value (organization_id, round_id, code, level, reason, evidence, agreed_at, agreed_by)
      values (${organizationId}, ${roundId}, ${code}, ${value}, ${reason}, ${evidence}, ${now}, ${actor.personId})
      on conflict (organization_id, round_id, code) do update set level = excluded.level, reason = excluded.reason,
        evidence = excluded.evidence, agreed_at = excluded.agreed_at, agreed_by = excluded.agreed_by`.execute(tx);
    context.audit({ subjectKind: "grid.round", subjectId: roundId, details: { agreed: code, level: value } });
    return { roundId };
  },
});
