import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { toRate } from "#kernel/rate.ts";
import { checkRule } from "./check-rule.ts";
import { ruleSchema } from "./rule.ts";
import { readRule, ruleValues } from "./rule-form.ts";
import { ruleLine, ruleSummary } from "./rule-summary.ts";
import { flatRule, RULE_TEMPLATES, type RuleTemplateKey } from "./rule-template.ts";

const keys = Object.keys(RULE_TEMPLATES) as RuleTemplateKey[];

/** Keys are made again from labels. */
const withoutKeys = (value: unknown) => JSON.parse(JSON.stringify(value).replace(/"key":"[^"]*",/g, ""));

describe("le formulaire d'une règle", () => {
  test.each(keys.flatMap((key) => (["fr", "en"] as const).map((language) => [key, language] as const)))(
    "le modèle %s en %s se lit comme il s'écrit",
    (key, language) => {
      const { rule, errors } = readRule(ruleValues(RULE_TEMPLATES[key], language), language);
      expect(errors).toEqual({});
      expect(withoutKeys(rule)).toEqual(withoutKeys(z.encode(ruleSchema, RULE_TEMPLATES[key])));
      expect(checkRule(z.decode(ruleSchema, rule))).toEqual([]);
    },
  );

  test("chaque faute à son champ, le reste est gardé", () => {
    const values = {
      "scale.mode": "wholeBands",
      "scale.bands.0.below": "mille",
      "scale.bands.0.rate": "13",
      "scale.bands.2.rate": "120",
      "floor.cases.0.firstMonths": "douze",
      "floor.cases.0.amount": "-3",
      "fixedParts.0.amount": "30",
      "extras.0.label": "Assurance",
    };
    const { rule, errors } = readRule(values, "fr");
    expect(errors).toEqual({
      "scale.bands.0.below": "field.amount",
      "scale.bands.2.rate": "field.percent",
      "floor.cases.0.firstMonths": "field.wholeNumber",
      "floor.cases.0.amount": "field.negative",
      "floor.amount": "field.required",
      "fixedParts.0.label": "field.required",
      "extras.0.due": "field.required",
    });
    expect(rule.scale).toMatchObject({ bands: [{ rate: 1300 }, { rate: 0 }] });
  });

  test("rien de rempli : une règle à taux unique qui attend son taux", () => {
    const { rule, errors } = readRule({}, "fr");
    expect(errors).toEqual({ "scale.rate": "field.required" });
    expect(withoutKeys(rule)).toEqual(withoutKeys(z.encode(ruleSchema, flatRule(toRate(0)))));
  });

  test("des valeurs hostiles ne jettent rien", () => {
    const long = "9".repeat(5000);
    const { errors } = readRule(
      { base: "<script>", "scale.mode": "__proto__", "scale.rate": long, "fixedParts.0.label": "💥", yearStart: "13" },
      "fr",
    );
    expect(errors).toEqual({
      "scale.rate": "field.percent",
      "fixedParts.0.label": "field.required",
      "fixedParts.0.amount": "field.required",
    });
  });
});

describe("une règle dite en clair", () => {
  test("le taux unique", () => {
    expect(ruleLine(flatRule(toRate(1150)), "fr")).toBe("11,5\u00a0% du chiffre d’affaires facturé hors taxe");
  });

  test("tranches, minimum des premiers mois, maximum des associés", () => {
    expect(ruleSummary(RULE_TEMPLATES.marginWholeBands, "fr")).toEqual({
      title:
        "Un taux de la marge brute (ventes moins matières, marchandises, sous-traitance et missions), selon la tranche atteinte :",
      bands: [
        "13\u00a0% sous 1\u00a0000,01\u00a0€",
        "12\u00a0% sous 2\u00a0000,01\u00a0€",
        "11\u00a0% sous 3\u00a0334,00\u00a0€",
        "10\u00a0% au-delà",
      ],
      lines: [
        "Au moins 80,00\u00a0€ les 12 premiers mois, sinon 100,00\u00a0€ par mois",
        "Au plus 5\u00a0000,00\u00a0€ pour un associé ou une associée, sinon 5\u00a0500,00\u00a0€ par an, en proportion des mois de présence",
      ],
    });
  });

  test("part fixe et suppléments", () => {
    expect(ruleSummary(RULE_TEMPLATES.collectedBands, "fr").lines).toEqual([
      "Calculée sur l’année, avec un rattrapage chaque mois",
      "Assurance : 16,00\u00a0€ par mois",
      "Accident du travail, sans salaire : 3,00\u00a0€ par mois, les mois sans salaire",
    ]);
  });

  test.each(keys)("le modèle %s ne laisse aucun {fait} vide, dans les deux langues", (key) => {
    for (const language of ["fr", "en"] as const) {
      const { title, bands, lines } = ruleSummary({ ...RULE_TEMPLATES[key], yearStart: 9 }, language);
      for (const text of [title, ...bands, ...lines]) expect(text).not.toMatch(/[{}]|undefined/);
    }
  });
});
