import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, toDay } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import {
  type Contract,
  type ContractKind,
  capeRenewalsLeft,
  checkContract,
  latestCapeEnd,
  statusOf,
} from "./contract.ts";

let last = 0;
function contract(kind: ContractKind, startsOn: string, endsOn: string | null): Contract {
  last += 1;
  return {
    id: String(last) as Id<"contract">,
    kind,
    startsOn: toDay(startsOn),
    endsOn: endsOn === null ? null : toDay(endsOn),
  };
}
const code = (others: Contract[], candidate: Contract) => checkContract(others, candidate)?.code ?? null;

describe("Un CAPE (C. com. L127-3)", () => {
  it("dure douze mois au plus, le dernier jour compris", () => {
    expect(latestCapeEnd(toDay("2026-01-15"))).toBe("2027-01-14");
    expect(latestCapeEnd(toDay("2026-01-01"))).toBe("2026-12-31");
    expect(latestCapeEnd(toDay("2028-02-29"))).toBe("2029-02-27");
    expect(code([], contract("cape", "2026-01-15", "2027-01-14"))).toBeNull();
    expect(checkContract([], contract("cape", "2026-01-15", "2027-01-15"))).toMatchObject({
      code: "contract.capeTooLong",
      facts: { latest: { day: "2027-01-14" } },
      field: "endsOn",
    });
  });

  it("a toujours une fin", () => {
    expect(code([], contract("cape", "2026-01-15", null))).toBe("contract.capeNeedsEnd");
    expect(code([], contract("cape", "2026-01-15", "2026-01-14"))).toBe("contract.endBeforeStart");
  });

  it("se renouvelle deux fois, même si le total reste sous trente-six mois", () => {
    const three = [
      contract("cape", "2026-01-01", "2026-03-31"),
      contract("cape", "2026-04-01", "2026-06-30"),
      contract("cape", "2026-07-01", "2026-09-30"),
    ];
    expect(code(three.slice(0, 2), three[2] as Contract)).toBeNull();
    expect(code(three, contract("cape", "2026-10-01", "2026-12-31"))).toBe("contract.capeRenewals");
    // Un renouvellement ajouté au milieu compte aussi.
    expect(code(three, contract("cape", "2025-06-01", "2025-12-31"))).toBe("contract.capeRenewals");
  });

  it("qui commence plus d'un an après prépare un autre projet", () => {
    const past = [
      contract("cape", "2020-01-01", "2020-12-31"),
      contract("cape", "2021-01-01", "2021-12-31"),
      contract("cape", "2022-01-01", "2022-12-31"),
    ];
    expect(code(past, contract("cape", "2023-12-31", "2024-06-30"))).toBe("contract.capeRenewals");
    expect(code(past, contract("cape", "2024-01-01", "2024-06-30"))).toBeNull();
  });

  it("dit combien de renouvellements il reste", () => {
    const two = [contract("cape", "2026-01-01", "2026-03-31"), contract("cape", "2026-04-01", "2026-06-30")];
    expect(capeRenewalsLeft(two, toDay("2026-05-01"))).toBe(1);
    expect(capeRenewalsLeft(two, toDay("2026-07-01"))).toBeNull();
  });
});

describe("Deux contrats", () => {
  it("ne se recouvrent pas, fût-ce d'un jour", () => {
    const cape = contract("cape", "2026-01-01", "2026-06-30");
    expect(checkContract([cape], contract("cesa", "2026-06-30", null))).toMatchObject({
      code: "contract.overlaps",
      facts: { from: { day: "2026-01-01" }, to: { day: "2026-06-30" } },
    });
    expect(code([cape], contract("cesa", "2026-07-01", null))).toBeNull();
    const cesa = contract("cesa", "2026-07-01", null);
    expect(code([cape, cesa], contract("cesa", "2030-01-01", null))).toBe("contract.overlapsOpen");
  });

  const days = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays("2024-01-01" as Day, offset));

  it("acceptés l'un après l'autre, un jour n'en voit jamais deux", () => {
    const drawn = fc.record({
      kind: fc.constantFrom<ContractKind>("cape", "cesa"),
      startsOn: days,
      length: fc.option(fc.integer({ min: 0, max: 700 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 8 }), days, (list, on) => {
        const kept: Contract[] = [];
        for (const { kind, startsOn, length } of list) {
          const candidate = contract(kind, startsOn, length === null ? null : addDays(startsOn, length));
          if (checkContract(kept, candidate) === null) kept.push(candidate);
        }
        const running = kept.filter((item) => item.startsOn <= on && (item.endsOn === null || item.endsOn >= on));
        expect(running.length).toBeLessThanOrEqual(1);
        expect(statusOf(kept, on)).toBe(running[0]?.kind ?? "none");
      }),
    );
  });
});

describe("Le statut d'une personne un jour donné", () => {
  const contracts = [contract("cape", "2025-09-01", "2026-08-31"), contract("cesa", "2026-09-01", null)];
  it.each([
    ["2025-08-31", "none"],
    ["2025-09-01", "cape"],
    ["2026-08-31", "cape"],
    ["2026-09-01", "cesa"],
    ["2040-01-01", "cesa"],
  ] as const)("%s: %s", (on, status) => {
    expect(statusOf(contracts, toDay(on))).toBe(status);
  });
});
