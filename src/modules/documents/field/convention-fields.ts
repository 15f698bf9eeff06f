/** What agreements and letters say: asked when they are made. Pure. */
import type { FieldDefinition } from "#platform/document-field.ts";
import { of } from "./field-group.ts";

export const CONVENTION_FIELDS: readonly FieldDefinition[] = [
  ...of("contract", [
    {
      name: "convention.repartition",
      fr: "Répartition de la rémunération",
      en: "Split of the pay",
      example: "À parts égales, après remboursement des frais de chacun.",
      article: "R7331-7",
      long: true,
    },
    {
      name: "convention.decisions",
      fr: "Décisions communes",
      en: "Joint decisions",
      example: "Un engagement de plus de 300 € demande l’accord de tous.",
      long: true,
    },
    {
      name: "convention.depart",
      fr: "Départ d’un participant",
      en: "When a participant leaves",
      example: "Le solde est partagé selon la même répartition, à la date du départ.",
      long: true,
    },
    {
      name: "convention.objet",
      fr: "Objet de la convention",
      en: "Purpose of the agreement",
      example: "Mise à disposition d’un atelier de 20 m² et de ses machines, deux jours par semaine.",
      long: true,
    },
    {
      name: "convention.duree",
      fr: "Durée de la convention",
      en: "Duration of the agreement",
      example: "douze mois à compter du 1er janvier 2027, renouvelable par accord écrit",
    },
    {
      name: "convention.engagements_personne",
      fr: "Engagements de l’entrepreneur",
      en: "Commitments of the entrepreneur",
      example: "Respecter le règlement de l’atelier, signaler toute panne, laisser les lieux propres.",
      long: true,
    },
    {
      name: "convention.engagements_cooperative",
      fr: "Engagements de la coopérative",
      en: "Commitments of the cooperative",
      example: "Assurer les lieux et les machines, former à leur usage, tenir le planning.",
      long: true,
    },
    {
      name: "convention.conditions",
      fr: "Conditions financières",
      en: "Financial terms",
      example: "80 € hors taxes par mois, portés au compte de l’activité.",
      long: true,
    },
  ]),
  ...of("document", [
    {
      name: "lettre.objet",
      fr: "Objet de la lettre",
      en: "Subject of the letter",
      example: "Votre prochain entretien",
    },
    {
      name: "lettre.texte",
      fr: "Texte de la lettre",
      en: "Words of the letter",
      example: "Nous vous proposons un entretien le 12 janvier à 10 h.",
      long: true,
    },
  ]),
];
