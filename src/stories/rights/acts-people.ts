/** Who may do each act on people, contracts and the cooperative itself, with an example: a growing list. */
import { BLANK, questionText } from "#modules/statistics/question/question.ts";
import { type ActLine, CHIEFS, of, PAY, SUPPORT } from "./act-line.ts";

const chiefly = of(CHIEFS, "none");
const paid = of(PAY, "none");
const supported = of(SUPPORT, "activity");
const filed = of(["scoped", ...PAY], "activity");

/** Oneself, and those who keep data protection. */
const asked =
  (answer: ActLine["answer"]) =>
  (example: ActLine["example"]): ActLine => ({
    ...of(["entrepreneur", ...CHIEFS], "activity", answer)(example),
    ownOnly: true,
  });

const PROCESSING = {
  ...{ name: "Ventes", purpose: "Vendre.", basis: "law", persons: "Clients", data: "Nom.", recipients: "Équipe" },
  ...{ retention: "Dix ans.", security: "Droits." },
};

const identity = { legalName: "Coopérative", siren: "732829320", siret: "73282932000074", city: "Brest" };

export const PEOPLE_ACTS: Readonly<Record<string, ActLine>> = {
  "membership.activity.open": chiefly((_, openedOn) => ({ name: "Nouvelle enseigne", openedOn })),
  "membership.activity.update": supported(({ activityId, activityVersion }) => ({
    activityId,
    version: activityVersion,
    name: "Enseigne",
    trade: "",
  })),
  "membership.activity.present": of(
    ["entrepreneur", ...SUPPORT],
    "activity",
  )(({ activityId, activityVersion }) => ({
    activityId,
    version: activityVersion,
    email: "",
    phone: "",
  })),
  "membership.activity.close": chiefly(({ activityId, activityVersion }, closedOn) => ({
    activityId,
    version: activityVersion,
    closedOn,
  })),
  "membership.activity.reopen": of(
    CHIEFS,
    "none",
    "refused",
  )(({ activityId, activityVersion }) => ({ activityId, version: activityVersion })),
  "membership.participation.add": of(
    SUPPORT,
    "activity",
    "refused",
  )(({ activityId, personId }, today) => ({
    ...{ activityId, personId, startsOn: `${Number(today.slice(0, 4)) + 1}-01-01`, endsOn: "" },
  })),
  "membership.participation.updateRights": supported(({ activityId, personId }) => ({
    ...{ activityId, personId, startsOn: "2025-01-01", version: 1, selfValidatesInvoices: "on" },
  })),
  "membership.participation.end": supported(({ activityId, personId }, endsOn) => ({
    ...{ activityId, personId, startsOn: "2025-01-01", version: 1, endsOn },
  })),
  "privacy.consent.word": chiefly(() => ({ purpose: "photo", version: 0, french: "J’accepte.", english: "" })),
  "privacy.retention.choose": chiefly(() => ({ category: "notes", months: "36" })),
  "privacy.retention.run": chiefly(() => ({})),
  "privacy.processing.save": chiefly(() => ({ key: "sales", version: 0, ...PROCESSING })),
  "privacy.register.nameContact": chiefly(() => ({ version: 0, name: "Hélène", contact: "01 02 03 04 05" })),
  "privacy.erasure.ask": asked("done")(({ personId }) => ({ personId, askedOn: "" })),
  "privacy.erasure.withdraw": asked("refused")(({ personId }) => ({ personId })),
  "privacy.erasure.keep": of(CHIEFS, "none", "refused")(({ personId }) => ({ personId, answer: "Tout est gardé." })),
  "privacy.erasure.carryOut": of(CHIEFS, "none", "refused")(({ personId }) => ({ personId })),
  "privacy.candidacy.erase": chiefly(({ candidateId }) => ({ candidateId })),
  "membership.person.add": paid(() => ({
    ...{ firstName: "Dominique", lastName: "Nouvel", email: "nouvel@histoires.example", siteId: "", followerId: "" },
  })),
  "membership.person.update (elsewhere)": of(
    ["scoped", ...PAY],
    "activity",
    "refused",
  )(({ personId, siteId }) => ({
    ...{ personId, version: 9, firstName: "Dominique", lastName: "Autre", email: "autre@histoires.example", siteId },
  })),
  "membership.person.update": of(
    ["scoped", ...PAY],
    "activity",
  )(({ personId }) => ({
    ...{ personId, version: 1, firstName: "Dominique", lastName: "Autre", email: "autre@histoires.example" },
  })),
  "membership.person.invite": of(["scoped", ...PAY], "activity")(({ personId }) => ({ personId })),
  "membership.person.archive": of(CHIEFS, "none", "refused")(({ personId }) => ({ personId })),
  "membership.person.restore": chiefly(({ personId }) => ({ personId })),
  "membership.contract.record": paid(({ personId }, startsOn) => ({ personId, kind: "cesa", startsOn, endsOn: "" })),
  "membership.contract.end": paid(({ contractId }) => ({ contractId, version: 1, endsOn: "2024-06-30" })),
  "membership.contract.cancel": paid(({ contractId }) => ({ contractId, version: 1 })),
  "membership.cover.require": supported(({ activityId }) => ({ activityId, insurance: "oui" })),
  "membership.cover.record": supported(({ activityId }, startsOn) => ({
    ...{ activityId, kind: "insurance", label: "SMABTP 123", startsOn, endsOn: "" },
  })),
  "membership.cover.cancel": of(
    SUPPORT,
    "activity",
    "refused",
  )(({ activityId }) => ({ activityId, coverId: activityId })),
  "membership.agreement.record": of(
    SUPPORT,
    "activity",
    "refused",
  )(({ activityId, personId }, startsOn) => ({
    ...{ activityId, startsOn, endsOn: "", shares: { [personId]: "50" } },
  })),
  "membership.agreement.cancel": of(
    SUPPORT,
    "activity",
    "refused",
  )(({ activityId }) => ({
    ...{ activityId, agreementId: activityId },
  })),
  "membership.contract.notify": paid(({ contractId }, on) => ({ contractId, body: "urssaf", on })),
  "membership.terms.change": paid(({ contractId }, from) => ({
    ...{ contractId, seen: "-1", from, values: { means: "Un bureau" } },
  })),
  "accompaniment.admission.record": paid(({ personId }, admittedOn) => ({ personId, admittedOn })),
  "accompaniment.admission.cancel": of(PAY, "none", "refused")(({ personId }) => ({ admissionId: personId })),
  "membership.role.grant": of(["administrator"], "none")(({ personId }) => ({ personId, role: "payroll", siteId: "" })),
  "membership.role.grant (on a site)": of(
    ["administrator"],
    "none",
  )(({ personId, siteId }) => ({ personId, role: "accompagnateur", siteId })),
  "membership.role.revoke": of(["administrator"], "none")(({ grantId }) => ({ grantId })),
  "membership.site.add": chiefly(() => ({ name: "Nouveau lieu" })),
  "membership.site.rename": chiefly(({ siteId }) => ({ siteId, name: "Autre nom" })),
  "membership.organization.update": chiefly(() => ({ version: 1, ...identity })),
  "statistics.sheet.save": of(
    ["scoped", ...PAY],
    "none",
  )(() => ({ sheetId: "", name: "Femmes sous contrat", definition: questionText(BLANK) })),
  "statistics.sheet.duplicate": of(
    ["scoped", ...PAY],
    "none",
    "refused",
  )(({ contractId: sheetId }) => ({ sheetId, name: "Copie" })),
  "statistics.sheet.delete": of(["scoped", ...PAY], "none", "refused")(({ contractId: sheetId }) => ({ sheetId })),
  "parcours.exit.record": of(PAY, "none", "refused")(({ personId }, on) => ({ personId, kind: "own_company", on })),
  "parcours.exit.follow": of(
    ["scoped", ...PAY],
    "activity",
    "refused",
  )(({ personId }, on) => ({
    ...{ personId, months: 6, became: "employee", on },
  })),
  "parcours.exit.cancel": of(PAY, "none", "refused")(({ personId }) => ({ personId, reason: "Erreur" })),
  "parcours.import.persons": paid((_, from) => ({
    ...{ columns: ["firstName", "lastName", "email"], key: "email", from, allOrNothing: true },
    rows: [["Dominique", "Nouvelle", "nouvelle@histoires.example"]],
  })),
  "parcours.import.undo": of(PAY, "none", "refused")(({ personId: importId }) => ({ importId })),
  // Neither direction nor administration: payroll alone.
  "parcours.sensitive.read": of(["payroll"], "none")(({ personId }) => ({ personId })),
  "parcours.sensitive.save": of(
    ["payroll"],
    "none",
  )(({ personId }) => ({ personId, version: 0, nir: "2 55 08 14 168 025 38" })),
  "parcours.file.change": filed(({ personId }, from) => ({
    ...{ personId, section: "contact", seen: "", from, values: { city: "Brest" } },
  })),
};
