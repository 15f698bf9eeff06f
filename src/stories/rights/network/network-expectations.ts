/** Who may open what in a network, route by route: a growing list. */

import { EVERYBODY_THERE, type NetworkExpectation, ofBoth, SEATED, SPEAKERS, TEAM } from "./network-cast.ts";

import { GOVERNANCE_PAGES } from "./network-governance.ts";
import { OBJECTIVES_EXPECTATIONS } from "./objectives-rights.ts";

import { TRAINING_EXPECTATIONS } from "./training-rights.ts";
import { WORKGROUP_EXPECTATIONS } from "./workgroup-rights.ts";

export const NETWORK_EXPECTATIONS: Readonly<Record<string, NetworkExpectation>> = {
  ...GOVERNANCE_PAGES,
  "/:cooperative/salles": { readers: EVERYBODY_THERE },
  "/:cooperative/salles/nouvelle": { readers: TEAM },
  "/:cooperative/salles/:roomId": { readers: EVERYBODY_THERE, thing: "roomId" },
  "/:cooperative/salles/:roomId/ecran": { readers: EVERYBODY_THERE, thing: "roomId" },
  // Of a closed room: it ends once it has told how the room was.
  "/:cooperative/salles/:roomId/flux": { readers: EVERYBODY_THERE, thing: "roomId" },
  "/:cooperative/structures": { readers: EVERYBODY_THERE },
  "/:cooperative/structures/nouvelle": { readers: TEAM },
  "/:cooperative/structures/page-publique": { readers: TEAM },
  "/:cooperative/structures/:structureId": { readers: EVERYBODY_THERE, thing: "structureId" },
  "/:cooperative/consultations": { readers: EVERYBODY_THERE },
  "/:cooperative/consultations/nouvelle": { readers: TEAM },
  "/:cooperative/consultations/:consultationId": { readers: EVERYBODY_THERE },
  "/:cooperative/consultations/:consultationId/etat-des-lieux": { readers: EVERYBODY_THERE },
  "/:cooperative/consultations/:consultationId/positions": { readers: EVERYBODY_THERE },
  "/:cooperative/consultations/:consultationId/participation": { readers: EVERYBODY_THERE },
  "/:cooperative/consultations/:consultationId/resultats": { readers: EVERYBODY_THERE },
  "/:cooperative/consultations/:consultationId/synthese": { readers: EVERYBODY_THERE },
  "/:cooperative/consultations/:consultationId/rapport.pdf": { readers: EVERYBODY_THERE },
  "/:cooperative/consultations/:consultationId/donnees.zip": { readers: EVERYBODY_THERE },
  // The team does not answer in the name of a structure; it enters the minutes of meetings.
  "/:cooperative/consultations/:consultationId/phases/:phaseId/reponse": { readers: ["seated", "otherSeated"] },
  "/:cooperative/consultations/:consultationId/phases/:phaseId/reunion": { readers: SPEAKERS },
  // While the phase is open, one's own structure only.
  "/:cooperative/consultations/:consultationId/reponses/:structureId": { readers: SEATED },
  "/:cooperative/label": { readers: EVERYBODY_THERE },
  "/:cooperative/label/audits": { readers: EVERYBODY_THERE },
  "/:cooperative/label/preuves": { readers: EVERYBODY_THERE },
  // A page that somebody shows by its address has no file.
  "/:cooperative/label/preuves/:evidenceId/fichier": { readers: SEATED, status: 404 },
  "/:cooperative/label/referentiels": { readers: EVERYBODY_THERE },
  "/:cooperative/label/referentiels/:editionId": { readers: EVERYBODY_THERE },
  "/:cooperative/label/referentiels/:editionId/criteres.csv": { readers: EVERYBODY_THERE },
  "/:cooperative/label/demarches/:labellingId": { readers: SEATED },
  "/:cooperative/label/demarches/:labellingId/critere": { readers: SEATED },
  // Not decided yet: there is no certificate.
  "/:cooperative/label/demarches/:labellingId/certificat.pdf": { readers: EVERYBODY_THERE, status: 404 },
  "/:cooperative/evenements": { readers: EVERYBODY_THERE },
  "/:cooperative/evenements/nouveau": { readers: TEAM },
  "/:cooperative/evenements/:eventId": { readers: EVERYBODY_THERE },
  "/:cooperative/evenements/:eventId/presences": { readers: TEAM },
  "/:cooperative/evenements/:eventId/badges.pdf": { readers: TEAM },
  "/:cooperative/feuilles-de-route": { readers: EVERYBODY_THERE },
  "/:cooperative/feuilles-de-route/:roadmapId": { readers: EVERYBODY_THERE },
  "/:cooperative/inscription/:eventId": { readers: "everybody" },
  "/:cooperative/cooperation": { readers: EVERYBODY_THERE },
  "/:cooperative/cooperation/grilles": { readers: EVERYBODY_THERE },
  "/:cooperative/cooperation/grilles/:gridModelId": { readers: EVERYBODY_THERE },
  "/:cooperative/cooperation/grilles/:gridModelId/indicateurs.csv": { readers: EVERYBODY_THERE },
  "/:cooperative/cooperation/projets/:gridProjectId": { readers: SEATED },
  "/:cooperative/cooperation/tours/:gridRoundId": { readers: SEATED },
  // The delegate of each structure rates its own project.
  "/:cooperative/cooperation/tours/:gridRoundId/apprecier": { readers: ["seated"] },
  // Nothing is compared yet.
  "/:cooperative/cooperation/tours/:gridRoundId/indicateur": { readers: SEATED, status: 404 },
  "/:cooperative/cooperation/tours/:gridRoundId/rapport.pdf": { readers: SEATED, status: 404 },
  "/:cooperative/chiffres": { readers: EVERYBODY_THERE },
  // Nothing is published there: the file of nothing is no file.
  "/:cooperative/chiffres/telecharger": { readers: EVERYBODY_THERE, status: 404 },
  "/:cooperative/chiffres/ma-structure": { readers: EVERYBODY_THERE },
  "/:cooperative/chiffres/reponses": { readers: TEAM },
  "/:cooperative/observatoire-public": { readers: "everybody" },
  "/:cooperative/observatoire-public/telecharger": { readers: "everybody", status: 404 },
  ...OBJECTIVES_EXPECTATIONS,
  ...WORKGROUP_EXPECTATIONS,
  ...TRAINING_EXPECTATIONS,
  // The same pages as in a cooperative: each house has its own bids.
  ...ofBoth<NetworkExpectation>({
    "/:cooperative/reponses-communes": { readers: EVERYBODY_THERE },
    "/:cooperative/reponses-communes/nouvelle": { readers: EVERYBODY_THERE },
    "/:cooperative/reponses-communes/documents/:noteId": { readers: SEATED, thing: "bidId", status: 404 },
    "/:cooperative/reponses-communes/:bidId": { readers: SEATED, thing: "bidId" },
    // Its books, where the shares of associates are posted: who keeps none of them reads no line.
    "/:cooperative/compta/grand-livre": { readers: EVERYBODY_THERE },
    "/:cooperative/compta/balance": { readers: EVERYBODY_THERE },
    "/:cooperative/compta/journaux": { readers: EVERYBODY_THERE },
    "/:cooperative/compta/analyse": { readers: EVERYBODY_THERE },
  }),
  "/:cooperative/annuaire-public": { readers: "everybody" },
  "/:cooperative/annuaire-public/:structureId": { readers: "everybody", thing: "structureId" },
};
