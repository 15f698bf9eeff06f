/** What a form of rules opens with: what the address says, a model, the rule in force, or the first model. */
import type { Language } from "#kernel/language.ts";
import type { ContributionRule } from "./rule.ts";
import { type RuleValues, ruleValues } from "./rule-form.ts";
import { RULE_TEMPLATES, type RuleTemplateKey } from "./rule-template.ts";

export const TEMPLATE_KEYS = Object.keys(RULE_TEMPLATES) as RuleTemplateKey[];

/** The fields of a form that was sent, each text once. */
export function valuesOf(form: FormData | URLSearchParams): RuleValues {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] ??= value.slice(0, 300);
  return values;
}

/** True when an address carries a whole rule, as the simulation's does. */
export function carriesRule(parameters: URLSearchParams): boolean {
  return parameters.has("scale.mode");
}

/** The values that a form starts with, and the model they come from. */
export function startingValues(
  parameters: URLSearchParams,
  current: ContributionRule | null,
  language: Language,
): { values: RuleValues; template: RuleTemplateKey | null } {
  if (carriesRule(parameters)) return { values: valuesOf(parameters), template: null };
  const template = TEMPLATE_KEYS.find((key) => key === parameters.get("modele")) ?? null;
  const rule = template === null ? (current ?? RULE_TEMPLATES.turnoverFlat) : RULE_TEMPLATES[template];
  return { values: ruleValues(rule, language), template };
}

/** The field that shows what a check says of a part of the rule that has no field of its own. */
export function fieldsShown(fields: Readonly<Record<string, string>>): Record<string, string> {
  const first: Record<string, string> = {
    floor: "floor.amount",
    fixedParts: "fixedParts.0.label",
    "scale.bands": "scale.bands.0.rate",
  };
  return Object.fromEntries(
    Object.entries(fields).map(([name, sentence]) => {
      const own = name.replace(/^rule\./, "");
      return [first[own] ?? own, sentence];
    }),
  );
}
