/** Who may open what in a network, route by route: a growing list. */
import { EVERYBODY_THERE, type NetworkExpectation, TEAM } from "./network-cast.ts";

export const NETWORK_EXPECTATIONS: Readonly<Record<string, NetworkExpectation>> = {
  "/:cooperative/annuaire": { readers: EVERYBODY_THERE },
  "/:cooperative/annuaire/nouvelle": { readers: TEAM },
  "/:cooperative/annuaire/page-publique": { readers: TEAM },
  "/:cooperative/annuaire/:structureId": { readers: EVERYBODY_THERE, thing: "structureId" },
  "/:cooperative/annuaire-public": { readers: "everybody" },
  "/:cooperative/annuaire-public/:structureId": { readers: "everybody", thing: "structureId" },
};
