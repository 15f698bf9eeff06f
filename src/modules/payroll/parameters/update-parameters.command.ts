import { z } from "zod";
import type { Refusal } from "#kernel/refusal.ts";
import { saveSettings } from "#modules/membership/index.server.ts";
import { defineCommand, invalidInput } from "#platform/command.ts";
import { versionNumber } from "#platform/field.ts";
import { encodePayParameters, PAYROLL_PART } from "../settings.ts";
import { maySetPayParameters } from "./parameters.policy.ts";
import { PARAMETER_FIELDS, type ParameterField, readParameters } from "./parameters-form.ts";

const texts = z.object(
  Object.fromEntries(
    PARAMETER_FIELDS.map((field) => [field, z.string().max(60, "field.tooLong").default("")]),
  ) as Record<ParameterField, z.ZodDefault<z.ZodString>>,
);

/** Sets what a pay costs in this cooperative. Numbers are read as the person's language writes them. */
export const updatePayParameters = defineCommand({
  name: "payroll.parameters.update",
  input: z.object({ version: versionNumber(), parameters: texts, language: z.enum(["fr", "en"]).default("fr") }),
  async run(context, { version, parameters: typed, language }): Promise<{ version: number } | Refusal> {
    const refusal = maySetPayParameters(context.actor);
    if (refusal) return refusal;
    const reading = readParameters(typed, language);
    if ("errors" in reading) return invalidInput(reading.errors);
    const stored = encodePayParameters(reading.parameters);
    return saveSettings(context, PAYROLL_PART, stored, version, maySetPayParameters);
  },
});
