import { describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { toCents } from "#kernel/money.ts";
import { isProposed, nextLevel, type ReminderLevel, textOf } from "./reminder.ts";
import { reminderMessage, textProblem } from "./reminder-message.ts";
import { reminderPlanSchema } from "./reminder-plan.ts";

const plan = reminderPlanSchema.parse({});
const due = toDay("2026-10-01");

describe("Quelle relance, et quand", () => {
  it.each([
    // Days late: 4, 5, 19, 20, 39, 40 (outside figures: 1 October and the plan of 5, 20 and 40 days).
    [null, null, "2026-10-05", false],
    [null, null, "2026-10-06", true],
    [1, "2026-10-06", "2026-10-20", false],
    [1, "2026-10-06", "2026-10-21", true],
    // Reminded late the first time: seven days of rest all the same.
    [1, "2026-10-20", "2026-10-26", false],
    [1, "2026-10-20", "2026-10-27", true],
    [2, "2026-10-21", "2026-11-09", false],
    [2, "2026-10-21", "2026-11-10", true],
    [3, "2026-11-10", "2027-01-10", false],
  ] as const)("après la relance %s du %s, le %s : %s", (lastLevel, lastOn, today, proposed) => {
    const invoice = { dueDate: due, lastLevel, lastOn: lastOn === null ? null : toDay(lastOn) };
    expect(isProposed(invoice, plan, toDay(today))).toBe(proposed);
  });

  it("la dernière peut être répétée, jamais dépassée", () => {
    expect(([null, 1, 2, 3] as const).map((lastLevel) => nextLevel({ lastLevel }))).toEqual([1, 2, 3, 3]);
  });
});

describe("Le message", () => {
  const invoice = {
    number: "F2026-00012",
    kind: "invoice",
    issueDate: toDay("2026-09-01"),
    dueDate: due,
    left: toCents(64_050),
  } as const;
  const message = (level: ReminderLevel, consumer: boolean, language: "fr" | "en" = "fr", invoices = [invoice]) =>
    reminderMessage(textOf(plan, language, level), {
      language,
      activity: "Plomberie Roux",
      customer: "Crèche Les Lutins",
      consumer,
      invoices,
    });

  it("dit la facture, son échéance et ce qui reste, sans laisser de mot à remplir", () => {
    for (const language of ["fr", "en"] as const) {
      for (const level of [1, 2, 3] as const) {
        const { subject, body } = message(level, false, language);
        expect(subject).toContain("F2026-00012");
        expect(body).toContain("F2026-00012");
        expect(body).toContain(language === "fr" ? "640,50\u00a0€" : "640.50");
        expect(subject + body).not.toMatch(/[{}\u202f]/);
      }
    }
    expect(message(1, false).body).toContain(
      "- Facture F2026-00012 du 1er septembre 2026, échue le 1er octobre 2026 : 640,50\u00a0€",
    );
  });

  it("ne parle de 40 € qu'à un professionnel", () => {
    for (const level of [2, 3] as const) {
      expect(message(level, false).body).toContain("40\u00a0€");
      expect(message(level, true).body).not.toMatch(/\b40\s€|pénalité|indemnité/);
      expect(message(level, true, "en").body).not.toMatch(/€40|penalt|indemnit/);
      expect(message(level, true).body).not.toContain("\n\n\n");
    }
  });

  it("additionne plusieurs factures", () => {
    const { subject, body } = message(1, false, "fr", [
      invoice,
      { ...invoice, number: "F2026-00015" as "F2026-00012" },
    ]);
    expect(subject).toBe("Rappel de paiement : F2026-00012 et F2026-00015");
    expect(body).toContain("Soit 1\u00a0281,00\u00a0€ en tout");
  });

  it.each([
    ["{list}", null],
    ["Bonjour", "reminder.listMissing"],
    ["{list} {iban}", "reminder.token"],
    ["{list} plus 40 € d'indemnité", "reminder.indemnity"],
    ["{list} plus 40 euros", "reminder.indemnity"],
    ["{list} {penalties}", null],
    ["{list} de 140 €, 40 jours", null],
  ] as const)("le texte « %s » : %s", (body, problem) => {
    expect(textProblem({ subject: "Rappel", body })).toBe(problem);
  });

  it("nos propres textes sont de ceux qu'une coopérative peut enregistrer", () => {
    for (const text of [...plan.fr, ...plan.en]) expect(textProblem(text)).toBeNull();
  });
});
