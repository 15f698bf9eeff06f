import type { Translation } from "#kernel/language.ts";
import type { fr } from "./sample.fr.ts";

export const en: Translation<typeof fr> = {
  specimen: "Specimen",
  fileName: "sample-invoice.pdf",
  title: "Fitting out of the reception room",
  group1: "Design",
  study: "Visit, survey and drawing",
  studyHelp: "Two visits on site, drawing delivered as PDF.",
  workshop: "Workshop with the team",
  group2: "Works",
  works: "Supply and installation",
  worksHelp: "Materials and removal included.",
  discount: "Loyalty discount",
  buyer: "Association Les Lucioles",
  street: "3 place du Marché",
  city: "Quimper",
  note: "We remain at your disposal.",
};
