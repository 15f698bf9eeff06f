import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { listStructures, mayPrepare } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, optionalText, requiredText, versionNumber } from "#platform/field.ts";
import type { ObjectivesRefusalCode } from "../objectives.fr.ts";
import { mayKeepConvention } from "../objectives.policy.ts";
import { type ConventionId, yearOf } from "./convention.ts";
import { loadConvention } from "./load-convention.store.ts";

const SUBJECT = "objectives.convention";
const LONGEST_YEARS = 10;
const written = {
  title: requiredText(160),
  reference: optionalText(80),
  purpose: optionalText(4000),
  startsOn: dayText(),
  endsOn: dayText(),
  leadId: idText<"structure">(),
  partyIds: z.array(idText<"structure">()).max(60),
};
type Written = z.output<z.ZodObject<typeof written>>;
type Done = { readonly conventionId: ConventionId };
const no = (kind: Refusal["kind"], code: ObjectivesRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** What is wrong with what was written; null when nothing is. The lead partner is one of the parties. */
async function fault({ tx, organizationId, today }: CommandContext, input: Written): Promise<Refusal | null> {
  if (input.endsOn < input.startsOn) return no("invalid", "convention.endsBefore", "endsOn");
  if (yearOf(input.endsOn) - yearOf(input.startsOn) >= LONGEST_YEARS)
    return no("invalid", "convention.tooLong", "endsOn");
  if (new Set(input.partyIds).size < 2) return no("invalid", "convention.fewParties", "partyIds");
  if (!input.partyIds.includes(input.leadId)) return no("invalid", "convention.leadNoParty", "leadId");
  const known = new Set((await listStructures(tx, organizationId, { on: today })).map(({ id }) => id));
  return input.partyIds.every((id) => known.has(id)) ? null : no("invalid", "convention.partyMissing", "partyIds");
}

async function saveParties(
  { tx, organizationId }: CommandContext,
  conventionId: ConventionId,
  partyIds: readonly StructureId[],
): Promise<void> {
  await sql`delete from objectives.party where organization_id = ${organizationId} and convention_id = ${conventionId}`.execute(
    tx,
  );
  await sql`insert into objectives.party (organization_id, convention_id, structure_id)
    select distinct ${organizationId}::uuid, ${conventionId}::uuid, id from unnest(${partyIds}::uuid[]) id`.execute(tx);
}

/** The team begins a convention: its parties, its years, who leads. */
export const beginConvention = defineCommand({
  name: "objectives.convention.begin",
  input: z.object(written),
  async run(context, input): Promise<Done | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayPrepare(actor) ?? (await fault(context, input));
    if (refusal) return refusal;
    const conventionId = context.id<"convention">();
    await sql`insert into objectives.convention (organization_id, id, title, reference, purpose, starts_on, ends_on, lead_id,
        created_at, created_by)
      values (${organizationId}, ${conventionId}, ${input.title}, ${input.reference}, ${input.purpose}, ${input.startsOn},
        ${input.endsOn}, ${input.leadId}, ${now}, ${actor.personId})`.execute(tx);
    await saveParties(context, conventionId, input.partyIds);
    context.audit({ subjectKind: SUBJECT, subjectId: conventionId });
    return { conventionId };
  },
});

/** Changes what is not signed yet. */
export const describeConvention = defineCommand({
  name: "objectives.convention.describe",
  input: z.object({ ...written, conventionId: idText<"convention">(), version: versionNumber() }),
  async run(context, input): Promise<Done | Refusal> {
    const { tx, organizationId } = context;
    const loaded = await loadConvention(context, input.conventionId, mayKeepConvention, true);
    if (isRefusal(loaded)) return loaded;
    const { convention } = loaded;
    if (convention.signedOn !== null) return no("conflict", "convention.signed");
    if (convention.version !== input.version) return no("conflict", "convention.changedMeanwhile");
    const wrong = await fault(context, input);
    if (wrong) return wrong;
    await sql`update objectives.convention set title = ${input.title}, reference = ${input.reference},
        purpose = ${input.purpose}, starts_on = ${input.startsOn}, ends_on = ${input.endsOn}, lead_id = ${input.leadId},
        version = version + 1
      where organization_id = ${organizationId} and id = ${convention.id}`.execute(tx);
    await saveParties(context, convention.id, input.partyIds);
    context.audit({ subjectKind: SUBJECT, subjectId: convention.id });
    return { conventionId: convention.id };
  },
});

/** Says on which day all signed: from then on, an amendment alone changes what was agreed. */
export const signConvention = defineCommand({
  name: "objectives.convention.sign",
  input: z.object({ conventionId: idText<"convention">(), signedOn: dayText() }),
  async run(context, { conventionId, signedOn }): Promise<Done | Refusal> {
    const { tx, organizationId, today } = context;
    const loaded = await loadConvention(context, conventionId, mayKeepConvention, true);
    if (isRefusal(loaded)) return loaded;
    if (loaded.convention.signedOn !== null) return no("conflict", "convention.signed");
    if (signedOn > today) return no("invalid", "convention.signedLater", "signedOn");
    await sql`update objectives.convention set signed_on = ${signedOn}, version = version + 1
      where organization_id = ${organizationId} and id = ${conventionId}`.execute(tx);
    context.audit({ subjectKind: SUBJECT, subjectId: conventionId, details: { signedOn } });
    return { conventionId };
  },
});

/** Records an amendment that the parties agreed: what it changes is written under its number. */
export const amendConvention = defineCommand({
  name: "objectives.convention.amend",
  input: z.object({ conventionId: idText<"convention">(), agreedOn: dayText(), body: requiredText(4000) }),
  async run(context, { conventionId, agreedOn, body }): Promise<{ number: number } | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const loaded = await loadConvention(context, conventionId, mayKeepConvention, true);
    if (isRefusal(loaded)) return loaded;
    const { signedOn } = loaded.convention;
    if (signedOn === null) return no("conflict", "convention.notSigned");
    const before = loaded.amendments.at(-1)?.agreedOn ?? signedOn;
    if (agreedOn > today || agreedOn < before) return no("invalid", "convention.amendmentDay", "agreedOn");
    const number = loaded.amendments.length + 1;
    await sql`insert into objectives.amendment (organization_id, convention_id, number, agreed_on, body, recorded_at, recorded_by)
      values (${organizationId}, ${conventionId}, ${number}, ${agreedOn}, ${body}, ${now}, ${actor.personId})`.execute(
      tx,
    );
    context.audit({ subjectKind: SUBJECT, subjectId: conventionId, details: { amendment: number } });
    return { number };
  },
});
