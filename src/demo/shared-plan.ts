/** What the cooperative does as a whole: its own costs, VAT, the monthly contribution, the fiscal years. */
import { addToMonth, type Month, toDay } from "#kernel/day.ts";
import { applyRate, toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { Act } from "./act.ts";
import { at, dayOfMonth, STORY_START, workingDay } from "./calendar.ts";
import { credit, debit, entryAct, supplierCode } from "./entry-line.ts";
import { FOUNDER, type PersonKey } from "./people.ts";

/** Costs of the shared services for forty activities, in cents a month. */
const COSTS = [
  { account: "6132", label: "Loyer des locaux", supplier: "Foncière du Port", vat: 2000, amount: 128_000 },
  { account: "6226", label: "Honoraires du cabinet", supplier: "Cabinet Audit Léon", vat: 2000, amount: 62_000 },
  { account: "6156", label: "Informatique", supplier: "Numérique Solidaire", vat: 2000, amount: 31_000 },
] as const;
const TEAM_GROSS = 640_000;

export function sharedServices(months: readonly Month[], activities: number, accountant: PersonKey): Act[] {
  const acts: Act[] = [
    entryAct("opening:shared", STORY_START, 7, accountant, {
      journal: "OD",
      label: "Reprise des comptes au 1er septembre 2025",
      piece: "REPRISE-COMMUN",
      lines: [debit("512", null, toCents(4_200_000)), credit("110", null, toCents(4_200_000))],
    }),
  ];
  // A first fiscal year to the end of 2025, then one for each calendar year.
  for (const month of months) {
    if (month.endsWith("-12")) {
      acts.push(votedRule(month));
      const key = `year:${Number(month.slice(0, 4)) + 1}`;
      acts.push({ key, at: at(toDay(`${month}-15`), 8), by: FOUNDER.key, deed: { verb: "openFiscalYear" } });
    }
    // The assembly of June approves the accounts of the year before.
    const past = Number(month.slice(0, 4)) - 1;
    if (month.endsWith("-06") && past >= Number(STORY_START.slice(0, 4))) {
      const deed = { verb: "closeFiscalYear", year: String(past) } as const;
      acts.push({ key: `close:${past}`, at: at(toDay(`${month}-24`), 8), by: FOUNDER.key, deed });
    }
    acts.push(...costs(month, activities, accountant), ...monthEnd(month, accountant));
  }
  return acts;
}

/** Smaller for a shorter story: the shared services live from the contributions of the activities. */
function costs(month: Month, activities: number, accountant: PersonKey): Act[] {
  const share = (amount: number) => toCents(Math.round((amount * activities) / 40));
  const bought = COSTS.flatMap(({ account, label, supplier, vat, amount }, rank) => {
    const net = share(amount);
    const tax = applyRate(net, toRate(vat));
    const gross = toCents(net + tax);
    const auxiliary = { code: supplierCode(supplier), label: supplier };
    const piece = `${auxiliary.code.slice(0, 5)}-${month}`;
    const key = `shared:${month}:${rank}`;
    const day = workingDay(dayOfMonth(month, 3 + rank));
    return [
      entryAct(key, day, 10, accountant, {
        journal: "AC",
        label: `${supplier} : ${label}`,
        piece,
        lines: [debit(account, null, net), debit("44566", null, tax), credit("401", null, gross, { auxiliary })],
      }),
      entryAct(`${key}:paid`, workingDay(dayOfMonth(month, 20)), 11, accountant, {
        journal: "BQ",
        label: `Règlement ${supplier}`,
        piece,
        lines: [debit("401", null, gross, { auxiliary }), credit("512", null, gross)],
      }),
    ];
  });
  const gross = share(TEAM_GROSS);
  const social = toCents((gross * 50n) / 100n);
  const net = toCents((gross * 78n) / 100n);
  const pay = entryAct(`shared:${month}:pay`, workingDay(dayOfMonth(month, 28)), 9, accountant, {
    journal: "PA",
    label: `Paie de l’équipe, ${month}`,
    piece: `PAIE-${month}`,
    lines: [
      debit("6411", null, gross),
      debit("6451", null, toCents((gross * 28n) / 100n)),
      credit("512", null, net),
      credit("431", null, toCents(gross + (gross * 28n) / 100n - net)),
    ],
  });
  const paid = entryAct(`shared:${month}:social`, workingDay(dayOfMonth(addToMonth(month, 1), 15)), 9, accountant, {
    journal: "BQ",
    label: `Cotisations de l’équipe, ${month}`,
    piece: `URSSAF-${month}`,
    lines: [debit("431", null, social), credit("512", null, social)],
  });
  return [...bought, pay, paid];
}

/** The assembly of December votes the rate of the next year, in parts per ten thousand. */
function votedRule(month: Month): Act {
  const from = addToMonth(month, 1);
  const deed = {
    verb: "adoptRule",
    from,
    rate: 1_150,
    resolution: "Assemblée générale du 12 décembre, résolution 4",
  } as const;
  return { key: `rule:${from}`, at: at(toDay(`${month}-15`), 9), by: FOUNDER.key, deed };
}

/** Cheques before a month ends; its contribution once it is over, then its VAT. */
function monthEnd(month: Month, accountant: PersonKey): Act[] {
  const next = addToMonth(month, 1);
  const on = (day: number, hour: number) => at(workingDay(dayOfMonth(next, day)), hour);
  return [
    {
      key: `cheques:${month}`,
      at: at(workingDay(dayOfMonth(month, 25)), 15),
      by: accountant,
      deed: { verb: "remitCheques", month },
    },
    { key: `contribution:${month}`, at: on(6, 15), by: accountant, deed: { verb: "postContribution", month } },
    { key: `vat:${month}`, at: on(18, 9), by: accountant, deed: { verb: "declareVat", month } },
    { key: `vat:${month}:paid`, at: on(22, 9), by: accountant, deed: { verb: "payVat", month } },
  ];
}
