import { addDays, type Day, type Instant, toDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import {
  addFundedAction,
  askForWorkshop,
  createWorkshop,
  firstSession,
  holdAppointment,
  joinWorkshop,
  keepAttendance,
  planAppointment,
  signAttendance,
  voteForDemand,
} from "#modules/accompaniment/index.server.ts";
import { at, nextWorkingDay, STORY_START, workingDay, workingDayBefore } from "./calendar.ts";
import { FOUNDER, nameOf, type PersonKey } from "./people.ts";
import type { Stage } from "./stage.job.ts";

const ADVISER = "karim";
/** Everybody is there by then. */
const SETTLED = addDays(STORY_START, 45);
const DRAWN = "M40 110L60 50L80 40L95 90L110 60L130 100L160 55L190 100L220 60L250 95L300 70L350 90";

type Met = {
  readonly with: PersonKey;
  /** Days from the last day of the story: behind, or ahead. */
  readonly days: number;
  readonly time: string;
  readonly subject: string;
  readonly held?: {
    readonly shared: string;
    readonly team: string;
    readonly steps: readonly [PersonKey, string, number][];
  };
};

const MEETINGS: readonly Met[] = [
  {
    ...{ with: "samira", days: -210, time: "10:00", subject: "Bilan du semestre" },
    held: {
      shared: "Carnet de commandes plein jusqu’à l’été. Nous avons revu le prix de l’heure ensemble.",
      team: "À l’aise avec ses chiffres. Proposer l’atelier sur les marchés publics.",
      steps: [["samira", "Mettre à jour les prix du catalogue", -190]],
    },
  },
  {
    ...{ with: "samira", days: -38, time: "10:00", subject: "Préparer la fin d’année" },
    held: {
      shared: "Deux chantiers en retard de paiement : relances faites ensemble. Objectif : embaucher au printemps.",
      team: "Fatigue en fin d’année, à suivre.",
      steps: [
        ["samira", "Apporter le devis de l’utilitaire", -3],
        ["karim", "Chiffrer une embauche à mi-temps", 12],
      ],
    },
  },
  {
    ...{ with: "yann", days: -52, time: "14:00", subject: "Point de formation" },
    held: {
      shared: "Nouveau client public : vérifier le délai de paiement avant de signer.",
      team: "",
      steps: [["yann", "Envoyer le cahier des charges", 5]],
    },
  },
  {
    ...{ with: "aicha", days: -130, time: "11:00", subject: "Première année" },
    held: { shared: "Bonne saison. Penser à déclarer les droits d’auteur.", team: "", steps: [] },
  },
  { with: "paul", days: -2, time: "15:00", subject: "Trésorerie" },
  { with: "samira", days: 4, time: "10:00", subject: "Embauche : décider" },
  { with: "fatou", days: 7, time: "09:30", subject: "Entretien annuel" },
];

/** Appointments, what was said, workshops and who signed: told by the real commands, each at its own day. */
export async function accompany(stage: Stage, now: Instant): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const known = (key: PersonKey) => stage.isDone(`person:${key}`) || stage.isDone(`team:${key}`);
  if (!known(ADVISER)) return;
  const action = await stage.run("support:action", FOUNDER.key, now, addFundedAction, {
    name: "Accompagnement renforcé, Région",
  });
  for (const [rank, met] of MEETINGS.entries()) {
    const day = met.days < 0 ? workingDayBefore(addDays(today, met.days)) : workingDay(addDays(today, met.days));
    const told = planningDay(day, today);
    if (known(met.with) && told >= SETTLED)
      await meet(stage, `support:meeting:${rank}`, met, { day, told, today }, action);
  }
  await learn(stage, today, (key) => known(key));
}

/** An appointment is given a week before, today at the latest. */
const planningDay = (day: Day, today: Day): Day => {
  const before = workingDayBefore(addDays(day, -7));
  return before < today ? before : workingDayBefore(addDays(today, -1));
};

