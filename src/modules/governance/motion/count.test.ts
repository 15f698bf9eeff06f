/** Le quorum et le résultat : comptés en fractions exactes, un associé une voix, pondérés par collège si les statuts le disent. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rate } from "#kernel/rate.ts";
import { type Articles, type College, checkColleges, companyOf, formOf, usualArticles } from "../setup/articles.ts";
import { type CollegeCount, outcomeOf, quorumOf, reaches } from "./count.ts";
import { compare, fraction, inTenThousandths, over, plus, readFraction, times } from "./fraction.ts";

const count = (college: number, members: number, counting: number, f = 0, a = 0, abstain = 0): CollegeCount => ({
  ...{ college, members, counting, votes: { for: f, against: a, abstain } },
});
const college = (number: number, percent: number): College => ({
  ...{ number, name: `C${number}`, weight: (percent * 100) as Rate, kind: "" },
});
const plain = { weighted: false, colleges: [college(1, 100)] };
const CAST = { majority: "1/2", base: "cast" } as const;

describe("Le quorum", () => {
  it("se compte en associés, au nombre entier qui suffit : un cinquième de 11, c’est 3 ; un quart de 8, c’est 2", () => {
    const reached = (members: number, here: number, quorum: "1/5" | "1/4" | "0/1") =>
      quorumOf([count(1, members, here)], { quorum }, "whole");
    expect([reached(11, 2, "1/5").reached, reached(11, 3, "1/5").reached, reached(11, 3, "1/5").needed]).toEqual([
      false,
      true,
      3,
    ]);
    expect([reached(8, 1, "1/4").reached, reached(8, 2, "1/4").reached]).toEqual([false, true]);
    // Sans quorum il faut quand même quelqu’un.
    expect([reached(8, 0, "0/1").reached, reached(8, 1, "0/1").reached, reached(0, 0, "0/1").reached]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("dans chaque collège si les statuts le disent ; un collège vide n’empêche rien", () => {
    const counts = [count(1, 10, 9), count(2, 4, 0), count(3, 0, 0)];
    expect(quorumOf(counts, { quorum: "1/4" }, "whole").reached).toBe(true);
    expect(quorumOf(counts, { quorum: "1/4" }, "college").reached).toBe(false);
    expect(quorumOf([count(1, 10, 3), count(2, 4, 1), count(3, 0, 0)], { quorum: "1/4" }, "college").reached).toBe(
      true,
    );
  });
});

describe("Le résultat", () => {
  it("plus de la moitié est plus que la moitié ; deux tiers se suffisent", () => {
    expect([reaches(fraction(5, 10), "1/2"), reaches(fraction(51, 100), "1/2")]).toEqual([false, true]);
    expect([reaches(fraction(2, 3), "2/3"), reaches(fraction(6_666, 10_000), "2/3")]).toEqual([true, false]);
  });

  it("les abstentions ne comptent pas parmi les voix exprimées, mais comptent sur les présents et sur tous", () => {
    const counts = [count(1, 20, 12, 5, 4, 3)];
    expect(outcomeOf(counts, CAST, plain)).toMatchObject({ adopted: true, share: fraction(5, 9) });
    expect(outcomeOf(counts, { ...CAST, base: "present" }, plain)).toMatchObject({
      adopted: false,
      share: fraction(5, 12),
    });
    expect(outcomeOf(counts, { ...CAST, base: "all" }, plain)).toMatchObject({ adopted: false, share: fraction(1, 4) });
  });

  it("une SCIC à quatre collèges (50, 20, 20, 10) : 10/10, 1/4, 1/3 et personne font (0,5 + 0,05 + 0,0667) / 0,9", () => {
    const colleges = [college(1, 50), college(2, 20), college(3, 20), college(4, 10)];
    const counts = [count(1, 12, 10, 10, 0), count(2, 4, 4, 1, 3), count(3, 3, 3, 1, 2), count(4, 5, 0)];
    const { share, adopted } = outcomeOf(counts, { majority: "2/3", base: "cast" }, { weighted: true, colleges });
    // À la main : 1/2 + 1/20 + 1/15 = 37/60 ; sur 9/10 : 37/54 = 68,51 %.
    expect([share, inTenThousandths(share), adopted]).toEqual([fraction(37, 54), 6_851, true]);
  });

  it("une CAE en SCOP : un associé, une voix, le capital n’y change rien ; les abstentions ne sont pas exprimées", () => {
    // 42 associés, 23 là ou représentés : la moitié est requise (21). 11 pour, 9 contre, 3 abstentions.
    const counts = [count(1, 42, 23, 11, 9, 3)];
    expect(quorumOf(counts, { quorum: "1/2" }, "whole")).toMatchObject({ reached: true, needed: 21 });
    // À la main : 11 ÷ 20 = 55,00 % des voix exprimées. Comptée sur les présents, 11 ÷ 23 = 47,82 % : rejetée.
    const cast = outcomeOf(counts, CAST, plain);
    expect([inTenThousandths(cast.share), cast.adopted]).toEqual([5_500, true]);
    const present = outcomeOf(counts, { ...CAST, base: "present" }, plain);
    expect([inTenThousandths(present.share), present.adopted]).toEqual([4_782, false]);
    // Deux collèges sans poids : les mêmes voix, donc le même résultat, quel que soit le partage.
    const split = [count(1, 30, 15, 10, 3, 2), count(2, 12, 8, 1, 6, 1)];
    expect(outcomeOf(split, CAST, { weighted: false, colleges: [college(1, 10), college(2, 90)] }).share).toEqual(
      fraction(11, 20),
    );
  });

  it("une CAE en SCIC : salariés 50 %, usagers 20 %, collectivités 10 %, partenaires 20 % ; le calcul fait à la main", () => {
    const colleges = [college(1, 50), college(2, 20), college(3, 10), college(4, 20)];
    const articles = { weighted: true, colleges };
    expect(checkColleges({ ...articles, form: "" }, "SCIC SA à capital variable")).toBeNull();
    //               pour / exprimées     × poids
    // salariés      18 / 30 = 60 %       × 50 = 30,0000
    // usagers        3 / 12 = 25 %       × 20 =  5,0000
    // collectivités  2 /  2 = 100 %      × 10 = 10,0000
    // partenaires    1 /  3 = 33,33 %    × 20 =  6,6666…
    //                                      total 51,6666… %
    const counts = [count(1, 40, 32, 18, 12, 2), count(2, 20, 12, 3, 9), count(3, 2, 2, 2, 0), count(4, 5, 4, 1, 2, 1)];
    const outcome = outcomeOf(counts, CAST, articles);
    expect([outcome.share, inTenThousandths(outcome.share), outcome.adopted]).toEqual([fraction(31, 60), 5_166, true]);
    // Sans poids : 24 pour sur 47 exprimées, 51,06 % ; avec les deux tiers, rejetée dans les deux cas.
    expect(inTenThousandths(outcomeOf(counts, CAST, { ...articles, weighted: false }).share)).toBe(5_106);
    expect(outcomeOf(counts, { ...CAST, majority: "2/3" }, articles).adopted).toBe(false);
    // Aucun collège ne décide seul : le plus lourd (50 %), unanime contre tous les autres, ne fait pas plus de la moitié.
    const alone = [count(1, 40, 40, 40, 0), count(2, 20, 20, 0, 20), count(3, 2, 2, 0, 2), count(4, 5, 5, 0, 5)];
    expect(outcomeOf(alone, CAST, articles)).toMatchObject({ adopted: false, share: fraction(1, 2) });
    // Un collège de 10 % ne bloque pas seul une majorité des deux tiers.
    const blocked = [count(1, 40, 40, 40, 0), count(2, 20, 20, 20, 0), count(3, 2, 2, 0, 2), count(4, 5, 5, 5, 0)];
    expect(outcomeOf(blocked, { ...CAST, majority: "2/3" }, articles)).toMatchObject({
      ...{ adopted: true, share: fraction(9, 10) },
    });
  });

  it("le nombre ne fait pas la majorité quand un collège pèse : 9 voix contre 3 perdent à 40 contre 60", () => {
    const colleges = [college(1, 40), college(2, 30), college(3, 30)];
    const counts = [count(1, 9, 9, 9, 0), count(2, 2, 2, 0, 2), count(3, 1, 1, 0, 1)];
    expect(outcomeOf(counts, CAST, { weighted: true, colleges })).toMatchObject({
      adopted: false,
      share: fraction(2, 5),
    });
    expect(outcomeOf(counts, CAST, { weighted: false, colleges }).adopted).toBe(true);
    expect(outcomeOf([count(1, 3, 0)], CAST, plain)).toMatchObject({ adopted: false });
  });

  const size = fc.integer({ min: 0, max: 40 });
  const drawn = fc.array(fc.tuple(size, size, size), { minLength: 3, maxLength: 3 });
  it("une voix pour de plus ne fait jamais baisser, la part reste entre 0 et 1, l’ordre des collèges ne change rien", () => {
    fc.assert(
      fc.property(
        drawn,
        fc.integer({ min: 10, max: 45 }),
        fc.constantFrom("cast", "present"),
        (votes, weight, base) => {
          const colleges = [college(1, weight), college(2, 50), college(3, 50 - weight)];
          const rule = { majority: "2/3", base } as const;
          const counts = votes.map(([f, a, n], index) => count(index + 1, f + a + n, f + a + n, f, a, n));
          const { share } = outcomeOf(counts, rule, { weighted: true, colleges });
          expect(compare(share, fraction(0, 1)) >= 0 && compare(share, fraction(1, 1)) <= 0).toBe(true);
          expect(
            outcomeOf([...counts].reverse(), rule, { weighted: true, colleges: [...colleges].reverse() }).share,
          ).toEqual(share);
          // Somebody who was against is for.
          const turned = counts.map((one, index) =>
            index === 0 && one.votes.against > 0
              ? { ...one, votes: { ...one.votes, for: one.votes.for + 1, against: one.votes.against - 1 } }
              : one,
          );
          expect(compare(outcomeOf(turned, rule, { weighted: true, colleges }).share, share) >= 0).toBe(true);
        },
      ),
    );
  });

  it("des fractions exactes : somme, produit, quotient, comparaison", () => {
    const any = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(any, any, ([a, b], [c, d]) => {
        const [x, y] = [fraction(a, b), fraction(c, d)];
        expect(plus(x, y)).toEqual(fraction(a * d + c * b, b * d));
        expect(times(x, y)).toEqual(fraction(a * c, b * d));
        if (c > 0) expect(times(over(x, y), y)).toEqual(x);
        expect(compare(x, y)).toBe(Math.sign(a * d - c * b));
      }),
    );
    expect(readFraction("2/3")).toEqual(fraction(4, 6));
  });
});

describe("Les statuts", () => {
  it("sans rien d’enregistré : les règles usuelles de la forme, comptées en associés", () => {
    expect(["SCOP SARL à capital variable", "SA coopérative", "SAS"].map(companyOf)).toEqual(["sarl", "sa", "sas"]);
    expect(["SCOP SARL", "SCIC SA", "Association", "SAS"].map(formOf)).toEqual(["scop", "scic", "", ""]);
    expect(usualArticles("SCOP SARL", "Associés").rules.ordinary).toEqual({
      1: { quorum: "0/1", majority: "1/2", base: "all" },
      2: { quorum: "0/1", majority: "1/2", base: "cast" },
    });
    expect(usualArticles("SA", "Associés").rules.extraordinary[2]).toEqual({
      quorum: "1/5",
      majority: "2/3",
      base: "cast",
    });
  });

  it("les poids font un tout ; ceux d’une SCIC sont trois au moins, entre 10 et 50 %", () => {
    const refused = (percents: number[], form: string) => {
      const colleges: Articles["colleges"] = percents.map((percent, index) => college(index + 1, percent));
      return checkColleges({ form: "", weighted: true, colleges }, form)?.code ?? null;
    };
    expect(refused([50, 40], "SCIC SAS")).toBe("articles.weights");
    expect(refused([50, 50], "SCIC SAS")).toBe("articles.threeColleges");
    expect(refused([51, 39, 10], "SCIC SAS")).toBe("articles.weightLimits");
    expect(refused([50, 41, 9], "SCIC SAS")).toBe("articles.weightLimits");
    expect(refused([50, 40, 10], "SCIC SAS")).toBeNull();
    expect(refused([60, 40], "Association")).toBeNull();
    expect(refused([], "Association")).toBe("articles.noCollege");
  });
});
