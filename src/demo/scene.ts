/** The last scene: what each log-in finds on opening, set around the day on which the story is read. */
import { addDays, type Day } from "#kernel/day.ts";
import type { Act } from "./act.ts";
import { at, STORY_START, workingDayBefore } from "./calendar.ts";
import { chanceOf } from "./chance.ts";
import type { Client } from "./client.ts";
import type { ActivityPlan } from "./people.ts";
import { exactContent, saleContent } from "./sale-line.ts";
import type { Cast } from "./sale-plan.ts";
import { TRADES } from "./trades.ts";

/** One activity out of four waits for a review on the day before; the first log-in has a little of everything. */
export function finalScene(activity: ActivityPlan, clients: readonly Client[], cast: Cast, today: Day): Act[] {
  const eve = workingDayBefore(addDays(today, -1));
  if (eve <= addDays(STORY_START, 60)) return [];
  const chance = chanceOf(`scene ${activity.code}`);
  if (activity.story === "login") return loginScene(activity, clients, cast, today, eve);
  const client = clients[chance.between(0, clients.length - 1)];
  if (activity.story === "selfValidates" || !chance.percent(30) || !client) return [];
  const invoice = `scene:${activity.code}:invoice`;
  const content = saleContent(TRADES[activity.trade], activity.level, client.kind === "individual", chance);
  const title = chance.pick(TRADES[activity.trade].titles);
  return [
    draft(invoice, eve, 14, activity, client, cast, title, content),
    {
      key: `${invoice}:submit`,
      at: at(eve, 15, chance.between(0, 50)),
      by: cast.entrepreneur,
      deed: { verb: "submitInvoice", invoice },
    },
  ];
}

function draft(
  key: string,
  day: Day,
  hour: number,
  activity: ActivityPlan,
  client: Client,
  cast: Cast,
  title: string,
  content: ReturnType<typeof saleContent>,
): Act {
  return {
    key,
    at: at(day, hour, 12),
    by: cast.entrepreneur,
    deed: { verb: "draftInvoice", activity: activity.code, customer: client.key, title, content },
  };
}

/** The crèche is twelve days late; one invoice is being read, another is a draft, a quote waits for its answer. */
function loginScene(activity: ActivityPlan, clients: readonly Client[], cast: Cast, today: Day, eve: Day): Act[] {
  const [nursery, second, third] = clients;
  if (!nursery || !second || !third) return [];
  const { code } = activity;
  const late = `scene:${code}:lutins`;
  const lateDay = addDays(today, -42);
  const by = cast.entrepreneur;
  const quote = `scene:${code}:quote`;
  const waiting = `scene:${code}:waiting`;
  const content = (name: string, cents: number) => exactContent(name, cents, "S1000", "704");
  return [
    draft(
      late,
      lateDay,
      8,
      activity,
      nursery,
      cast,
      "Dépannage chaudière",
      content("Dépannage de la chaudière", 58_182),
    ),
    { key: `${late}:submit`, at: at(lateDay, 8, 40), by, deed: { verb: "submitInvoice", invoice: late } },
    { key: `${late}:issue`, at: at(lateDay, 15, 5), by: cast.reviewer, deed: { verb: "issueInvoice", invoice: late } },
    {
      key: `${late}:send`,
      at: at(lateDay, 15, 30),
      by,
      deed: { verb: "sendInvoice", invoice: late, recipient: "compta@creche-les-lutins.example" },
    },
    {
      key: quote,
      at: at(addDays(eve, -7), 8, 20),
      by,
      deed: {
        verb: "draftQuote",
        activity: code,
        customer: second.key,
        title: "Réfection de la salle de bains",
        content: content("Réfection de la salle de bains, fourniture et pose", 486_000),
        depositRate: 3_000,
      },
    },
    { key: `${quote}:submit`, at: at(addDays(eve, -7), 8, 30), by, deed: { verb: "submitQuote", quote } },
    {
      key: `${quote}:validate`,
      at: at(addDays(eve, -6), 9, 5),
      by: cast.reviewer,
      deed: { verb: "validateQuote", quote },
    },
    { key: `${quote}:send`, at: at(addDays(eve, -6), 9, 45), by, deed: { verb: "markQuoteSent", quote } },
    draft(
      waiting,
      eve,
      13,
      activity,
      third,
      cast,
      "Remplacement du chauffe-eau",
      content("Chauffe-eau 200 litres, fourni et posé", 89_000),
    ),
    { key: `${waiting}:submit`, at: at(eve, 13, 40), by, deed: { verb: "submitInvoice", invoice: waiting } },
    draft(
      `scene:${code}:draft`,
      eve,
      15,
      activity,
      nursery,
      cast,
      "Entretien annuel",
      content("Entretien annuel de la chaudière", 13_000),
    ),
  ];
}
