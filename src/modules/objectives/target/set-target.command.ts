import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalText, requiredText } from "#platform/field.ts";
import { yearsOf } from "../convention/convention.ts";
import { amendmentFor, type LoadedConvention, loadConvention } from "../convention/load-convention.store.ts";
import type { ObjectivesRefusalCode } from "../objectives.fr.ts";
import { mayKeepConvention, mayReadConvention } from "../objectives.policy.ts";
import { objectivesOf } from "./target.store.ts";
import { type Indicator, type Objective, readHundredths, targetOf } from "./target.ts";

const SUBJECT = "objectives.convention";
const MOST = 60;
const no = (kind: Refusal["kind"], code: ObjectivesRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** "" before the signature; after it, the number of the amendment that changes something. */
export const amendmentNumber = () => z.coerce.number("field.other").int("field.other").min(0, "field.other").default(0);

/** A figure as people write it, in hundredths. */
const figure = () =>
  z.string("field.required").transform((text, context): bigint => {
    const read = readHundredths(text);
    if (read !== null) return read;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "field.required" : "field.quantity" });
    return z.NEVER;
  });

/** A figure, or nothing. */
const optionalFigure = () =>
  z
    .string("field.quantity")
    .default("")
    .refine((text) => text.trim() === "" || readHundredths(text) !== null, "field.quantity")
    .transform((text) => (text.trim() === "" ? null : readHundredths(text)));

/** Adds an objective. */
export const addObjective = defineCommand({
  name: "objectives.objective.add",
  input: z.object({
    conventionId: idText<"convention">(),
    title: requiredText(200),
    details: optionalText(2000),
    amendment: amendmentNumber(),
  }),
  async run(context, input): Promise<{ objectiveId: Objective["id"] } | Refusal> {
    const { tx, organizationId } = context;
    const loaded = await loadConvention(context, input.conventionId, mayKeepConvention, true);
    if (isRefusal(loaded)) return loaded;
    const amendment = amendmentFor(loaded, input.amendment);
    if (isRefusal(amendment)) return amendment;
    const before = await objectivesOf(tx, organizationId, input.conventionId);
    if (before.length >= MOST) return no("conflict", "convention.many");
    const objectiveId = context.id<"objective">();
    await sql`insert into objectives.objective (organization_id, id, convention_id, position, title, details, amendment)
      values (${organizationId}, ${objectiveId}, ${input.conventionId}, ${before.length + 1}, ${input.title},
        ${input.details}, ${amendment})`.execute(tx);
    context.audit({ subjectKind: SUBJECT, subjectId: input.conventionId, details: { objectiveId } });
    return { objectiveId };
  },
});

/** Writes the targets that were given, each for its year; years left empty say nothing. */
async function writeTargets(
  { tx, organizationId }: CommandContext,
  { convention }: LoadedConvention,
  indicatorId: Indicator["id"],
  targets: Readonly<Record<string, bigint | null>>,
  amendment: number,
): Promise<void> {
  for (const year of yearsOf(convention)) {
    const planned = targets[String(year)] ?? null;
    if (planned === null) continue;
    await sql`insert into objectives.target (organization_id, indicator_id, year, amendment, planned)
      values (${organizationId}, ${indicatorId}, ${year}, ${amendment}, ${planned.toString()})`.execute(tx);
  }
}

const targetsByYear = () => z.record(z.string(), optionalFigure()).default({});

/** Adds what an objective is measured by, with what is aimed at each year. */
export const addIndicator = defineCommand({
  name: "objectives.indicator.add",
  input: z.object({
    conventionId: idText<"convention">(),
    objectiveId: idText<"objective">(),
    label: requiredText(200),
    unit: optionalText(40),
    targets: targetsByYear(),
    amendment: amendmentNumber(),
  }),
  async run(context, input): Promise<{ indicatorId: Indicator["id"] } | Refusal> {
    const { tx, organizationId } = context;
    const loaded = await loadConvention(context, input.conventionId, mayKeepConvention, true);
    if (isRefusal(loaded)) return loaded;
    const amendment = amendmentFor(loaded, input.amendment);
    if (isRefusal(amendment)) return amendment;
    const objectives = await objectivesOf(tx, organizationId, input.conventionId);
    const objective = objectives.find(({ id }) => id === input.objectiveId);
    if (objective === undefined) return no("missing", "convention.objectiveMissing");
    if (objective.indicators.length >= MOST) return no("conflict", "convention.many");
    const indicatorId = context.id<"objectiveIndicator">();
    await sql`insert into objectives.indicator (organization_id, id, objective_id, position, label, unit)
      values (${organizationId}, ${indicatorId}, ${objective.id}, ${objective.indicators.length + 1}, ${input.label},
        ${input.unit})`.execute(tx);
    await writeTargets(context, loaded, indicatorId, input.targets, amendment);
    context.audit({ subjectKind: SUBJECT, subjectId: input.conventionId, details: { indicatorId } });
    return { indicatorId };
  },
});

