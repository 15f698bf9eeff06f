/** Les limites de la loi : ce qui tient, ce qui est dépassé, ce que rien ne décide. À la limite exacte, puis un centime ou une voix dessous. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "#kernel/day.ts";
import { toCents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import type { College, CollegeKind } from "../setup/articles.ts";
import { type ContractSpan, employmentOn } from "./employment.ts";
import type { Holder, LimitFacts, LimitKey } from "./limit.ts";
import { limitsOf, passedBy } from "./limits-of.ts";

const day = (text: string) => text as Day;
const TODAY = day("2026-11-28");

let rank = 0;
const holder = (more: Partial<Omit<Holder, "capital">> & { capital?: number } = {}): Holder => {
  rank += 1;
  const { capital = 0, ...said } = more;
  return {
    ...{ id: `a${rank}` as Holder["id"], name: `Personne ${rank}`, votes: true, legalPerson: false },
    ...{ college: 1, kind: "employee" as CollegeKind, employed: "yes" as const, reason: "contract" as const },
    ...said,
    capital: toCents(capital),
  };
};
const outside = (more: Parameters<typeof holder>[0] = {}) =>
  holder({ employed: "no", reason: "outside", kind: "other", college: 2, ...more });
const unsure = (more: Parameters<typeof holder>[0] = {}) =>
  holder({ employed: "unsure", reason: "untold", kind: "", ...more });
const many = (count: number, one: () => Holder) => Array.from({ length: count }, one);

const scop = (holders: readonly Holder[], more: Partial<LimitFacts> = {}): LimitFacts => ({
  ...{ form: "scop", company: "sarl", weighted: false, colleges: [], employs: true },
  ...more,
  holders,
});
const scic = (holders: readonly Holder[], more: Partial<LimitFacts> = {}) => scop(holders, { form: "scic", ...more });
const state = (facts: LimitFacts, key: LimitKey) => limitsOf(facts).find((one) => one.key === key)?.state;
const said = (facts: LimitFacts, key: LimitKey) =>
  limitsOf(facts)
    .find((one) => one.key === key)
    ?.lines.map(({ say }) => say);

describe("Le capital d’une SCOP", () => {
  const capital = (own: number, others: number) =>
    state(scop([holder({ capital: own }), outside({ capital: others })]), "employedCapital");

  it("est tenu à 51 % exactement ; un centime dessous, il est à vérifier : la loi ne parle que de la moitié", () => {
    expect(capital(51_000, 49_000)).toBe("held");
    expect(capital(50_999, 49_001)).toBe("open");
    expect(said(scop([holder({ capital: 50_999 }), outside({ capital: 49_001 })]), "employedCapital")).toContain(
      "betweenHalves",
    );
  });

  it("à la moitié exactement n’est pas dépassé ; un centime de plus aux autres, il l’est", () => {
    expect(capital(50_000, 50_000)).toBe("open");
    expect(capital(49_999, 50_001)).toBe("broken");
  });

  it("n’est dit tenu ni dépassé quand ce qui manque dépend de personnes à vérifier", () => {
    const facts = scop([holder({ capital: 50_000 }), unsure({ capital: 10_000 }), outside({ capital: 40_000 })]);
    expect(state(facts, "employedCapital")).toBe("open");
    expect(said(facts, "employedCapital")).toEqual(["employedCapital", "unsureCapital"]);
    // Même en les comptant toutes, ou sans aucune.
    expect(
      state(scop([holder({ capital: 30 }), unsure({ capital: 19 }), outside({ capital: 51 })]), "employedCapital"),
    ).toBe("broken");
    expect(state(scop([holder({ capital: 51 }), unsure({ capital: 49 })]), "employedCapital")).toBe("held");
  });

  it("compte aux autres les parts que garde encore qui a quitté le registre", () => {
    expect(state(scop([holder({ capital: 50 }), outside({ votes: false, capital: 60 })]), "employedCapital")).toBe(
      "broken",
    );
  });

  it("sans aucune part souscrite, il n’y a rien à mesurer", () => {
    expect(said(scop([holder()]), "employedCapital")).toEqual(["noCapital"]);
    expect(state(scop([holder()]), "largestHolder")).toBe("open");
  });

  it("tient dans une main jusqu’à la moitié ; un centime de plus, non", () => {
    const largest = (a: number, b: number) =>
      state(scop([holder({ capital: a }), holder({ capital: b })]), "largestHolder");
    expect(largest(50_000, 50_000)).toBe("held");
    expect(largest(50_001, 49_999)).toBe("broken");
  });

  it("la part lue est coupée, jamais arrondie vers le haut", () => {
    const [first] = limitsOf(scop([holder({ capital: 509_999 }), outside({ capital: 490_001 })]));
    expect(first?.lines[0]?.facts.share).toEqual({ rate: 5_099 });
  });
});

describe("Les voix d’une SCOP", () => {
  const votes = (own: number, others: number, cooperatives = 0) =>
    state(
      scop([
        ...many(own, () => holder()),
        ...many(others, () => outside()),
        ...many(cooperatives, () => outside({ kind: "cooperative", legalPerson: true })),
      ]),
      "employedVotes",
    );

  it("sont tenues à 65 voix salariées sur 100, dépassées à 64", () => {
    expect(votes(65, 35)).toBe("held");
    expect(votes(64, 36)).toBe("broken");
  });

  it("laissent 49 voix sur 100 aux autres quand des coopératives en font partie, et 35 hors coopératives", () => {
    expect(votes(51, 35, 14)).toBe("held");
    expect(votes(50, 35, 15)).toBe("broken");
    expect(votes(51, 36, 13)).toBe("broken");
  });

  it("une structure d’un collège qui ne dit rien peut être une coopérative : ce n’est pas décidé", () => {
    const town = (kind: CollegeKind) =>
      scop([...many(64, () => holder()), ...many(36, () => outside({ kind, legalPerson: true }))]);
    expect([state(town(""), "employedVotes"), state(town("other"), "employedVotes")]).toEqual(["open", "broken"]);
  });

  it("une personne à vérifier n’est comptée ni d’un côté ni de l’autre", () => {
    const facts = scop([...many(64, () => holder()), unsure(), ...many(35, () => outside())]);
    expect(state(facts, "employedVotes")).toBe("open");
    expect(said(facts, "employedVotes")).toEqual(["employedVotes", "unsureVotes"]);
  });

  it("ne sont pas celles de qui est sorti, ni de personne", () => {
    expect(state(scop([holder(), outside({ votes: false, capital: 10 })]), "employedVotes")).toBe("held");
    expect(said(scop([]), "employedVotes")).toEqual(["nobody"]);
  });
});

describe("Le nombre d’associés salariés", () => {
  const number = (own: number, company: LimitFacts["company"], maybe = 0) =>
    state(scop([...many(own, () => holder()), ...many(maybe, () => unsure())], { company }), "employedNumber");

  it("est de deux en SARL et en SAS, de sept en SA", () => {
    expect([number(2, "sarl"), number(1, "sarl"), number(2, "sas"), number(1, "sas")]).toEqual([
      "held",
      "broken",
      "held",
      "broken",
    ]);
    expect([number(7, "sa"), number(6, "sa"), number(6, "sa", 1)]).toEqual(["held", "broken", "open"]);
  });

  it("sans forme de société dite, n’est décidé que si toutes s’accordent", () => {
    expect([number(7, ""), number(1, ""), number(3, "")]).toEqual(["held", "broken", "open"]);
    expect(
      said(
        scop(
          many(3, () => holder()),
          { company: "" },
        ),
        "employedNumber",
      ),
    ).toContain("companyUntold");
  });
});

describe("Les limites d’une SCIC", () => {
  const beneficiary = (more: Parameters<typeof holder>[0] = {}) =>
    outside({ kind: "beneficiary", college: 2, ...more });
  const town = (more: Parameters<typeof holder>[0] = {}) =>
    outside({ kind: "public", college: 3, legalPerson: true, ...more });

  it("trois catégories, dont salariés et bénéficiaires : deux ne suffisent pas, ni trois sans bénéficiaire", () => {
    expect(state(scic([holder(), beneficiary(), town()]), "categories")).toBe("held");
    expect(state(scic([holder(), beneficiary()]), "categories")).toBe("broken");
    expect(state(scic([holder(), town(), outside({ kind: "volunteer", college: 4 })]), "categories")).toBe("broken");
  });

  it("un CESA fait un salarié dans n’importe quel collège", () => {
    expect(state(scic([holder({ kind: "beneficiary", college: 2 }), beneficiary(), town()]), "categories")).toBe(
      "held",
    );
  });

  it("les producteurs tiennent lieu de salariés là où personne n’est employé, et sinon ne suffisent pas", () => {
    const producers = [outside({ kind: "producer", college: 1 }), beneficiary(), town()];
    expect(state(scic(producers, { employs: false }), "categories")).toBe("held");
    expect(state(scic(producers, { employs: true }), "categories")).toBe("broken");
    expect(state(scic(producers, { employs: null }), "categories")).toBe("open");
    expect(said(scic(producers, { employs: null }), "categories")).toContain("producersOnly");
  });

  it("un collège qui ne dit pas qui il réunit ne fait ni tenir ni dépasser ; il n’en vaut qu’une", () => {
    expect(state(scic([holder(), beneficiary(), unsure({ college: 3 })]), "categories")).toBe("open");
    expect(state(scic([holder(), unsure({ college: 3 }), unsure({ college: 3 })]), "categories")).toBe("broken");
    expect(state(scic([unsure({ kind: "employee" }), beneficiary(), town()]), "categories")).toBe("open");
  });

  it("les collectivités détiennent la moitié du capital au plus ; un centime de plus, c’est dépassé", () => {
    const capital = (own: number, others: number) =>
      state(scic([beneficiary({ capital: others }), town({ capital: own })]), "publicCapital");
    expect([capital(50_000, 50_000), capital(50_001, 49_999)]).toEqual(["held", "broken"]);
    const untold = unsure({ employed: "no", legalPerson: true, capital: 30, college: 4 });
    expect(state(scic([town({ capital: 30 }), untold, beneficiary({ capital: 40 })]), "publicCapital")).toBe("open");
  });

  it("chaque collège pèse de 10 à 50 % ; un collège vide reporte son poids", () => {
    const weights = (...of: number[]): Partial<LimitFacts> => ({
      weighted: true,
      colleges: of.map(
        (weight, index): College => ({
          number: index + 1,
          name: `C${index + 1}`,
          weight: weight as Rate,
          kind: "other",
        }),
      ),
    });
    const all = [holder(), beneficiary(), town()];
    expect(state(scic(all, weights(5_000, 4_000, 1_000)), "collegeWeights")).toBe("held");
    expect(state(scic(all, weights(5_001, 3_999, 1_000)), "collegeWeights")).toBe("broken");
    expect(state(scic(all, weights(5_000, 4_001, 999)), "collegeWeights")).toBe("broken");
    expect(state(scic(all, weights(5_000, 5_000)), "collegeWeights")).toBe("broken");
    expect(state(scic([holder(), town()], weights(5_000, 4_000, 1_000)), "collegeWeights")).toBe("open");
    expect(state(scic(all), "collegeWeights")).toBe("held");
  });
});

describe("Qui compte comme salarié", () => {
  const cesa = (startsOn: string, endsOn: string | null): ContractSpan => ({
    ...{ kind: "cesa", startsOn: day(startsOn), endsOn: endsOn === null ? null : day(endsOn) },
  });
  const cape: ContractSpan = { kind: "cape", startsOn: day("2026-06-01"), endsOn: day("2027-05-31") };
  const of = (college: CollegeKind, contracts: readonly ContractSpan[], kind: "person" | "organization" = "person") =>
    employmentOn({ kind, college, contracts }, TODAY);

  it("un CESA compte jusqu’à son dernier jour compris, quel que soit le collège (C. trav. L7331-1)", () => {
    expect(of("other", [cesa("2025-01-01", null)])).toEqual({ employed: "yes", reason: "contract" });
    expect(of("other", [cesa("2025-01-01", "2026-11-28")]).employed).toBe("yes");
    expect(of("other", [cesa("2025-01-01", "2026-11-27")]).employed).toBe("no");
    expect(of("other", [cesa("2026-11-29", null)]).employed).toBe("no");
  });

  it("sans contrat ici, le collège le dit ; s’il ne dit rien, c’est à vérifier", () => {
    expect(of("employee", [])).toEqual({ employed: "yes", reason: "college" });
    expect(of("beneficiary", [])).toEqual({ employed: "no", reason: "outside" });
    expect(of("", [])).toEqual({ employed: "unsure", reason: "untold" });
  });

  it("ce qui se contredit n’est pas décidé : un CESA terminé, ou un CAPE, au collège des salariés", () => {
    expect(of("employee", [cesa("2024-01-01", "2026-01-31")])).toEqual({ employed: "unsure", reason: "ended" });
    expect(of("employee", [cape])).toEqual({ employed: "unsure", reason: "cape" });
    expect(of("", [cape]).employed).toBe("no");
  });

  it("une structure n’est jamais salariée", () => {
    expect(of("employee", [], "organization").employed).toBe("no");
  });
});

describe("Un mouvement de parts", () => {
  it("est signalé quand il fait dépasser une limite, et seulement alors", () => {
    const [own, other] = [holder({ capital: 50_000 }), holder({ capital: 50_000 })];
    const facts = scop([own, other]);
    expect(passedBy(facts, own.id, 1n)?.key).toBe("largestHolder");
    expect(passedBy(facts, other.id, -1n)?.key).toBe("largestHolder");
    const far = scop([own, holder({ capital: 50_002 })]);
    expect(passedBy(far, own.id, 2n)).toBeNull();
    // Déjà dépassée avant lui, ou premières parts de toutes : rien à redire.
    expect(passedBy(scop([own, holder({ capital: 60_000 })]), own.id, -1n)).toBeNull();
    expect(passedBy(scop([holder(), own].map((one) => ({ ...one, capital: toCents(0) }))), own.id, 100n)).toBeNull();
  });

  it("sans forme dite, ou d’une autre forme, rien n’est surveillé", () => {
    expect(limitsOf(scop([holder()], { form: "" }))).toEqual([]);
    expect(limitsOf(scop([holder()], { form: "other" }))).toEqual([]);
  });

  it("décider d’une personne à vérifier ne change jamais ce qui était déjà décidé", () => {
    const rest = { capital: fc.integer({ min: 0, max: 10_000 }), votes: fc.boolean() };
    const kinds = fc.constantFrom<CollegeKind>("", "employee", "beneficiary", "public", "cooperative");
    const employed = fc.constantFrom("yes" as const, "no" as const);
    const anybody = fc.oneof(
      fc.record({ ...rest, employed, kind: kinds, legalPerson: fc.constant(false) }),
      fc.record({ ...rest, employed: fc.constant("no" as const), kind: kinds, legalPerson: fc.constant(true) }),
      // Ce que rien ne décide : au collège des salariés, ou dans un collège qui ne dit rien.
      fc.record({
        ...{ ...rest, employed: fc.constant("unsure" as const), legalPerson: fc.constant(false) },
        kind: fc.constantFrom<CollegeKind>("", "employee"),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(anybody, { maxLength: 12 }),
        fc.constantFrom("scop" as const, "scic" as const),
        fc.boolean(),
        (people, form, yes) => {
          const holders = people.map((one) => holder({ ...one, college: one.kind.length }));
          const before = limitsOf(scop(holders, { form }));
          const settled = holders.map((one) =>
            one.employed === "unsure" ? { ...one, employed: yes ? ("yes" as const) : ("no" as const) } : one,
          );
          const after = new Map(limitsOf(scop(settled, { form })).map((one) => [one.key, one.state]));
          for (const { key, state: was } of before) if (was !== "open") expect(after.get(key)).toBe(was);
        },
      ),
    );
  });
});
