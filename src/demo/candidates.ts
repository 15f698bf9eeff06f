/** Who would like to join « L'Établi » these weeks: what they wrote themselves, and what became of it. All invented. */
import type { PersonKey } from "./people.ts";

export type Told = Readonly<Record<string, string>>;

/** What the team did, so many days before the day on which the story is read (after it: a negative number). */
export type Step =
  | { readonly verb: "assign"; readonly to: PersonKey; readonly before: number }
  | { readonly verb: "plan"; readonly with: PersonKey; readonly before: number; readonly on: number }
  | {
      readonly verb: "hold";
      readonly with: PersonKey;
      readonly before: number;
      readonly notes: string;
      readonly next: string;
    }
  | { readonly verb: "accept" | "abandon"; readonly before: number; readonly reason: string }
  | { readonly verb: "refuse"; readonly before: number; readonly motive: string; readonly reason: string }
  | { readonly verb: "convert"; readonly before: number };

export type DemoCandidate = {
  readonly key: string;
  /** Days before the reading on which they wrote. */
  readonly before: number;
  /** Noted by somebody of the team, after a call. */
  readonly notedBy?: PersonKey;
  readonly meeting?: "past" | "coming";
  readonly came?: "present" | "absent";
  readonly told: Told;
  readonly steps: readonly Step[];
};

export const REASONS = [
  "Projet trop éloigné de ce que la coopérative assure",
  "Activité réglementée sans le diplôme",
  "Projet à mûrir",
  "Orientation vers une autre structure",
] as const;

const who = (firstName: string, lastName: string, email: string, phone: string, city: string): Told => ({
  ...{ firstName, lastName, phone, city, email: `${email}@courrier.example` },
});

export const CANDIDATES: readonly DemoCandidate[] = [
  {
    key: "maud",
    before: 52,
    meeting: "past",
    came: "present",
    told: {
      ...who("Maud", "Le Gall", "maud.legall", "06 98 11 20 31", "Brest"),
      ...{
        trade: "jewellery",
        situation: "jobseekerPaid",
        heard: "employmentAgency",
        prescriber: "France Travail Brest",
      },
      ...{ project: "Bijoux en argent recyclé, marchés et boutique en ligne.", availability: "Dès maintenant" },
    },
    steps: [
      { verb: "assign", to: "karim", before: 40 },
      { verb: "hold", with: "karim", before: 16, notes: "Gamme prête, prix justes.", next: "Établir le CAPE" },
      { verb: "accept", before: 12, reason: "Projet prêt, clientèle connue." },
      { verb: "convert", before: 8 },
    ],
  },
  {
    key: "rachid",
    before: 47,
    meeting: "past",
    came: "present",
    told: {
      ...who("Rachid", "Benali", "rachid.benali", "06 98 44 12 09", "Guipavas"),
      ...{ trade: "bikes", situation: "minimumIncome", heard: "adviser", prescriber: "PLIE de Brest" },
      ...{ project: "Atelier mobile de réparation de vélos.", availability: "À partir du mois prochain" },
    },
    steps: [
      { verb: "assign", to: "karim", before: 40 },
      {
        verb: "hold",
        with: "karim",
        before: 13,
        notes: "Bon dossier, manque un devis d’assurance.",
        next: "Appeler l’assureur",
      },
      { verb: "accept", before: 5, reason: "Besoin réel sur les communes de la métropole." },
    ],
  },
  {
    key: "iris",
    before: 44,
    meeting: "past",
    came: "present",
    told: {
      ...who("Iris", "Petit", "iris.petit", "07 61 30 55 18", "Landerneau"),
      ...{ trade: "graphicDesign", situation: "employee", heard: "member", availability: "Le vendredi" },
      ...{ project: "Illustration jeunesse et carnets de voyage, à côté d’un emploi à mi-temps." },
    },
    steps: [
      { verb: "assign", to: "thomas", before: 20 },
      { verb: "plan", with: "thomas", before: 6, on: -4 },
    ],
  },
  {
    key: "gwen",
    before: 39,
    meeting: "past",
    came: "absent",
    told: {
      ...who("Gwen", "Morvan", "gwen.morvan", "06 77 20 14 63", "Plougastel-Daoulas"),
      ...{
        trade: "gardening",
        situation: "jobseeker",
        heard: "web",
        project: "Entretien de jardins, petits élagages.",
      },
    },
    steps: [],
  },
  {
    key: "tanguy",
    before: 37,
    meeting: "past",
    came: "present",
    told: {
      ...who("Tanguy", "Rolland", "tanguy.rolland", "06 50 92 71 04", "Brest"),
      ...{
        trade: "electricity",
        situation: "independent",
        heard: "friend",
        project: "Rénovation électrique complète.",
      },
    },
    steps: [
      { verb: "hold", with: "karim", before: 15, notes: "Pas de diplôme, trois ans à attendre.", next: "" },
      { verb: "refuse", before: 11, motive: REASONS[1], reason: "Orienté vers une validation des acquis." },
    ],
  },
  {
    key: "chloe",
    before: 33,
    meeting: "past",
    came: "present",
    told: {
      ...who("Chloé", "Marec", "chloe.marec", "", "Quimper"),
      ...{
        trade: "training",
        situation: "jobseekerPaid",
        heard: "event",
        project: "Ateliers d’écriture en entreprise.",
      },
    },
    steps: [{ verb: "abandon", before: 7, reason: "A retrouvé un poste." }],
  },
  {
    key: "basile",
    before: 15,
    notedBy: "lucie",
    told: {
      ...who("Basile", "Quéré", "basile.quere", "06 31 18 40 77", "Quimper"),
      ...{ trade: "ceramics", situation: "other", heard: "press", message: "A appelé après l’article du journal." },
    },
    steps: [{ verb: "assign", to: "lucie", before: 15 }],
  },
  {
    key: "ousmane",
    before: 9,
    meeting: "coming",
    told: {
      ...who("Ousmane", "Keita", "ousmane.keita", "07 80 15 62 90", "Brest"),
      ...{
        trade: "cooking",
        situation: "jobseekerPaid",
        heard: "employmentAgency",
        prescriber: "France Travail Brest",
      },
      ...{ project: "Cuisine d’Afrique de l’Ouest pour événements." },
    },
    steps: [],
  },
  {
    key: "leonie",
    before: 6,
    meeting: "coming",
    told: {
      ...who("Léonie", "Da Silva", "leonie.dasilva", "06 12 87 33 41", "Relecq-Kerhuon"),
      ...{ trade: "sophrology", situation: "employee", heard: "web", availability: "Le soir" },
      ...{ project: "Sophrologie en maison de retraite." },
    },
    steps: [],
  },
  {
    key: "annemarie",
    before: 4,
    told: {
      ...who("Anne-Marie", "Le Hir", "annemarie.lehir", "02 98 41 00 17", "Brest"),
      ...{ trade: "sewing", situation: "retired", heard: "member", project: "Retouches et réparations de voiles." },
    },
    steps: [],
  },
  {
    key: "annemarie2",
    before: 1,
    meeting: "coming",
    told: {
      ...who("Anne Marie", "Lehir", "am.lehir", "+33 2 98 41 00 17", "Brest"),
      ...{ trade: "sewing", project: "Voiles et bâches, avec un atelier partagé." },
    },
    steps: [],
  },
  {
    key: "patrice",
    before: 2,
    told: {
      ...who("Patrice", "Omnes", "p.omnes", "", "Morlaix"),
      ...{
        trade: "digital",
        situation: "independent",
        heard: "member",
        message: "Je voudrais revenir dans la coopérative.",
      },
    },
    steps: [],
  },
];
