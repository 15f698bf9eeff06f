import { sql } from "kysely";
import { z } from "zod";
import { linesIn } from "#kernel/lines.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { mayEnter, maySpeakFor, seatsOf, seatsOn, speakingFor } from "#modules/network/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalDay, optionalText, requiredText } from "#platform/field.ts";
import type { FieldCode } from "#platform/http/field.fr.ts";
import type { WorkgroupRefusalCode } from "../group/group.fr.ts";
import { ENCOUNTER_SAID } from "../topics.ts";
import {
  type Capacity,
  ENCOUNTER_STATES,
  meet,
  readHundredths,
  type SharedFunction,
  SIDES,
  UNITS,
} from "./capacity.ts";
import { mayListFunctions, maySayEncounter } from "./matrix.policy.ts";
import { capacitiesOf, functionsOf } from "./matrix.store.ts";

const no = (kind: Refusal["kind"], code: WorkgroupRefusalCode, field?: string) => refuse(kind, code, {}, field);
const SUBJECT = "workgroup.capacity";
const MOST_FUNCTIONS = 40;

/** The network's own list of functions, one a line. What is taken out of it is not proposed any more. */
export const saveFunctions = defineCommand({
  name: "workgroup.functions.save",
  input: z.object({ functions: requiredText(4000) }),
  async run(context, { functions }): Promise<{ functionIds: readonly SharedFunction["id"][] } | Refusal> {
    const { tx, organizationId, actor } = context;
    const refusal = mayListFunctions(actor);
    if (refusal) return refusal;
    const titles: string[] = [];
    for (const title of linesIn(functions)) {
      if (titles.some((known) => known.toLowerCase() === title.toLowerCase())) continue;
      if (title.length > 120) return no("invalid", "workgroup.longFunction", "functions");
      titles.push(title);
    }
    if (titles.length > MOST_FUNCTIONS) return no("invalid", "workgroup.manyFunctions", "functions");
    await sql`update workgroup.shared_function set retired = true where organization_id = ${organizationId}`.execute(
      tx,
    );
    for (const [position, title] of titles.entries()) {
      await sql`insert into workgroup.shared_function (organization_id, id, title, position)
        values (${organizationId}, ${context.id()}, ${title}, ${position})
        on conflict (organization_id, lower(title)) do update
          set title = excluded.title, position = excluded.position, retired = false`.execute(tx);
    }
    context.audit({ subjectKind: "workgroup.functions", subjectId: organizationId, details: { count: titles.length } });
    return { functionIds: (await functionsOf(tx, organizationId)).map(({ id }) => id) };
  },
});

/** A structure says what it needs or offers. */
export const sayCapacity = defineCommand({
  name: "workgroup.capacity.say",
  input: z.object({
    structureId: idText<"structure">(),
    functionId: idText<"sharedFunction">(),
    side: oneOf(SIDES),
    quantity: requiredText(12).refine((text) => readHundredths(text) !== null, "field.quantity" satisfies FieldCode),
    unit: oneOf(UNITS),
    startsOn: dayText(),
    endsOn: optionalDay(),
    note: optionalText(1000),
  }),
  async run(context, input): Promise<{ capacityId: Capacity["id"] } | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const { structureId, functionId, endsOn } = input;
    const structure = await speakingFor(context, structureId);
    if (isRefusal(structure)) return structure;
    const functions = await functionsOf(tx, organizationId);
    if (!functions.some(({ id }) => id === functionId)) return no("invalid", "workgroup.functionMissing", "functionId");
    if (endsOn !== null && endsOn < input.startsOn) return no("invalid", "workgroup.endsBefore", "endsOn");
    if (endsOn !== null && endsOn < today) return no("invalid", "workgroup.endsPast", "endsOn");
    const capacityId = context.id<"capacity">();
    await sql`insert into workgroup.capacity (organization_id, id, structure_id, function_id, side, quantity, unit, starts_on,
        ends_on, note, said_at, said_by)
      values (${organizationId}, ${capacityId}, ${structureId}, ${functionId}, ${input.side}, ${readHundredths(input.quantity)},
        ${input.unit}, ${input.startsOn}, ${endsOn}, ${input.note}, ${now}, ${actor.personId})`.execute(tx);
    context.audit({ subjectKind: SUBJECT, subjectId: capacityId, details: { structureId } });
    return { capacityId };
  },
});

/** It is needed or offered no more. */
export const withdrawCapacity = defineCommand({
  name: "workgroup.capacity.withdraw",
  input: z.object({ capacityId: idText<"capacity">() }),
  async run(context, { capacityId }): Promise<{ capacityId: Capacity["id"] } | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const capacity = (await capacitiesOf(tx, organizationId, today)).find(({ id }) => id === capacityId);
    if (capacity === undefined) return mayEnter(actor) ?? no("missing", "workgroup.capacityMissing");
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const refusal = maySpeakFor(actor, seats, capacity.structureId);
    if (refusal) return refusal;
    await sql`update workgroup.capacity set withdrawn_on = ${today}
      where organization_id = ${organizationId} and id = ${capacityId} and withdrawn_on is null`.execute(tx);
    context.audit({ subjectKind: SUBJECT, subjectId: capacityId, details: { withdrawn: true } });
    return { capacityId };
  },
});

/** What the two structures make of a need and an offer that meet; either of them says it, and all that was said stays. */
export const sayEncounter = defineCommand({
  name: "workgroup.encounter.say",
  input: z.object({
    needId: idText<"capacity">(),
    offerId: idText<"capacity">(),
    state: oneOf(ENCOUNTER_STATES),
    note: optionalText(1000),
  }),
  async run(context, { needId, offerId, state, note }): Promise<{ needId: Capacity["id"] } | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const entered = mayEnter(actor);
    if (entered) return entered;
    const capacities = await capacitiesOf(tx, organizationId, today);
    const need = capacities.find(({ id }) => id === needId);
    const offer = capacities.find(({ id }) => id === offerId);
    if (need === undefined || offer === undefined) return no("missing", "workgroup.capacityMissing");
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const refusal = maySayEncounter(actor, seats, [need, offer]);
    if (refusal) return refusal;
    if (meet(need, offer, today) === null) return no("conflict", "workgroup.apart");
    await sql`insert into workgroup.encounter (organization_id, id, need_id, offer_id, state, note, said_at, said_by)
      values (${organizationId}, ${context.id()}, ${needId}, ${offerId}, ${state}, ${note}, ${now}, ${actor.personId})`.execute(
      tx,
    );
    await tell(context, need, offer);
    context.audit({ subjectKind: SUBJECT, subjectId: needId, details: { offerId, state } });
    return { needId };
  },
});

async function tell(context: CommandContext, need: Capacity, offer: Capacity): Promise<void> {
  const { tx, organizationId, today } = context;
  const seats = await seatsOn(tx, organizationId, today);
  const sides = [need.structureId, offer.structureId];
  await notify(context, {
    to: seats.filter(({ structureId }) => sides.includes(structureId)).map(({ personId }) => personId),
    topic: ENCOUNTER_SAID,
    subject: { kind: SUBJECT, id: need.id },
    path: "besoins-et-offres",
    facts: { function: need.functionTitle, need: need.structureName, offer: offer.structureName },
  });
}
