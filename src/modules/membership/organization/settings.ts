/**
 * Settings of a cooperative: each module owns one part, under its own key, with its own schema and defaults
 * (sales: numbers and VAT; contribution: treasury lines…). Membership keeps them, and knows none of them.
 */

/** "sales", "contribution"… */
export type SettingsPart = string;

/** The settings with one part replaced. */
export function withPart(settings: unknown, part: SettingsPart, value: unknown): Record<string, unknown> {
  const all = typeof settings === "object" && settings !== null && !Array.isArray(settings) ? settings : {};
  return { ...all, [part]: value };
}
