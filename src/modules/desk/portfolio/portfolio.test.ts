import { describe, expect, it, test } from "vitest";
import { type Day, toDay } from "#kernel/day.ts";
import { toCents } from "#kernel/money.ts";
import { needOf, type PersonFacts, reasonsOf } from "./portfolio.ts";

const TODAY = toDay("2026-11-27");
const PATIENCE = { monthsWithoutAppointment: 3, weeksWithoutInvoice: 8 };
const WELL: PersonFacts = {
  since: toDay("2024-01-01"),
  lastMeeting: toDay("2026-11-01"),
  nextMeeting: null,
  overdueTasks: 0,
  deadlines: [],
  activity: { since: toDay("2024-01-01"), lastInvoice: toDay("2026-11-20") },
  money: { now: toCents(500_000n), before: toCents(480_000n) },
};
const kinds = (changes: Partial<PersonFacts>, today: Day = TODAY) =>
  reasonsOf({ ...WELL, ...changes }, PATIENCE, today).map(({ kind }) => kind);
const money = (now: bigint, before: bigint) => ({ now: toCents(now), before: toCents(before) });

describe("Qui appeler, et pourquoi", () => {
  test.each<[string, Partial<PersonFacts>, string[]]>([
    ["tout va bien", {}, []],
    ["rencontrée il y a trois mois moins un jour", { lastMeeting: toDay("2026-08-28") }, []],
    ["rencontrée il y a trois mois", { lastMeeting: toDay("2026-08-27") }, ["noAppointment"]],
    ["un rendez-vous est déjà donné", { lastMeeting: null, nextMeeting: toDay("2026-12-02") }, []],
    ["jamais rencontrée, arrivée hier", { lastMeeting: null, since: toDay("2026-11-26") }, []],
    ["jamais rencontrée depuis longtemps", { lastMeeting: null }, ["noAppointment"]],
    ["huit semaines moins un jour sans facture", { activity: { since: TODAY, lastInvoice: toDay("2026-10-03") } }, []],
    ["huit semaines sans facture", { activity: { since: TODAY, lastInvoice: toDay("2026-10-02") } }, ["noInvoice"]],
    ["activité ouverte hier", { activity: { since: toDay("2026-11-26"), lastInvoice: null } }, []],
    ["sans activité, pas de facture attendue", { activity: null }, []],
    ["un centime à découvert", { money: money(-1n, 0n) }, ["treasuryNegative"]],
    ["plus de la moitié partie", { money: money(239_999n, 480_000n) }, ["treasuryFalling"]],
    ["la moitié juste", { money: money(240_000n, 480_000n) }, []],
    ["un petit compte qui bouge", { money: money(100n, 49_999n) }, []],
    ["des étapes en retard", { overdueTasks: 2 }, ["tasksOverdue"]],
  ])("%s", (_name, changes, expected) => {
    expect(kinds(changes)).toEqual(expected);
  });

  it("ce qui presse d’abord ; ce qui n’est qu’à préparer pèse moins qu’un silence", () => {
    const deadline = (urgency: "late" | "coming") => ({ kind: "capeEnd", on: TODAY, urgency }) as const;
    const all = { lastMeeting: null, money: money(-100n, 0n), deadlines: [deadline("late")] };
    expect(kinds(all)).toEqual(["treasuryNegative", "deadline", "noAppointment"]);
    const need = (changes: Partial<PersonFacts>) => needOf(reasonsOf({ ...WELL, ...changes }, PATIENCE, TODAY));
    expect(need({ deadlines: [deadline("late")] })).toBeGreaterThan(need({ lastMeeting: null }));
    expect(need({ lastMeeting: null })).toBeGreaterThan(need({ deadlines: [deadline("coming")] }));
  });

  it("dit depuis combien de temps, fins de mois comprises", () => {
    const [reason] = reasonsOf(
      { ...WELL, activity: null, lastMeeting: toDay("2026-11-30") },
      PATIENCE,
      toDay("2027-02-28"),
    );
    expect(reason).toEqual({ kind: "noAppointment", months: 3, never: false });
  });
});
