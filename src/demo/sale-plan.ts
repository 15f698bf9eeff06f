/** The sales of an activity, month after month: quotes, invoices, and how they are paid. */
import { addDays, type Day, type Month } from "#kernel/day.ts";
import { computeTotals } from "#modules/sales/index.ts";
import type { Act } from "./act.ts";
import { at, dayOfMonth, nextWorkingDay, workingDay } from "./calendar.ts";
import { type Chance, chanceOf } from "./chance.ts";
import type { Client } from "./client.ts";
import type { ActivityPlan, PersonKey } from "./people.ts";
import { saleContent } from "./sale-line.ts";
import type { Trade } from "./trade.ts";
import { TRADES } from "./trades.ts";

/** Who does what around an activity. */
export type Cast = {
  readonly entrepreneur: PersonKey;
  readonly reviewer: PersonKey;
  readonly accountant: PersonKey;
};

export type PlannedSales = {
  readonly acts: readonly Act[];
  /** Net of VAT invoiced in the month, in cents: what a pay is decided from. */
  readonly net: bigint;
};

/** Gardens sleep in winter, trainings in August. In percent of the rhythm. */
const SEASONS: Partial<Record<ActivityPlan["trade"], readonly number[]>> = {
  market: [40, 40, 60, 90, 120, 150, 160, 150, 130, 110, 70, 50],
  gardening: [50, 60, 120, 140, 140, 130, 90, 60, 120, 130, 90, 60],
  training: [90, 110, 120, 110, 100, 120, 40, 5, 120, 130, 120, 70],
};
const USUAL = [90, 95, 105, 105, 100, 105, 85, 45, 110, 115, 105, 90] as const;

/** The sales that begin in a month. Later acts (payments) may fall in the following ones. */
export function planSales(activity: ActivityPlan, clients: readonly Client[], month: Month, cast: Cast): PlannedSales {
  const chance = chanceOf(`sales ${activity.code} ${month}`);
  const trade = TRADES[activity.trade];
  const season = (SEASONS[activity.trade] ?? USUAL)[Number(month.slice(5)) - 1] ?? 100;
  const expected = (activity.rhythm * season) / 1_000;
  const count = Math.floor(expected) + (chance.next() < expected % 1 ? 1 : 0);
  const acts: Act[] = [];
  let net = 0n;
  for (let number = 1; number <= count; number++) {
    const client = chance.pick(clients);
    const key = `${activity.code}:${month}:${number}`;
    const day = workingDay(dayOfMonth(month, chance.between(1, 26)));
    const individual = client.kind === "individual";
    const content = saleContent(trade, activity.level, individual, chance);
    const totals = computeTotals(content);
    net += totals.net;
    const sale = { key, day, client, content, title: chance.pick(trade.titles), gross: totals.gross };
    const quoted = activity.story === "quoteRequired" || chance.percent(trade.quotes);
    acts.push(...(quoted ? quotedSale(activity, trade, sale, cast, chance) : directSale(activity, sale, cast, chance)));
  }
  return { acts, net };
}

type Sale = {
  readonly key: string;
  readonly day: Day;
  readonly client: Client;
  readonly content: ReturnType<typeof saleContent>;
  readonly title: string;
  readonly gross: bigint;
};

function directSale(activity: ActivityPlan, sale: Sale, cast: Cast, chance: Chance): Act[] {
  const invoice = `${sale.key}:invoice`;
  const { entrepreneur } = cast;
  const draft: Act = {
    key: invoice,
    at: at(sale.day, 8, chance.between(0, 59)),
    by: entrepreneur,
    deed: {
      verb: "draftInvoice",
      activity: activity.code,
      customer: sale.client.key,
      title: sale.title,
      content: sale.content,
    },
  };
  return [draft, ...issueAndPay(activity, invoice, sale.day, { ...sale, creditable: true }, cast, chance)];
}

/** From a draft to the money: submitted, sometimes returned, issued, paid as this customer pays. */
export function issueAndPay(
  activity: ActivityPlan,
  invoice: string,
  day: Day,
  sale: Pick<Sale, "client" | "gross"> & { readonly creditable?: boolean },
  cast: Cast,
  chance: Chance,
): Act[] {
  const { entrepreneur, reviewer } = cast;
  if (activity.story === "selfValidates") {
    const issued: Act = {
      key: `${invoice}:issue`,
      at: at(day, 9, 30),
      by: entrepreneur,
      deed: { verb: "issueInvoice", invoice },
    };
    return [issued, ...payments(invoice, day, sale, cast, chance)];
  }
  const acts: Act[] = [
    { key: `${invoice}:submit`, at: at(day, 9, 15), by: entrepreneur, deed: { verb: "submitInvoice", invoice } },
  ];
  let reviewed = nextWorkingDay(day);
  if (chance.percent(5)) {
    const comment = chance.pick(COMMENTS);
    acts.push(
      {
        key: `${invoice}:return`,
        at: at(reviewed, 8, 20),
        by: reviewer,
        deed: { verb: "returnInvoice", invoice, comment },
      },
      { key: `${invoice}:again`, at: at(reviewed, 14), by: entrepreneur, deed: { verb: "submitInvoice", invoice } },
    );
    reviewed = nextWorkingDay(reviewed);
  }
  acts.push({
    key: `${invoice}:issue`,
    at: at(reviewed, 9, chance.between(0, 59)),
    by: reviewer,
    deed: { verb: "issueInvoice", invoice },
  });
  if (activity.story === "login") {
    const recipient = sale.client.text.email ?? "";
    const deed = { verb: "sendInvoice", invoice, recipient } as const;
    acts.push({ key: `${invoice}:send`, at: at(reviewed, 15, 30), by: entrepreneur, deed });
  }
  if (sale.creditable && chance.percent(2)) return [...acts, ...credited(invoice, reviewed, cast)];
  return [...acts, ...payments(invoice, reviewed, sale, cast, chance)];
}

