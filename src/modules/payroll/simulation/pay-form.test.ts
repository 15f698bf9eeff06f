import { describe, expect, test } from "vitest";
import { type Cents, parseDecimal, toCents } from "#kernel/money.ts";
import { payQuery, payTexts, readQuestion, sliderBudget, sliderOf } from "./pay-form.ts";

const euros = (text: string): Cents => parseDecimal(text) ?? toCents(0);
const AVAILABLE = euros("3245.67");
const texts = (address: string, available = AVAILABLE) => payTexts(new URLSearchParams(address), available, "fr");
const asked = (address: string, way: "budget" | "net" = "budget") => readQuestion(way, texts(address), "fr");

describe("Ce que dit le contrat", () => {
  test("ses heures et sa part fixe sont proposées ; ce que l’adresse demande passe devant", () => {
    const terms = { weeklyHours: 1_750n, fixedPart: toCents(60_000) };
    const proposed = payTexts(new URLSearchParams(), AVAILABLE, "fr", terms);
    expect([proposed.heures, proposed.fixe]).toEqual(["17,50", "600,00"]);
    expect(payTexts(new URLSearchParams("heures=24&fixe=0"), AVAILABLE, "fr", terms)).toMatchObject({
      heures: "24",
      fixe: "0",
    });
    expect(payTexts(new URLSearchParams(), AVAILABLE, "fr", { ...terms, weeklyHours: 3_500n }).heures).toBe("35");
  });
});

describe("La question posée par l'adresse", () => {
  test("sans rien : tout l'argent disponible, un temps plein, sans impôt ni part fixe", () => {
    expect(asked("").question).toEqual({
      way: "budget",
      budget: AVAILABLE,
      weeklyHours: 3500,
      taxRate: 0,
      fixedPart: 0n,
    });
  });

  test("une activité à découvert : un budget de zéro, jamais négatif", () => {
    const { question } = readQuestion("budget", texts("", euros("-120.00")), "fr");
    expect(question).toMatchObject({ budget: 0n });
  });

  test("comme on l'écrit : espaces, virgules, signe %, heures et minutes", () => {
    expect(asked("budget=1 800,5&heures=17h30&taux=3,5 %25&fixe=150").question).toMatchObject({
      budget: euros("1800.50"),
      weeklyHours: 1750,
      taxRate: 350,
      fixedPart: euros("150.00"),
    });
    expect(asked("net=1500&quoi=avant-impot&depenses=200", "net").question).toMatchObject({
      wish: { kind: "netBeforeTax", amount: euros("1500.00") },
      directCosts: euros("200.00"),
    });
    expect(asked("net=1500", "net").question).toMatchObject({ wish: { kind: "netPaid" }, directCosts: 0n });
  });

  test("rien de souhaité encore : pas de question, pas de faute", () => {
    expect(asked("", "net")).toEqual({ question: null, faults: {} });
  });

  test("chaque faute est à côté de son champ, et la question attend", () => {
    expect(asked("budget=beaucoup&heures=36&taux=101&fixe=-1")).toEqual({
      question: null,
      faults: { budget: "pay.amount", heures: "pay.weeklyHours", taux: "pay.rate", fixe: "pay.amount" },
    });
    expect(asked("net=1e3&depenses=x&heures=0,5", "net")).toEqual({
      question: null,
      faults: { net: "pay.amount", depenses: "pay.amount", heures: "pay.weeklyHours" },
    });
    expect(asked(`budget=${"9".repeat(500)}`).faults).toEqual({ budget: "pay.amount" });
  });

  test("posée à nouveau, la même : ce que le script demande est ce que la page lit", () => {
    for (const address of ["budget=1800,50&heures=24&taux=2&fixe=300", "budget=&heures=35"]) {
      const again = payQuery("budget", texts(address), { activite: "a" });
      expect(asked(again)).toEqual(asked(address));
      expect(again).toMatch(/^activite=a&/);
    }
    const wished = "net=1200&quoi=avant-impot&depenses=90,5&heures=20&taux=1,2";
    expect(asked(payQuery("net", texts(wished), {}), "net")).toEqual(asked(wished, "net"));
  });
});

describe("Le curseur", () => {
  test("va jusqu'à tout l'argent disponible, par pas ronds", () => {
    expect(sliderOf(AVAILABLE)).toEqual({ most: 3250, step: 10 });
    expect(sliderBudget(3250, AVAILABLE)).toBe(AVAILABLE);
    expect(sliderBudget(3240, AVAILABLE)).toBe(euros("3240.00"));
    expect(sliderOf(euros("3240.00"))).toEqual({ most: 3240, step: 10 });
    expect(sliderOf(euros("0.50"))).toEqual({ most: 5, step: 5 });
    expect(sliderOf(euros("64321.00"))).toEqual({ most: 64_400, step: 100 });
  });

  test("n'existe pas sans argent", () => {
    for (const none of ["0.00", "-250.00"]) {
      expect(sliderOf(euros(none)).most).toBe(0);
      expect(sliderBudget(500, euros(none))).toBe(0n);
    }
  });

  test("sans script, le curseur ou le montant : celui qui a bougé", () => {
    const came = "avant=3 245,67&place=3250";
    expect(texts(`${came}&budget=3 245,67&curseur=2500`).budget).toBe("2\u00a0500,00");
    expect(texts(`${came}&budget=1 000&curseur=3250`).budget).toBe("1 000");
    expect(texts(`${came}&budget=1 000&curseur=2500`).budget).toBe("1 000");
    expect(texts(`${came}&budget=3 245,67&curseur=3250`).budget).toBe("3 245,67");
    expect(texts(`${came}&budget=3 245,67&curseur=n'importe quoi`).budget).toBe("3 245,67");
  });
});
