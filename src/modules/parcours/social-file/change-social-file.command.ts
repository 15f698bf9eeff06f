import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type Fact, factsOf, lockPerson, reachesPerson, stateOn, writeFact } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand, type InvalidInput, invalidInput } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalText, ticked } from "#platform/field.ts";
import {
  ALWAYS,
  checkValue,
  type DimensionKey,
  definitionOf,
  dimensionsOf,
  SECTIONS,
  valueText,
} from "../dimension/dimension.ts";
import type { SocialFileRefusalCode } from "./social-file.fr.ts";
import { KEEPERS, maySocialFile } from "./social-file.policy.ts";

type Changed = { readonly personId: PersonId; readonly changed: number };

/** When somebody last touched one of these dimensions; "" for never. What two editors compare. */
export function lastTouched(facts: readonly Fact[], keys: readonly DimensionKey[]): string {
  const moments = facts.filter((fact) => keys.some((key) => key === fact.dimension)).map((fact) => fact.recordedAt);
  return moments.sort().at(-1) ?? "";
}

/**
 * Changes a part of a person's social file: each value that differs becomes a fact from the day given; a mistake corrects
 * the fact that holds, from its own day, with a reason. What is true once and for all (a birth date) is always a correction.
 */
export const changeSocialFile = defineCommand({
  name: "parcours.file.change",
  input: z.object({
    personId: idText<"person">(),
    section: oneOf(SECTIONS),
    /** As shown when the form was opened: somebody else's change meanwhile is told. */
    seen: z.string().max(40).default(""),
    from: dayText(),
    mistake: ticked(),
    reason: optionalText(500),
    values: z.record(z.string(), z.string().trim()),
  }),
  async run(context, input): Promise<Changed | InvalidInput | Refusal<SocialFileRefusalCode>> {
    const { tx, organizationId, actor, today } = context;
    const { personId, section, values } = input;
    const kept = await reachesPerson(tx, actor, KEEPERS, personId);
    const facts = { self: actor.personId === personId, kept };
    const refusal = maySocialFile("change", facts);
    if (refusal) return refusal;
    if (!(await lockPerson(tx, organizationId, personId))) return refuse("missing", "socialFile.personMissing");
    const keys = dimensionsOf(section);
    const faults = keys.flatMap((key) => {
      const problem = checkValue(key, values[key] ?? "");
      return problem === null ? [] : [[`values.${key}`, problem] as const];
    });
    if (faults.length > 0) return invalidInput(Object.fromEntries(faults));
    if (input.from > today) return refuse("invalid", "socialFile.future", {}, "from");
    if (input.mistake && input.reason === "") return refuse("invalid", "socialFile.reason", {}, "reason");
    const history = await factsOf(tx, organizationId, personId);
    if (lastTouched(history, keys) !== input.seen) return refuse("conflict", "socialFile.changedMeanwhile");
    const held = stateOn(history, today, null);
    const changed = keys.filter((key) => values[key] !== undefined && values[key] !== valueText(held.get(key)?.value));
    if (changed.length === 0) return refuse("invalid", "socialFile.unchanged");
    for (const key of changed) await writeValue(context, personId, key, values[key] ?? "", held.get(key), input);
    // Which fields, never what they hold: the trace outlives the person's stay.
    context.audit({ subjectKind: "parcours.file", subjectId: personId, details: { section, changed } });
    return { personId, changed: changed.length };
  },
});

/**
 * One value. It follows what holds, unless it says otherwise of the same days (a mistake, something lasting, a day that is not
 * after): then it replaces it.
 */
async function writeValue(
  context: CommandContext,
  personId: PersonId,
  dimension: DimensionKey,
  value: string,
  held: Fact | undefined,
  { from, mistake, reason }: { readonly from: Fact["effectOn"]; readonly mistake: boolean; readonly reason: string },
): Promise<void> {
  const lasting = definitionOf(dimension).lasting === true;
  const said = { personId, dimension, value };
  if (held !== undefined && (mistake || lasting || from <= held.effectOn)) {
    const effectOn = mistake || lasting ? held.effectOn : from;
    await writeFact(context, { ...said, effectOn, corrects: held.id, reason: reason || "socialFile.corrected" });
  } else {
    await writeFact(context, { ...said, effectOn: lasting ? ALWAYS : from, reason });
  }
}
