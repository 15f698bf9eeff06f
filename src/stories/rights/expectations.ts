/** Who may open what, route by route: a growing list. A route that is not here makes the matrix fail. */
import type { World } from "../harness/world.ts";
import type { Kind, ThingName } from "./cast.ts";

export type Expectation = {
  /** `everybody`: nobody's data. `signedIn`: one's own account. A list: members of the cooperative who are one of these. */
  readonly readers: "everybody" | "signedIn" | readonly Kind[];
  /** What the address names: its identifier is tried for every activity. */
  readonly thing?: ThingName;
  /** Answer of a reader when it is not a page (200). */
  readonly status?: number;
  /** Other answers that are as good. */
  readonly also?: readonly number[];
  /** What the address names belongs to the whole cooperative, whatever the activity it is tried for. */
  readonly shared?: true;
  /** Entrepreneurs open it for themselves only. */
  readonly ownOnly?: true;
  /** What an address needs after its question mark to give anything. */
  readonly query?: (world: World, slug: string) => string;
  /** Loads nothing: its data, asked alone, are empty for everybody. */
  readonly empty?: true;
};

const ALL: readonly Kind[] = ["entrepreneur", "scoped", "accountant", "payroll", "direction", "administrator"];
const SUPPORT: readonly Kind[] = ["scoped", "accountant", "payroll", "direction", "administrator"];
/** Those who write sales documents: everybody but payroll staff. */
const SELLERS: readonly Kind[] = ["entrepreneur", "scoped", "accountant", "direction", "administrator"];
/** Those who may choose what an activity's documents show. */
const PRESENTING: readonly Kind[] = ["entrepreneur", "scoped", "direction", "administrator"];
const BOOKS: readonly Kind[] = ["accountant", "direction", "administrator"];
/** Administrators run the instance: pay is not their business. */
const PAYING: readonly Kind[] = ["entrepreneur", "scoped", "accountant", "payroll", "direction"];
/** Those who accompany people: payroll and accountants are not told what is said between them. */
const ACCOMPANYING: readonly Kind[] = ["scoped", "direction", "administrator"];
const ACCOMPANIED: readonly Kind[] = ["entrepreneur", ...ACCOMPANYING];
const CHIEFS: readonly Kind[] = ["direction", "administrator"];
/** Those who keep what is known of people. */
const FILING: readonly Kind[] = ["scoped", "payroll", "direction", "administrator"];
const FILING_OR_SELF: readonly Kind[] = ["entrepreneur", ...FILING];
/** Those who read the documents of persons, within their reach: the books are no reason to. */
const PAPERS: readonly Kind[] = ["scoped", "payroll", "direction", "administrator"];
/** Those who receive candidates, each within their reach. */
const RECEIVING: readonly Kind[] = ["scoped", ...CHIEFS];

/** Pages of a cooperative meeting for those who call it. */
const CALLED = { readers: ACCOMPANYING, thing: "cooperativeMeetingId", shared: true } as const;

