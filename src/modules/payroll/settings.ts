/** The pay parameters of a cooperative, stored under "payroll" in its settings. */
import * as z from "zod/mini";
import { DEFAULT_PAY_PARAMETERS, type PayParameters } from "./simulation/pay-parameters.ts";
import { payParametersSchema } from "./simulation/pay-parameters-json.ts";

export const PAYROLL_PART = "payroll";

export type PayParametersJson = z.input<typeof payParametersSchema>;

/** The stored form: amounts as "40.00", rates as parts per ten thousand. Throws on what the schema refuses (a defect). */
export function encodePayParameters(parameters: PayParameters): PayParametersJson {
  return z.encode(payParametersSchema, parameters);
}

/**
 * The pay parameters of a cooperative; what it has not told keeps its default. Throws when the stored value is not one
 * (a defect: it is checked when saved).
 */
export function payParameters(organizationSettings: unknown): PayParameters {
  const stored = ((organizationSettings ?? {}) as { payroll?: Partial<PayParametersJson> })[PAYROLL_PART];
  if (stored === undefined) return DEFAULT_PAY_PARAMETERS;
  return z.decode(payParametersSchema, { ...encodePayParameters(DEFAULT_PAY_PARAMETERS), ...stored });
}

/** Whether the cooperative has told its own parameters yet. */
export function hasPayParameters(organizationSettings: unknown): boolean {
  return ((organizationSettings ?? {}) as { payroll?: unknown })[PAYROLL_PART] !== undefined;
}
