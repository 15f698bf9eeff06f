import { addDays, type Day, type Instant, toDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { bookSlot, openPermanence } from "#modules/accompaniment/index.server.ts";
import {
  announceMeeting,
  answerMeeting,
  commentProposal,
  decideProposal,
  fileProposal,
  notePresence,
  placeProposal,
  publishMinutes,
  supportProposal,
} from "#modules/meetings/index.server.ts";
import { at, nextWorkingDay, STORY_START, weekday, workingDay, workingDayBefore } from "./calendar.ts";
import type { PersonKey } from "./people.ts";
import type { Stage } from "./stage.job.ts";

const CONVENER = "karim";
const SETTLED = addDays(STORY_START, 45);

type Proposed = {
  readonly by: PersonKey;
  readonly title: string;
  readonly body: string;
  readonly why: string;
  readonly answer: Readonly<Record<string, string>>;
};

const PROPOSALS: readonly Proposed[] = [
  {
    ...{ by: "samira", title: "Un utilitaire partagé à Brest" },
    body: "Louer à l’année un utilitaire que chacun réserve à la demi-journée, au prix coûtant.",
    why: "Nous sommes six à en louer un chaque mois, chacun de son côté.",
    answer: {
      ...{ outcome: "adopt", reason: "Essai d’un an, avec un agenda de réservation tenu par le siège." },
      ...{ votesFor: "14", votesAgainst: "1", votesAbstained: "3" },
    },
  },
  {
    ...{ by: "yann", title: "Une caisse d’avance pour les débuts" },
    body: "Mettre un demi-point de contribution de côté, pour avancer le premier achat de qui commence.",
    why: "Beaucoup attendent leur premier encaissement pour acheter leur matière.",
    answer: {
      ...{ outcome: "amend", reason: "La contribution se vote en assemblée : la réunion propose une autre source." },
      amended: "Une caisse d’avance de 3 000 €, prise sur le résultat, à soumettre à la prochaine assemblée générale.",
    },
  },
  {
    ...{ by: "aicha", title: "Ouvrir le siège un samedi par mois" },
    body: "Un samedi matin par mois, pour celles et ceux qui travaillent la semaine.",
    why: "",
    answer: {
      outcome: "postpone",
      reason: "Il manque deux personnes pour tenir l’accueil : en reparler après l’hiver.",
    },
  },
];

/** A meeting that answered three proposals, another one to come, and hours in two towns: by the real commands. */
export async function liveTogether(stage: Stage, now: Instant): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const known = (key: PersonKey) => stage.isDone(`person:${key}`) || stage.isDone(`team:${key}`);
  const called = workingDayBefore(addDays(today, -35));
  if (!known(CONVENER) || called < SETTLED) return;
  await meet(stage, today, called, known);
  await receive(stage, today, known);
}

