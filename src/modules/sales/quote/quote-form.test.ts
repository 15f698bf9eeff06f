import { describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { quoteFormOf, readQuoteContent, readQuoteForm, withoutBlankInstalments } from "./quote-form.ts";
import { quoteContentSchema } from "./quote-json.ts";

const today = toDay("2026-11-22");
const posted = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return withoutBlankInstalments(readQuoteForm(form));
};
const good = {
  activityId: "a",
  customerId: "c",
  title: "Salle de bains",
  validityDays: "45",
  depositRate: "30 %",
  "instalments.0.label": "À mi-parcours",
  "instalments.0.rate": "33,33",
  "instalments.0.days": "60",
  "instalments.1.label": "",
  "instalments.1.rate": " ",
  "instalments.1.days": "",
  mentions: "Assurance décennale",
  deliveryDate: "15/12",
  "lines.0.kind": "item",
  "lines.0.name": "Pose",
  "lines.0.quantity": "2",
  "lines.0.unit": "HUR",
  "lines.0.unitPrice": "45,50",
  "lines.0.vat": "S1000",
};

describe("Le devis tapé", () => {
  it("se lit en entier, et se remontre tel quel", () => {
    const form = posted(good);
    const { content, errors } = readQuoteContent(form, "fr", today);
    expect(errors).toEqual({});
    expect(content).toMatchObject({
      schedule: { depositRate: 3000, instalments: [{ label: "À mi-parcours", rate: 3333, days: 60 }] },
      validityDays: 45,
      deliveryDate: "2026-12-15",
    });
    expect(quoteContentSchema.parse(content)).toEqual(content);
    const again = quoteFormOf({ activityId: "a", customerId: "c", title: "Salle de bains", content }, "fr");
    expect(readQuoteContent(again, "fr", today).content).toEqual(content);
  });

  it("dit champ par champ ce qui ne se lit pas", () => {
    const form = posted({
      ...good,
      validityDays: "toujours",
      depositRate: "130",
      "instalments.0.rate": "beaucoup",
      "instalments.0.days": "-3",
      deliveryDate: "un jour",
      title: "x".repeat(201),
      "lines.0.unitPrice": "cher",
    });
    expect(readQuoteContent(form, "fr", today).errors).toEqual({
      validityDays: "quoteField.validityDays",
      depositRate: "quoteField.share",
      "instalments.0.rate": "quoteField.share",
      "instalments.0.days": "quoteField.days",
      deliveryDate: "quoteField.day",
      title: "quoteField.tooLong",
      "lines.0.unitPrice": "line.amount",
    });
  });

  it("se contente de peu : 30 jours, pas d'acompte", () => {
    expect(readQuoteContent(posted({}), "fr", today).content).toMatchObject({
      validityDays: 30,
      schedule: { depositRate: 0, instalments: [] },
      deliveryDate: null,
    });
  });
});
