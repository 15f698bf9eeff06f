import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { optionalAmount } from "#modules/membership/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText } from "#platform/field.ts";
import { yearsOf } from "../convention/convention.ts";
import { loadConvention } from "../convention/load-convention.store.ts";
import type { ObjectivesRefusalCode } from "../objectives.fr.ts";
import { mayReadConvention } from "../objectives.policy.ts";
import { EFFECT_KINDS } from "./effect.ts";

const no = (kind: Refusal["kind"], code: ObjectivesRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** Declares an effect of cooperation for a party, from its books. Said again, the latest counts and all stay. */
export const declareEffect = defineCommand({
  name: "objectives.effect.declare",
  input: z.object({
    conventionId: idText<"convention">(),
    structureId: idText<"structure">(),
    year: z.coerce.number("field.choose").int("field.choose"),
    kind: oneOf(EFFECT_KINDS),
    number: z.coerce.number("field.number").int("field.number").min(0, "field.number").max(1_000_000, "field.number"),
    amount: optionalAmount("convention.amount"),
    source: optionalText(400),
  }),
  async run(context, input): Promise<{ structureId: StructureId } | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const { conventionId, structureId, year, kind } = input;
    const loaded = await loadConvention(context, conventionId, mayReadConvention, true);
    if (isRefusal(loaded)) return loaded;
    if (loaded.convention.signedOn === null) return no("conflict", "convention.notSigned");
    if (!loaded.spoken.some((party) => party.structureId === structureId)) {
      return no("forbidden", "convention.notYourParty");
    }
    if (!yearsOf(loaded.convention).includes(year)) return no("invalid", "convention.yearOutside", "year");
    await sql`insert into objectives.effect (organization_id, id, convention_id, structure_id, year, kind, number, amount, source,
        recorded_at, recorded_by)
      values (${organizationId}, ${context.id()}, ${conventionId}, ${structureId}, ${year}, ${kind}, ${input.number},
        ${input.amount.toString()}, ${input.source}, ${now}, ${actor.personId})`.execute(tx);
    const details = { structureId, year, kind };
    context.audit({ subjectKind: "objectives.convention", subjectId: conventionId, details });
    return { structureId };
  },
});