async function meet(stage: Stage, today: Day, called: Day, known: (key: PersonKey) => boolean): Promise<void> {
  const held = workingDayBefore(addDays(today, -14));
  const after = nextWorkingDay(held);
  const words = { audience: "everybody", place: "Quai de l’Atelier, grande salle", time: "16:30", duration: "120" };
  const agenda = "Nouvelles du trimestre\nPropositions\nCe que nous préparons pour le printemps";
  const past = await stage.run("life:meeting", CONVENER, at(called, 9), announceMeeting, {
    ...{ ...words, title: "Réunion coopérative d’automne", day: held, agenda },
  });
  const people = ["samira", "yann", "aicha", "paul"].filter(known);
  for (const [rank, who] of people.entries()) {
    const answer = { ...past, answer: rank < 3 ? "coming" : "excused" };
    await stage.run(`life:meeting:${who}`, who, at(called, 11, rank), answerMeeting, answer);
  }
  const filed: { key: string; proposalId: string; answer: Proposed["answer"] }[] = [];
  for (const { by, answer, ...proposed } of PROPOSALS.filter((one) => known(one.by))) {
    const key = `life:proposal:${by}`;
    const proposal = await stage.run(key, by, at(called, 12), fileProposal, proposed);
    for (const who of people.filter((one) => one !== by).slice(0, 2)) {
      await stage.run(`${key}:${who}`, who, at(called, 13), supportProposal, proposal);
    }
    await stage.run(`${key}:place`, CONVENER, at(called, 15), placeProposal, { ...proposal, ...past });
    filed.push({ key, answer, ...proposal });
  }
  const [first] = filed;
  if (first !== undefined) {
    const body = "Deux garages du quartier louent à l’année. J’ai demandé leurs prix.";
    const comment = { proposalId: first.proposalId, body };
    await stage.run("life:comment", CONVENER, at(nextWorkingDay(called), 9), commentProposal, comment);
  }
  for (const { key, proposalId, answer } of filed) {
    await stage.run(`${key}:answer`, CONVENER, at(after, 9), decideProposal, { proposalId, ...answer });
  }
  for (const [rank, who] of [CONVENER, ...people].entries()) {
    const note = { ...past, personId: idOf(stage, who), seen: rank < 4 ? "present" : "excused" };
    await stage.run(`life:came:${who}`, CONVENER, at(after, 10, rank), notePresence, note);
  }
  const body = [
    "Nouvelles du trimestre : six nouvelles personnes, les comptes de l’année sont prêts pour l’assemblée.",
    "Propositions : l’utilitaire partagé est adopté pour un an ; la caisse d’avance ira à l’assemblée ; le samedi attend.",
    "Printemps : une visite d’atelier à Quimper, une présence au salon des métiers d’art.",
  ].join("\n\n");
  await stage.run("life:minutes", CONVENER, at(after, 14), publishMinutes, { ...past, body });
  const coming = await stage.run("life:coming", CONVENER, at(nextWorkingDay(after), 9), announceMeeting, {
    ...{ ...words, title: "Réunion coopérative d’hiver", day: workingDay(addDays(today, 12)) },
    agenda: "Retour sur l’utilitaire partagé\nPropositions",
  });
  const [author] = people.slice(-1);
  if (author === undefined) return;
  const supplies = {
    title: "Un achat groupé de fournitures",
    body: "Commander ensemble, une fois par trimestre.",
    why: "",
  };
  const proposal = await stage.run("life:supplies", author, at(nextWorkingDay(after), 10), fileProposal, supplies);
  await stage.run("life:supplies:place", CONVENER, at(nextWorkingDay(after), 11), placeProposal, {
    ...{ ...proposal, ...coming },
  });
}

const THURSDAY = 3;

/** Hours each Thursday in two towns; somebody has booked one. */
async function receive(stage: Stage, today: Day, known: (key: PersonKey) => boolean): Promise<void> {
  const opened = workingDayBefore(addDays(today, -20));
  let thursday = addDays(opened, 1);
  while (weekday(thursday) !== THURSDAY) thursday = addDays(thursday, 1);
  const weekly = { weekly: "oui", day: thursday, untilDay: addDays(today, 120), slotMinutes: "45" };
  const towns: readonly (readonly [PersonKey, Readonly<Record<string, string>>])[] = [
    [CONVENER, { town: "Landerneau", place: "Maison de l’emploi", starts: "14:00", ends: "17:00" }],
    ["lucie", { town: "Douarnenez", place: "Mairie, salle 2", starts: "09:00", ends: "12:00" }],
  ];
  for (const [adviser, hours] of towns.filter(([key]) => known(key))) {
    const permanence = await stage.run(`life:hours:${adviser}`, adviser, at(opened, 9), openPermanence, {
      ...{ ...weekly, ...hours },
    });
    const who = ["paul", "samira"].find(known);
    if (adviser !== CONVENER || who === undefined) continue;
    let day = addDays(today, 1);
    while (weekday(day) !== THURSDAY) day = addDays(day, 1);
    const slot = { ...permanence, day, time: "14:45", subject: "Ma première embauche" };
    await stage.run("life:slot", who, at(workingDayBefore(addDays(today, -1)), 9), bookSlot, slot);
  }
}

function idOf(stage: Stage, key: PersonKey): PersonId {
  const team = stage.isDone(`team:${key}`);
  return stage.answer<{ personId: PersonId }>(`${team ? "team" : "person"}:${key}`).personId;
}