async function meet(
  stage: Stage,
  key: string,
  met: Met,
  { day, told, today }: { readonly day: Day; readonly told: Day; readonly today: Day },
  action: { readonly fundedActionId: string },
): Promise<void> {
  const when = { day, time: met.time, minutes: "60", mode: "onSite", nature: "interview", place: "Quai de l’Atelier" };
  const given = { personIds: [idOf(stage, met.with)], ...when, subject: met.subject, ...action };
  const { appointmentId } = await stage.run(key, ADVISER, at(told, 9), planAppointment, given);
  if (met.held === undefined) return;
  const { shared, team, steps } = met.held;
  await stage.run(`${key}:held`, ADVISER, at(day, 15), holdAppointment, {
    ...{ appointmentId, minutes: "60", notes: { shared, team, mine: "" } },
    steps: steps.map(([who, title, days]) => ({ title, assigneeId: idOf(stage, who), dueOn: addDays(today, days) })),
  });
}

/** A workshop over, one signature missing; one to come, asked for and full; one that people would like. */
async function learn(stage: Stage, today: Day, known: (key: PersonKey) => boolean): Promise<void> {
  const past = workingDayBefore(addDays(today, -16));
  const asked = workingDayBefore(addDays(today, -30));
  const coming = nextWorkingDay(addDays(today, 9));
  if (asked < SETTLED) return;
  const some = (keys: readonly PersonKey[]) => keys.filter(known);
  const words = { signup: "open", trainerId: idOf(stage, ADVISER), place: "Brest, quai de l’Atelier" };
  const date = (day: Day) => [{ day, time: "14:00", minutes: "150" }];

  const prices = await stage.run("support:prices", ADVISER, at(asked, 9), createWorkshop, {
    ...{ ...words, title: "Fixer ses prix", capacity: "10", themes: "prix, marge", dates: date(past) },
    description: "Calculer son prix de revient, et oser le dire.",
  });
  const there = some(["samira", "yann", "aicha", "paul"]);
  for (const who of there) await stage.run(`support:prices:${who}`, who, at(asked, 12), joinWorkshop, prices);
  const sessionId = await stage.read((tx) => firstSession(tx, stage.organizationId, prices.workshopId));
  const sign = (by: PersonKey, how: Record<string, string>) =>
    stage.run(`support:prices:${by}:sign`, by, at(past, 13, 5), signAttendance, {
      ...{ sessionId, personId: idOf(stage, by), ...how },
    });
  await sign(ADVISER, { strokes: DRAWN });
  for (const who of some(["samira"])) await sign(who, { strokes: DRAWN });
  for (const who of some(["yann"])) await sign(who, { typedName: nameOf(who) });
  // Paul has not signed: the home of whoever keeps the attendance says so.
  for (const who of some(["aicha"])) {
    const seen = { sessionId, personId: idOf(stage, who), seen: "excused" };
    await stage.run("support:prices:excused", ADVISER, at(past, 15), keepAttendance, seen);
  }

  const [first] = there;
  if (first === undefined) return;
  const online = { title: "Vendre en ligne", details: "Une boutique simple, sans y passer ses nuits." };
  const demand = await stage.run("support:online", first, at(asked, 13), askForWorkshop, online);
  for (const who of there.slice(1)) await stage.run(`support:online:${who}`, who, at(asked, 14), voteForDemand, demand);
  const answer = await stage.run("support:online:answer", ADVISER, at(past, 9), createWorkshop, {
    ...{ ...words, ...demand, title: online.title, description: online.details, capacity: "3", themes: "vente" },
    dates: date(coming),
  });
  for (const [rank, who] of there.entries()) {
    await stage.run(`support:online:${who}:join`, who, at(past, 10, rank), joinWorkshop, answer);
  }
  const tenders = { title: "Répondre à un appel d’offres", details: "" };
  const open = await stage.run("support:tenders", first, at(past, 11), askForWorkshop, tenders);
  for (const who of there.slice(1, 3))
    await stage.run(`support:tenders:${who}`, who, at(past, 12), voteForDemand, open);
}

function idOf(stage: Stage, key: PersonKey): PersonId {
  const team = stage.isDone(`team:${key}`);
  return stage.answer<{ personId: PersonId }>(`${team ? "team" : "person"}:${key}`).personId;
}
