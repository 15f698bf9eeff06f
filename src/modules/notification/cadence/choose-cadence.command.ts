import { z } from "zod";
import { defineCommand } from "#platform/command.ts";
import { oneOf } from "#platform/field.ts";
import { cadenceOwner } from "./cadence.policy.ts";
import { saveCadences } from "./cadence.store.ts";
import { CADENCES } from "./cadence.ts";

/** Chooses, heading by heading, how soon a mail tells what the bell shows. */
export const chooseCadence = defineCommand({
  name: "notification.cadence.choose",
  input: z.object({
    choices: z
      .record(z.string().regex(/^[a-z]+\.[a-zA-Z]+$/, "field.other"), oneOf(CADENCES))
      .refine((choices) => Object.keys(choices).length <= 100, "field.other"),
  }),
  async run(context, { choices }): Promise<Record<string, never>> {
    const owner = cadenceOwner(context.actor);
    await saveCadences(context.tx, owner, choices, context.now);
    context.audit({ subjectKind: "membership.person", subjectId: owner.personId, details: { choices } });
    return {};
  },
});
