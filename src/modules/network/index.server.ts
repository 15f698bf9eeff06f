/** Front door of networks: reads and commands that other modules may use. */
export { affiliationsOf, membersOn } from "./affiliation/affiliation.store.ts";
export { endAffiliation, recordAffiliation } from "./affiliation/record-affiliation.command.ts";
export { openNetwork, publicPageOf } from "./directory/page.store.ts";
export { savePublicPage } from "./directory/save-page.command.ts";
export { isStaff, mayEnter, mayPrepare, maySpeakFor } from "./network.policy.ts";
export { addPlace } from "./place/save-place.command.ts";
export { endSeat, giveSeat } from "./seat/give-seat.command.ts";
export { type Seat, seatsOf, seatsOn } from "./seat/seat.store.ts";
export { speakingFor, spokenStructures } from "./seat/speak.store.ts";
export { installOwnStructure, ownStructureId } from "./structure/own-structure.store.ts";
export { addStructure, describeStructure, identifyStructure } from "./structure/save-structure.command.ts";
export { findStructure, listStructures } from "./structure/structure.store.ts";
