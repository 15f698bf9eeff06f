/** Who may open what in a network, route by route: a growing list. */
import { EVERYBODY_THERE, type NetworkExpectation, TEAM } from "./network-cast.ts";

export const NETWORK_EXPECTATIONS: Readonly<Record<string, NetworkExpectation>> = {
  "/:cooperative/structures": { readers: EVERYBODY_THERE },
  "/:cooperative/structures/nouvelle": { readers: TEAM },
  "/:cooperative/structures/page-publique": { readers: TEAM },
  "/:cooperative/structures/:structureId": { readers: EVERYBODY_THERE, thing: "structureId" },
  "/:cooperative/annuaire-public": { readers: "everybody" },
  "/:cooperative/annuaire-public/:structureId": { readers: "everybody", thing: "structureId" },
};