/** The wrong customer, the wrong month: the whole invoice is credited a few days later. */
function credited(invoice: string, issued: Day, { entrepreneur, reviewer }: Cast): Act[] {
  const note = `${invoice}:credit`;
  const day = workingDay(addDays(issued, 4));
  const reviewed = nextWorkingDay(day);
  return [
    { key: note, at: at(day, 10), by: entrepreneur, deed: { verb: "creditInvoice", invoice } },
    { key: `${note}:submit`, at: at(day, 10, 5), by: entrepreneur, deed: { verb: "submitInvoice", invoice: note } },
    { key: `${note}:issue`, at: at(reviewed, 10, 5), by: reviewer, deed: { verb: "issueInvoice", invoice: note } },
  ];
}

const COMMENTS = [
  "Le numéro de commande du client manque.",
  "La date de la prestation n’est pas la bonne, merci de vérifier avec le client.",
  "Le déplacement est en double.",
];

function payments(
  invoice: string,
  issued: Day,
  sale: Pick<Sale, "client" | "gross">,
  cast: Cast,
  chance: Chance,
): Act[] {
  const { habit, kind } = sale.client;
  const wait = chance.between(0, 9);
  const delay = { prompt: 1 + wait, usual: 24 + wait, late: 40 + wait * 5, never: 400 }[habit];
  const roll = chance.between(1, 100);
  const method = kind === "individual" ? (roll < 45 ? "card" : roll < 80 ? "cheque" : "transfer") : "transfer";
  const pay = (key: string, day: Day, part: "all" | "half"): Act => ({
    key: `${invoice}:${key}`,
    at: at(day, 13, chance.between(0, 59)),
    by: cast.accountant,
    deed: { verb: "recordPayment", invoice, part, method },
  });
  const day = workingDay(addDays(issued, delay));
  if (sale.gross > 100_000n && chance.percent(8)) {
    return [pay("half", day, "half"), pay("rest", workingDay(addDays(day, 25)), "all")];
  }
  return [pay("pay", day, "all")];
}

/** A quote that is accepted three times out of four, then invoiced: a deposit when it is large, and the balance. */
function quotedSale(activity: ActivityPlan, trade: Trade, sale: Sale, cast: Cast, chance: Chance): Act[] {
  const { entrepreneur, reviewer } = cast;
  const quote = `${sale.key}:quote`;
  const large = sale.gross > 90_000n && trade.quotes >= 35;
  const validated = nextWorkingDay(sale.day);
  const minute = chance.between(0, 59);
  const step = (key: string, when: Act["at"], by: PersonKey, deed: Act["deed"]): Act => ({
    key: `${quote}:${key}`,
    at: when,
    by,
    deed,
  });
  const acts: Act[] = [
    {
      key: quote,
      at: at(sale.day, 8, minute),
      by: entrepreneur,
      deed: {
        verb: "draftQuote",
        activity: activity.code,
        customer: sale.client.key,
        title: sale.title,
        content: sale.content,
        depositRate: large ? 3_000 : 0,
      },
    },
    step("submit", at(sale.day, 9, 10), entrepreneur, { verb: "submitQuote", quote }),
    step("validate", at(validated, 8, minute), reviewer, { verb: "validateQuote", quote }),
    step("send", at(validated, 10, minute), entrepreneur, { verb: "markQuoteSent", quote }),
  ];
  const answered = workingDay(addDays(validated, chance.between(2, 16)));
  const roll = chance.between(1, 100);
  if (roll > 88) return acts;
  if (roll > 76) {
    const comment = chance.pick(["Trop cher cette année.", "Le projet est reporté.", "Un autre artisan a été choisi."]);
    return [...acts, step("decline", at(answered, 11, minute), entrepreneur, { verb: "declineQuote", quote, comment })];
  }
  acts.push(step("accept", at(answered, 11, minute), entrepreneur, { verb: "acceptQuote", quote }));
  if (large) {
    const deposit = `${quote}:deposit`;
    const day = nextWorkingDay(answered);
    acts.push(
      { key: deposit, at: at(day, 8, minute), by: entrepreneur, deed: { verb: "invoiceQuote", quote, part: "next" } },
      ...issueAndPay(activity, deposit, day, { client: prompt(sale.client), gross: sale.gross / 3n }, cast, chance),
    );
  }
  const balance = `${quote}:balance`;
  const done = workingDay(addDays(answered, chance.between(12, 34)));
  acts.push(
    { key: balance, at: at(done, 8, minute), by: entrepreneur, deed: { verb: "invoiceQuote", quote, part: "balance" } },
    ...issueAndPay(activity, balance, done, sale, cast, chance),
  );
  return acts;
}

/** Nobody lets the works begin without the deposit. */
function prompt(client: Client): Client {
  return { ...client, habit: "prompt" };
}
