import { describe, expect, it } from "vitest";
import { addDays, toDay } from "#kernel/day.ts";
import { checkDelay, latestDueDay } from "./payment-delay.ts";

const COMPANY = { kind: "company", country: "FR" } as const;

describe("Le délai de paiement entre deux entreprises (C. com. L441-10)", () => {
  // 45 days end of month, counted both ways as the DGCCRF accepts; 60 days when that is longer.
  it.each([
    ["2026-01-01", "2026-03-17"],
    ["2026-01-31", "2026-04-01"],
    ["2026-03-20", "2026-05-31"],
    ["2026-02-28", "2026-04-30"],
    ["2028-02-29", "2028-04-30"],
  ])("une facture du %s se paie le %s au plus tard", (issued, latest) => {
    expect(latestDueDay(toDay(issued))).toBe(latest);
    expect(checkDelay(COMPANY, toDay(issued), toDay(latest))).toBeNull();
    expect(checkDelay(COMPANY, toDay(issued), addDays(toDay(latest), 1))).toMatchObject({
      code: "invoice.dueTooLate",
      facts: { latest: { day: latest } },
      field: "dueDate",
    });
  });

  it("un particulier et un client d’un autre pays conviennent de ce qu’ils veulent", () => {
    const [issued, late] = [toDay("2026-01-01"), toDay("2026-12-31")];
    expect(checkDelay({ kind: "individual", country: "FR" }, issued, late)).toBeNull();
    expect(checkDelay({ kind: "company", country: "BE" }, issued, late)).toBeNull();
  });
});
