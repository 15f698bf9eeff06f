import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalDay, optionalText } from "#platform/field.ts";
import { nirText, parseNir } from "./nir.ts";
import { allowSensitive } from "./read-sensitive.command.ts";
import type { SensitiveRefusalCode } from "./sensitive.fr.ts";
import { sealSensitive } from "./sensitive.store.ts";
import { DISABLED_WORKER } from "./sensitive.ts";

/** Keeps the social security number and the health facts of somebody, encrypted. The trace says that it was done, not what. */
export const saveSensitive = defineCommand({
  name: "parcours.sensitive.save",
  input: z.object({
    personId: idText<"person">(),
    /** As read; 0 when nothing was kept. */
    version: z.coerce.number().int().min(0),
    nir: optionalText(40),
    disabledWorker: oneOf(DISABLED_WORKER).default(""),
    disabledUntil: optionalDay(),
    allowanceUntil: optionalDay(),
    restrictions: optionalText(2000),
  }),
  async run(context, input): Promise<{ version: number } | Refusal<SensitiveRefusalCode>> {
    const { personId, version, nir: typed, ...health } = input;
    const refusal = await allowSensitive(context, "save", personId);
    if (refusal) return refusal;
    const nir = typed === "" ? null : parseNir(typed);
    if (typeof nir === "string") return refuse("invalid", nir, {}, "nir");
    if (health.disabledUntil !== null && health.disabledWorker !== "yes") {
      return refuse("invalid", "sensitive.untilWithout", {}, "disabledUntil");
    }
    const kept = { nir: nir === null ? "" : nirText(nir), health };
    if (!(await sealSensitive(context, personId, kept, version))) {
      return refuse("conflict", "sensitive.changedMeanwhile");
    }
    context.audit({ subjectKind: "parcours.sensitive", subjectId: personId });
    return { version: version + 1 };
  },
});
