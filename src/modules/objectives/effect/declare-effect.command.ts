import { sql } from "kysely";
import { z } from "zod";
import type { Cents } from "#kernel/money.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { optionalAmount } from "#modules/membership/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText, requiredText } from "#platform/field.ts";
import { type ConventionId, yearsOf } from "../convention/convention.ts";
import { type LoadedConvention, loadConvention } from "../convention/load-convention.store.ts";
import type { ObjectivesRefusalCode } from "../objectives.fr.ts";
import { mayDeclareEffect, mayEnterEffect, mayReadConvention } from "../objectives.policy.ts";
import { effectsOf } from "./effect.store.ts";
import { EFFECT_KINDS, type EffectKind } from "./effect.ts";

type Done = { readonly structureId: StructureId };
const no = (kind: Refusal["kind"], code: ObjectivesRefusalCode, field?: string) => refuse(kind, code, {}, field);

const figures = {
  conventionId: idText<"convention">(),
  structureId: idText<"structure">(),
  year: z.coerce.number("field.choose").int("field.choose"),
  kind: oneOf(EFFECT_KINDS),
  number: z.coerce.number("field.number").int("field.number").min(0, "field.number").max(1_000_000, "field.number"),
  amount: optionalAmount("convention.amount"),
  source: optionalText(400),
};
type Figures = {
  readonly conventionId: ConventionId;
  readonly structureId: StructureId;
  readonly year: number;
  readonly kind: EffectKind;
  readonly number: number;
  readonly amount: Cents;
  readonly source: string;
};

/** Why these figures cannot be of that agreement; null when they can. */
function fault({ convention }: LoadedConvention, { year }: Figures): Refusal | null {
  if (convention.signedOn === null) return no("conflict", "convention.notSigned");
  return yearsOf(convention).includes(year) ? null : no("invalid", "convention.yearOutside", "year");
}

/** Said again, the latest counts and all stay. */
async function save(context: CommandContext, said: Figures, toldBy: string | null): Promise<Done> {
  const { tx, organizationId, actor, now } = context;
  const { conventionId, structureId, year, kind } = said;
  await sql`insert into objectives.effect (organization_id, id, convention_id, structure_id, year, kind, number, amount, source,
      told_by, recorded_at, recorded_by)
    values (${organizationId}, ${context.id()}, ${conventionId}, ${structureId}, ${year}, ${kind}, ${said.number},
      ${said.amount.toString()}, ${said.source}, ${toldBy}, ${now}, ${actor.personId})`.execute(tx);
  const details = { structureId, year, kind, entered: toldBy !== null };
  context.audit({ subjectKind: "objectives.convention", subjectId: conventionId, details });
  return { structureId };
}

/** A party declares an effect of cooperation, from its books. */
export const declareEffect = defineCommand({
  name: "objectives.effect.declare",
  input: z.object(figures),
  async run(context, input): Promise<Done | Refusal> {
    const loaded = await loadConvention(context, input.conventionId, mayReadConvention, true);
    if (isRefusal(loaded)) return loaded;
    const refusal = mayDeclareEffect(context.actor, loaded.sides, input.structureId) ?? fault(loaded, input);
    return refusal ?? save(context, input, null);
  },
});

/**
 * The team enters an effect for a party, with who of that party told it: it is shown as such until the party declares it.
 * What the party declared itself stays the party's.
 */
export const enterEffect = defineCommand({
  name: "objectives.effect.enter",
  input: z.object({ ...figures, toldBy: requiredText(160) }),
  async run(context, { toldBy, ...input }): Promise<Done | Refusal> {
    const { tx, organizationId } = context;
    const loaded = await loadConvention(context, input.conventionId, mayEnterEffect, true);
    if (isRefusal(loaded)) return loaded;
    const { conventionId, structureId, year, kind } = input;
    if (!loaded.parties.some((party) => party.structureId === structureId)) {
      return no("invalid", "convention.partyMissing", "structureId");
    }
    const wrong = fault(loaded, input);
    if (wrong) return wrong;
    const isDeclared = (await effectsOf(tx, organizationId, conventionId)).some(
      (one) => one.structureId === structureId && one.year === year && one.kind === kind && one.toldBy === null,
    );
    return isDeclared ? no("conflict", "convention.declaredByParty", "kind") : save(context, input, toldBy);
  },
});
