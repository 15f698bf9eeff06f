import { addDays, addMonths, type Day, daysBetween } from "#kernel/day.ts";
import {
  activityProfile,
  contractsOf,
  findPerson,
  organizationProfile,
  participationsIn,
  personNames,
} from "#modules/membership/index.server.ts";
import { type Contract, capeRenewalsLeft } from "#modules/membership/index.ts";
import type { FieldDefinition, FieldSource, FieldSubject, FieldValues } from "#platform/document-field.ts";
import { longDay } from "#ui/format.ts";
import { readDocumentSettings } from "../template/document-settings.ts";
import { statutesOn } from "../template/statutes.store.ts";
import { CONTRACT_TERMS } from "./contract-fields.ts";

type Row = readonly [name: string, fr: string, en: string, example: string, article?: string];

const of = (group: FieldDefinition["group"], rows: readonly Row[]): FieldDefinition[] =>
  rows.map(([name, fr, en, example, article]) => ({
    name,
    group,
    label: { fr, en },
    example,
    ...(article === undefined ? {} : { article }),
  }));

const KNOWN: readonly FieldDefinition[] = [
  ...of("cooperative", [
    ["cooperative.nom", "Nom de la coopérative", "Name of the cooperative", "Coopérative L’Établi"],
    ["cooperative.forme", "Forme juridique", "Legal form", "SCOP SARL à capital variable"],
    ["cooperative.siren", "SIREN", "SIREN", "732 829 320"],
    ["cooperative.siret", "SIRET", "SIRET", "732 829 320 00074"],
    ["cooperative.rcs", "Immatriculation", "Registration", "RCS Brest 732 829 320"],
    ["cooperative.adresse", "Adresse du siège", "Address of the seat", "12 rue de l’Atelier, 29200 Brest"],
    ["cooperative.telephone", "Téléphone de la coopérative", "Telephone of the cooperative", "02 98 00 00 00"],
    ["cooperative.courriel", "Courriel de la coopérative", "E-mail of the cooperative", "contact@etabli.example"],
    ["cooperative.representant", "Qui représente la coopérative", "Who represents the cooperative", "Hélène Le Gall"],
    ["cooperative.representant_qualite", "En quelle qualité", "In which capacity", "gérante"],
  ]),
  ...of("person", [
    ["personne.prenom", "Prénom", "First name", "Samira"],
    ["personne.nom", "Nom", "Last name", "Roux"],
    ["personne.nom_complet", "Prénom et nom", "Full name", "Samira Roux"],
    ["personne.courriel", "Courriel", "E-mail", "samira@etabli.example"],
    ["personne.telephone", "Téléphone", "Telephone", "06 00 00 00 00"],
  ]),
  ...of("person", [
    ["personne.adresse", "Adresse", "Address", "4 rue du Port, 29200 Brest"],
    ["personne.naissance_date", "Date de naissance", "Day of birth", "12 mars 1988"],
    ["personne.naissance_lieu", "Lieu de naissance", "Place of birth", "Quimper (29)"],
  ]).map((field) => ({ ...field, filledIn: "socialFile" as const })),
  ...of("contract", [
    ["contrat.type", "Sorte de contrat", "Kind of contract", "contrat d’appui au projet d’entreprise"],
    ["contrat.debut", "Premier jour du contrat", "First day of the contract", "1er décembre 2026", "L127-3"],
    ["contrat.fin", "Dernier jour du contrat", "Last day of the contract", "30 novembre 2027", "L127-3"],
    ["contrat.renouvellement", "Rang du renouvellement", "Rank of the renewal", "premier", "L127-3"],
    ["contrat.renouvellements_restants", "Renouvellements encore possibles", "Renewals left", "1", "L127-3"],
    [
      "contrat.accompagnateur",
      "Qui accompagne la personne",
      "Who accompanies the person",
      "Karim Benali",
      "R127-1, 1°",
    ],
    ["contrat.associe_avant", "Devenir associé au plus tard le", "Associate by", "30 novembre 2028", "L7331-3"],
  ]),
  ...of("activity", [
    ["activite.projet", "Activité", "Activity", "Plomberie Roux, plomberie et chauffage"],
    ["activite.nom", "Enseigne", "Trade name", "Plomberie Roux"],
    ["activite.metier", "Métier", "Trade", "plomberie et chauffage"],
    ["activite.depuis", "Activité ouverte le", "Activity opened on", "1er décembre 2026"],
  ]),
  ...of("statutes", [
    ["statuts.titre", "Statuts en vigueur", "Articles in force", "Statuts du 12 juin 2025", "L7331-2, e"],
    ["statuts.date", "Adoptés le", "Adopted on", "12 juin 2025", "L7331-2, e"],
  ]),
  ...of("document", [
    ["document.date", "Date du document", "Date of the document", "27 novembre 2026"],
    ["document.lieu", "Fait à", "Made at", "Brest"],
  ]),
  ...of("activity", [
    ["participant.nom", "Participant", "Participant", "Samira Roux"],
    ["participant.depuis", "Participe depuis le", "Takes part since", "1er décembre 2026"],
  ]).map((field) => ({ ...field, within: "participants" })),
];