async function indicatorOf({ tx, organizationId }: CommandContext, loaded: LoadedConvention, id: Indicator["id"]) {
  const objectives = await objectivesOf(tx, organizationId, loaded.convention.id);
  return objectives.flatMap(({ indicators }) => indicators).find((indicator) => indicator.id === id) ?? null;
}

/** Changes targets by an amendment: those of before stay written. */
export const changeTargets = defineCommand({
  name: "objectives.target.change",
  input: z.object({
    conventionId: idText<"convention">(),
    indicatorId: idText<"objectiveIndicator">(),
    targets: targetsByYear(),
    amendment: amendmentNumber(),
  }),
  async run(context, input): Promise<{ indicatorId: Indicator["id"] } | Refusal> {
    const loaded = await loadConvention(context, input.conventionId, mayKeepConvention, true);
    if (isRefusal(loaded)) return loaded;
    if (loaded.convention.signedOn === null) return no("conflict", "convention.notSigned");
    const amendment = amendmentFor(loaded, input.amendment);
    if (isRefusal(amendment)) return amendment;
    const indicator = await indicatorOf(context, loaded, input.indicatorId);
    if (indicator === null) return no("missing", "convention.indicatorMissing");
    const changed = Object.fromEntries(
      Object.entries(input.targets).filter(([year, planned]) => {
        return planned !== null && targetOf(indicator, Number(year))?.planned !== planned;
      }),
    );
    if (Object.keys(changed).length === 0) return no("conflict", "convention.sameTargets");
    const twice = Object.keys(changed).some((year) =>
      indicator.targets.some((target) => target.year === Number(year) && target.amendment === amendment),
    );
    if (twice) return no("conflict", "convention.amendedAlready", "amendment");
    await writeTargets(context, loaded, indicator.id, changed, amendment);
    const details = { indicatorId: indicator.id, amendment };
    context.audit({ subjectKind: SUBJECT, subjectId: input.conventionId, details });
    return { indicatorId: indicator.id };
  },
});

/** Says what was done of an indicator in a year: those who speak for a party do, as often as it moves. */
export const recordResult = defineCommand({
  name: "objectives.result.record",
  input: z.object({
    conventionId: idText<"convention">(),
    indicatorId: idText<"objectiveIndicator">(),
    year: z.coerce.number("field.choose").int("field.choose"),
    done: figure(),
    note: optionalText(1000),
  }),
  async run(context, input): Promise<{ indicatorId: Indicator["id"] } | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const loaded = await loadConvention(context, input.conventionId, mayReadConvention, true);
    if (isRefusal(loaded)) return loaded;
    if (loaded.convention.signedOn === null) return no("conflict", "convention.notSigned");
    if (!yearsOf(loaded.convention).includes(input.year)) return no("invalid", "convention.yearOutside", "year");
    const indicator = await indicatorOf(context, loaded, input.indicatorId);
    if (indicator === null) return no("missing", "convention.indicatorMissing");
    await sql`insert into objectives.result (organization_id, id, indicator_id, year, done, note, recorded_at, recorded_by)
      values (${organizationId}, ${context.id()}, ${indicator.id}, ${input.year}, ${input.done.toString()}, ${input.note},
        ${now}, ${actor.personId})`.execute(tx);
    const details = { indicatorId: indicator.id, year: input.year };
    context.audit({ subjectKind: SUBJECT, subjectId: input.conventionId, details });
    return { indicatorId: indicator.id };
  },
});