export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  "/": { readers: "everybody", status: 302 },
  "/connexion": { readers: "everybody", also: [302] },
  "/connexion/code": { readers: "everybody", also: [302] },
  "/mot-de-passe-oublie": { readers: "everybody" },
  "/mot-de-passe/:token": { readers: "everybody", status: 404 },
  "/document/:token": { readers: "everybody", status: 404 },
  "/document/:token/pdf": { readers: "everybody", status: 404 },
  "/document/:token/logo": { readers: "everybody", status: 404 },
  "/calendrier/:token": { readers: "everybody", status: 404 },
  "/compte/securite": { readers: "signedIn" },
  "/compte/securite/connexions": { readers: "signedIn" },
  "/cooperatives": { readers: "signedIn" },
  "/premiers-pas": { readers: "everybody", status: 302 },
  "/deconnexion": { readers: "everybody", status: 302 },
  "/langue": { readers: "everybody", status: 302 },
  "/apparence": { readers: "everybody", status: 302 },
  "/marque/:colour": { readers: "everybody" },
  // What the matrix writes there is no code of ours.
  "/verifier/:token": { readers: "everybody", status: 404 },
  "/demonstration/etat": { readers: "everybody" },

  "/:cooperative": { readers: ALL },
  "/:cooperative/recherche": { readers: ALL },
  "/:cooperative/vues": { readers: ALL },
  "/:cooperative/affichage": { readers: "everybody", status: 302 },
  "/:cooperative/notifications": { readers: ALL },
  "/:cooperative/notifications/reglages": { readers: ALL },
  "/:cooperative/activite": { readers: "everybody", status: 302 },
  "/:cooperative/aide/raccourcis": { readers: ALL, empty: true },

  "/:cooperative/personnes": { readers: SUPPORT },
  "/:cooperative/personnes/telecharger": { readers: SUPPORT },
  "/:cooperative/personnes/nouvelle": { readers: ["payroll", "direction", "administrator"] },
  "/:cooperative/personnes/:personId": { readers: ALL, thing: "personId", ownOnly: true },
  "/:cooperative/personnes/:personId/contrats/:contractId": {
    readers: FILING_OR_SELF,
    thing: "personId",
    ownOnly: true,
    status: 404,
  },
  "/:cooperative/personnes/:personId/dossier": { readers: FILING_OR_SELF, thing: "personId", ownOnly: true },
  "/:cooperative/personnes/:personId/sortie": { readers: FILING, thing: "personId" },
  "/:cooperative/personnes/importer": { readers: ["payroll", ...CHIEFS] },
  "/:cooperative/personnes/imports": { readers: ["payroll", ...CHIEFS] },
  "/:cooperative/personnes/imports/:importId": {
    readers: ["payroll", ...CHIEFS],
    thing: "personId",
    shared: true,
    status: 404,
  },
  "/:cooperative/rendez-vous/importer": { readers: ["scoped", ...CHIEFS] },
  "/:cooperative/rendez-vous/imports": { readers: ["scoped", ...CHIEFS] },
  "/:cooperative/rendez-vous/imports/:importId": {
    readers: ["scoped", ...CHIEFS],
    thing: "personId",
    shared: true,
    status: 404,
  },
  "/:cooperative/personnes/:personId/sensible": {
    readers: ["payroll", "entrepreneur"],
    thing: "personId",
    ownOnly: true,
  },
  "/:cooperative/personnes/:personId/historique": { readers: FILING, thing: "personId" },
  "/:cooperative/activites": { readers: ALL },
  "/:cooperative/activites/telecharger": { readers: ALL },
  "/:cooperative/activites/nouvelle": { readers: CHIEFS },
  "/:cooperative/activites/:activityId": { readers: ALL, thing: "activityId" },
  "/:cooperative/activites/:activityId/emporter": { readers: ALL, thing: "activityId" },
  "/:cooperative/activites/:activityId/assurances": { readers: ALL, thing: "activityId" },
  "/:cooperative/activites/:activityId/logo": { readers: ALL, thing: "activityId" },
  "/:cooperative/activites/:activityId/exemple": { readers: PRESENTING, thing: "activityId" },
  "/:cooperative/candidatures": { readers: RECEIVING },
  "/:cooperative/candidatures/telecharger": { readers: RECEIVING },
  "/:cooperative/candidatures/nouvelle": { readers: RECEIVING },
  "/:cooperative/candidatures/:candidateId": { readers: RECEIVING, thing: "candidateId" },
  "/:cooperative/candidatures/:candidateId/modifier": { readers: RECEIVING, thing: "candidateId" },
  "/:cooperative/reunions-information": { readers: RECEIVING },
  "/:cooperative/reunions-information/nouvelle": { readers: RECEIVING },
  "/:cooperative/reunions-information/:meetingId": { readers: RECEIVING, thing: "meetingId", shared: true },
  "/:cooperative/reglages/page-publique": { readers: CHIEFS },
  "/:cooperative/personnes/:personId/candidature": { readers: RECEIVING, thing: "personId" },
  // Public: open in one cooperative, closed in the other one, which answers as if it were not there.
  "/:cooperative/rejoindre": { readers: "everybody", also: [404] },
  "/:cooperative/rejoindre/merci": { readers: "everybody", also: [404] },
  "/:cooperative/rejoindre/suivi/:token": { readers: "everybody", status: 404 },
  "/:cooperative/rejoindre/suivi/:token/reunion.ics": { readers: "everybody", status: 404 },

  "/:cooperative/echeances": { readers: ["scoped", "payroll", "direction", "administrator"] },
  "/:cooperative/echeances/telecharger": { readers: ["scoped", "payroll", "direction", "administrator"] },
  "/:cooperative/portefeuille": { readers: ACCOMPANYING },
  // Never of oneself: C's person is the stranger, told in the module's own tests.
  "/:cooperative/personnes/:personId/point": { readers: ACCOMPANYING, thing: "accompaniedId" },
  "/:cooperative/agenda": { readers: ACCOMPANYING },
  "/:cooperative/agenda/abonnement": { readers: ALL },
  "/:cooperative/rendez-vous": { readers: ALL },
  "/:cooperative/rendez-vous/nouveau": { readers: ACCOMPANYING },
  "/:cooperative/rendez-vous/:appointmentId": { readers: ACCOMPANIED, thing: "appointmentId", ownOnly: true },
  "/:cooperative/rendez-vous/:appointmentId/modifier": { readers: ACCOMPANYING, thing: "appointmentId" },
  "/:cooperative/rendez-vous/:appointmentId/agenda": { readers: ACCOMPANIED, thing: "appointmentId", ownOnly: true },
  "/:cooperative/ateliers": { readers: ALL },
  "/:cooperative/ateliers/nouveau": { readers: ACCOMPANYING },
  "/:cooperative/ateliers/:workshopId": { readers: ALL, thing: "workshopId", shared: true },
  "/:cooperative/ateliers/:workshopId/modifier": { readers: ACCOMPANYING, thing: "workshopId", shared: true },
  // Whoever has a seat there signs too: its own tests give them one.
  "/:cooperative/ateliers/seances/:sessionId": { readers: CHIEFS, thing: "sessionId", shared: true },
  "/:cooperative/ateliers/seances/:sessionId/feuille": { readers: CHIEFS, thing: "sessionId", shared: true },
  "/:cooperative/permanences": { readers: ALL },
  "/:cooperative/reunions": { readers: ALL },
  "/:cooperative/reunions/nouvelle": { readers: ACCOMPANYING },
  "/:cooperative/reunions/:cooperativeMeetingId": { readers: ALL, thing: "cooperativeMeetingId", shared: true },
  "/:cooperative/reunions/:cooperativeMeetingId/modifier": { ...CALLED },
  "/:cooperative/reunions/:cooperativeMeetingId/presences": { ...CALLED },
  "/:cooperative/reunions/:cooperativeMeetingId/compte-rendu": { ...CALLED },
  "/:cooperative/propositions": { readers: ALL },
  "/:cooperative/propositions/nouvelle": { readers: ALL },
  "/:cooperative/propositions/:proposalId": { readers: ALL, thing: "proposalId", shared: true },
  "/:cooperative/taches": { readers: ALL },
  "/:cooperative/reglages/accompagnement": { readers: CHIEFS },
  "/:cooperative/annuaire": { readers: ALL },
  "/:cooperative/annuaire/moi": { readers: ["entrepreneur"] },
  "/:cooperative/annuaire/reponse": { readers: ALL },
  "/:cooperative/competences": { readers: ALL },
  "/:cooperative/competences/besoins": { readers: ACCOMPANYING },
  "/:cooperative/competences/besoins/personnes": { readers: ACCOMPANYING },
  "/:cooperative/personnes/:personId/competences": { readers: ACCOMPANIED, thing: "personId", ownOnly: true },
  "/:cooperative/personnes/:personId/competences/evaluer": { readers: ACCOMPANIED, thing: "personId", ownOnly: true },
  "/:cooperative/reglages/competences": { readers: CHIEFS },
  "/:cooperative/documents/modeles": { readers: PAPERS },
  "/:cooperative/documents/modele": { readers: PAPERS, query: () => "sorte=cape" },
  // No version of the articles was recorded there.
  "/:cooperative/documents/statuts": { readers: ALL, status: 404 },
  "/:cooperative/documents/champs": { readers: PAPERS },
  "/:cooperative/documents/:documentId": { readers: [...PAPERS, "entrepreneur"], thing: "paperId", ownOnly: true },
  "/:cooperative/documents/:documentId/pdf": { readers: [...PAPERS, "entrepreneur"], thing: "paperId", ownOnly: true },
  "/:cooperative/documents/:documentId/docx": { readers: [...PAPERS, "entrepreneur"], thing: "paperId", ownOnly: true },
  // Nothing was sent there to be signed; the acts of signing have their own tests.
  "/:cooperative/documents/:documentId/signer": { readers: [], thing: "paperId" },
  "/:cooperative/documents/:documentId/signe": { readers: [], thing: "paperId" },
  "/:cooperative/pieces": { readers: PAPERS },
  // Nobody gave a piece there; who opens one, and who does not, is told by its own tests.
  "/:cooperative/pieces/:pieceId": { readers: [], thing: "paperId" },
  "/:cooperative/pieces/:pieceId/apercu": { readers: [], thing: "paperId" },
  "/:cooperative/activites/:activityId/pieces": { readers: ["entrepreneur", ...PAPERS], thing: "activityId" },
  "/:cooperative/personnes/:personId/documents": { readers: PAPERS, thing: "personId", ownOnly: true },
  "/:cooperative/personnes/:personId/documents/nouveau": { readers: PAPERS, thing: "personId", ownOnly: true },
  "/:cooperative/mes-documents": { readers: ["entrepreneur"] },
  "/:cooperative/statistiques": { readers: FILING },
  "/:cooperative/statistiques/question": { readers: FILING },
  "/:cooperative/statistiques/question/telecharger": { readers: FILING },
  "/:cooperative/statistiques/personnes": { readers: FILING },
  "/:cooperative/statistiques/bilan": { readers: FILING },
  "/:cooperative/statistiques/bilan/telecharger": { readers: FILING },
  "/:cooperative/statistiques/bilan/pdf": { readers: FILING },
  "/:cooperative/statistiques/personnes/telecharger": { readers: FILING },
  "/:cooperative/mes-donnees": { readers: ALL },
  // Only with what the password opened; a person of theirs for those who keep data protection.
  "/:cooperative/mes-donnees/archive": { readers: [] },
  "/:cooperative/personnes/:personId/donnees/archive": { readers: CHIEFS, thing: "personId" },
  "/:cooperative/personnes/:personId/donnees": { readers: CHIEFS, thing: "personId" },
  "/:cooperative/candidatures/:candidateId/effacement": { readers: CHIEFS, thing: "candidateId" },
  "/:cooperative/reglages/donnees": { readers: CHIEFS },
  "/:cooperative/reglages/donnees/demandes": { readers: CHIEFS },
  "/:cooperative/reglages/donnees/registre": { readers: CHIEFS },
  "/:cooperative/reglages/donnees/registre/telecharger": { readers: CHIEFS },
  "/:cooperative/reglages/donnees/registre/fiche": { readers: CHIEFS },
  "/:cooperative/reglages/donnees/acces": { readers: CHIEFS },
  "/:cooperative/reglages/donnees/acces/telecharger": { readers: CHIEFS },
  "/:cooperative/reglages": { readers: CHIEFS },
  "/:cooperative/reglages/tresorerie": { readers: BOOKS },

  "/:cooperative/catalogue": { readers: ALL },
  "/:cooperative/catalogue/telecharger": { readers: ALL },
  "/:cooperative/catalogue/nouveau": { readers: SELLERS },
  "/:cooperative/catalogue/:productId": { readers: SELLERS, thing: "productId" },
  "/:cooperative/clients": { readers: ALL },
  "/:cooperative/clients/telecharger": { readers: ALL },
  "/:cooperative/clients/import": { readers: SELLERS },
  "/:cooperative/clients/nouveau": { readers: SELLERS },
  "/:cooperative/clients/:customerId": { readers: ALL, thing: "customerId" },
  "/:cooperative/clients/:customerId/modifier": { readers: SELLERS, thing: "customerId" },
  "/:cooperative/devis": { readers: ALL },
  "/:cooperative/devis/telecharger": { readers: ALL },
  "/:cooperative/devis/nouveau": { readers: SELLERS },
  "/:cooperative/devis/:quoteId": { readers: ALL, thing: "quoteId" },
  "/:cooperative/devis/:quoteId/modifier": { readers: SELLERS, thing: "draftQuoteId" },
  "/:cooperative/devis/:quoteId/pdf": { readers: ALL, thing: "quoteId" },
  "/:cooperative/factures": { readers: ALL },
  "/:cooperative/factures/telecharger": { readers: ALL },
  "/:cooperative/factures/nouvelle": { readers: SELLERS },
  "/:cooperative/factures/:invoiceId": { readers: ALL, thing: "invoiceId" },
  "/:cooperative/factures/:invoiceId/modifier": { readers: SELLERS, thing: "draftInvoiceId" },
  "/:cooperative/factures/:invoiceId/pdf": { readers: ALL, thing: "invoiceId" },
  "/:cooperative/paiements": { readers: ALL },
  "/:cooperative/paiements/telecharger": { readers: ALL },
  "/:cooperative/paiements/:paymentId": { readers: ALL, thing: "paymentId", status: 302 },
  "/:cooperative/courrier": { readers: ALL },
  "/:cooperative/courrier/telecharger": { readers: ALL },
  "/:cooperative/courrier/:mailId": { readers: ALL, thing: "mailId" },
  "/:cooperative/relances": { readers: ALL },
  "/:cooperative/relances/telecharger": { readers: ALL },
  "/:cooperative/relances/:customerId": { readers: ALL, thing: "customerId" },
  "/:cooperative/reglages/ventes/relances": { readers: CHIEFS },
  "/:cooperative/a-relire": { readers: ALL },
  // The invoice itself, with the queue of those who may decide: nobody else has one.
  "/:cooperative/a-relire/:invoiceId": { readers: ALL, thing: "submittedInvoiceId" },
  "/:cooperative/a-relire/devis/:quoteId": { readers: ALL, thing: "quoteId" },
  "/:cooperative/reglages/ventes": { readers: CHIEFS },
  "/:cooperative/reglages/ventes/exemple": { readers: CHIEFS },

  "/:cooperative/argent": { readers: ["entrepreneur"] },
  "/:cooperative/contribution": { readers: ALL },
  "/:cooperative/contribution/telecharger": { readers: BOOKS },
  "/:cooperative/contribution/regle": { readers: BOOKS },
  "/:cooperative/contribution/simulation": { readers: BOOKS },
  "/:cooperative/contribution/appel": { readers: BOOKS },
  "/:cooperative/contribution/dispense": { readers: BOOKS },
  "/:cooperative/remuneration": { readers: PAYING },
  "/:cooperative/remuneration/objectif": { readers: PAYING },
  "/:cooperative/remuneration/calcul": { readers: ["entrepreneur"] },
  "/:cooperative/remuneration/parametres": { readers: ["payroll", "direction", "administrator"] },

  "/:cooperative/compta/grand-livre": { readers: ALL },
  "/:cooperative/compta/grand-livre/telecharger": { readers: ALL },
  "/:cooperative/compta/balance": { readers: ALL },
  "/:cooperative/compta/balance/telecharger": { readers: ALL },
  "/:cooperative/compta/journaux": { readers: ALL },
  "/:cooperative/compta/journaux/telecharger": { readers: ALL },
  "/:cooperative/compta/analyse": { readers: ALL },
  "/:cooperative/compta/analyse/telecharger": { readers: ALL },
  "/:cooperative/compta/ecritures/:entryId": { readers: ALL, thing: "entryId" },
  "/:cooperative/compta/pieces/:documentId": { readers: ALL, thing: "documentId" },
  "/:cooperative/compta/lettrage": { readers: BOOKS },
  "/:cooperative/compta/lettrage/telecharger": { readers: BOOKS },
  "/:cooperative/compta/saisie": { readers: BOOKS },
  "/:cooperative/compta/plan-comptable": { readers: BOOKS },
  "/:cooperative/compta/plan-comptable/telecharger": { readers: BOOKS },
  "/:cooperative/compta/plan-comptable/compte": { readers: BOOKS },
  "/:cooperative/compta/plan-comptable/import": { readers: BOOKS },
  "/:cooperative/compta/plan-comptable/journaux": { readers: BOOKS },
  "/:cooperative/compta/plan-comptable/journaux/telecharger": { readers: BOOKS },
  "/:cooperative/compta/exercices": { readers: BOOKS },
  "/:cooperative/compta/exercices/telecharger": { readers: BOOKS },
  "/:cooperative/compta/a-nouveaux": { readers: BOOKS },
  "/:cooperative/compta/a-nouveaux/exemple": { readers: BOOKS },
  "/:cooperative/compta/fec": { readers: BOOKS },
  "/:cooperative/compta/fec/telecharger": {
    readers: BOOKS,
    query: ({ fiscalYears }, slug) => `exercice=${fiscalYears[slug]}`,
  },
};