/** "1er décembre 2026": a contract has no use for the day of the week. */
export const dayInWords = (value: Day): string => longDay(value).replace(/^\S+\s/, "");

const RANKS = ["initial", "premier", "second"];
const CONTRACT_WORDS = {
  cape: "contrat d’appui au projet d’entreprise",
  cesa: "contrat d’entrepreneur salarié associé",
} as const;

/** What the cooperative's own pages know of the person, the contract and the activity. */
export const knownFields: FieldSource = {
  fields: [...KNOWN, ...CONTRACT_TERMS],
  async read(subject) {
    const [cooperative, person, contract, activity, statutes] = [
      await ofCooperative(subject),
      await ofPerson(subject),
      await ofContract(subject),
      await ofActivity(subject),
      await statutesOn(subject.tx, subject.organizationId, subject.today),
    ];
    return {
      ...cooperative,
      ...person,
      ...contract,
      ...activity,
      ...(statutes === null ? {} : { "statuts.titre": statutes.title, "statuts.date": dayInWords(statutes.adoptedOn) }),
      "document.date": dayInWords(subject.today),
    };
  },
};

const spaced = (digits: string) => digits.replace(/(\d{3})(\d{3})(\d{3})(\d*)/, "$1 $2 $3 $4").trim();

async function ofCooperative({ tx, organizationId }: FieldSubject): Promise<FieldValues> {
  const profile = await organizationProfile(tx, organizationId);
  const settings = readDocumentSettings(profile.settings);
  return {
    "cooperative.nom": profile.legalName,
    "cooperative.forme": profile.legalForm,
    "cooperative.siren": spaced(profile.siren),
    "cooperative.siret": spaced(profile.siret),
    "cooperative.rcs": profile.rcs === "" ? "" : `RCS ${profile.rcs.replace(/^RCS /, "")}`,
    "cooperative.adresse": `${profile.street}, ${profile.postalCode} ${profile.city}`,
    "cooperative.telephone": profile.phone,
    "cooperative.courriel": profile.email,
    "cooperative.representant": settings.representative,
    "cooperative.representant_qualite": settings.quality,
    "document.lieu": profile.city,
  };
}

async function ofPerson({ tx, actor, organizationId, personId }: FieldSubject): Promise<FieldValues> {
  const card = await findPerson(tx, actor, personId);
  if (card === null) return {};
  const followers = card.followerId === null ? [] : [card.followerId];
  const [follower = null] = (await personNames(tx, organizationId, followers)).values();
  return {
    "personne.prenom": card.firstName,
    "personne.nom": card.lastName,
    "personne.nom_complet": `${card.firstName} ${card.lastName}`,
    "personne.courriel": card.email,
    "personne.telephone": card.phone,
    ...(follower === null ? {} : { "contrat.accompagnateur": follower }),
  };
}

async function ofContract({ tx, organizationId, personId, contractId }: FieldSubject): Promise<FieldValues> {
  const contracts = (await contractsOf(tx, organizationId, personId)).filter(({ cancelledAt }) => cancelledAt === null);
  const contract = contracts.find(({ id }) => id === contractId);
  if (contract === undefined) return {};
  const values: Record<string, string> = {
    "contrat.type": CONTRACT_WORDS[contract.kind],
    "contrat.debut": dayInWords(contract.startsOn),
    "contrat.fin": contract.endsOn === null ? "" : dayInWords(contract.endsOn),
  };
  if (contract.kind === "cape") {
    const left = capeRenewalsLeft(
      contracts.filter(({ startsOn }) => startsOn <= contract.startsOn),
      contract.startsOn,
    );
    if (left !== null) {
      values["contrat.renouvellements_restants"] = String(left);
      values["contrat.renouvellement"] = RANKS[2 - left] ?? "";
    }
  } else values["contrat.associe_avant"] = dayInWords(associateBy(contract, contracts));
  return values;
}

/** L7331-3: three years from the contract, less the contracts before. */
function associateBy(contract: Contract, contracts: readonly Contract[]): Day {
  const before = contracts.filter(({ id, startsOn }) => id !== contract.id && startsOn < contract.startsOn);
  const days = before.reduce((sum, { startsOn, endsOn }) => {
    const last = endsOn !== null && endsOn < contract.startsOn ? endsOn : addDays(contract.startsOn, -1);
    return sum + daysBetween(startsOn, last) + 1;
  }, 0);
  return addDays(addMonths(contract.startsOn, 36), -1 - days);
}

async function ofActivity({ tx, organizationId, activityId }: FieldSubject): Promise<FieldValues> {
  const activity = activityId === null ? null : await activityProfile(tx, organizationId, activityId);
  if (activity === null || activityId === null) return {};
  const people = await participationsIn(tx, organizationId, activityId);
  return {
    "activite.projet": activity.trade === "" ? activity.name : `${activity.name}, ${activity.trade}`,
    "activite.nom": activity.name,
    "activite.metier": activity.trade,
    "activite.depuis": dayInWords(activity.openedOn as Day),
    participants: people.map((one) => ({
      "participant.nom": one.personName,
      "participant.depuis": dayInWords(one.startsOn),
    })),
  };
}
