/** Front door of networks: reads and commands that other modules may use. */
export { isStaff, mayEnter, mayPrepare, maySpeakFor } from "./network.policy.ts";
export { type Seat, seatsOf, seatsOn } from "./seat/seat.store.ts";
export { findStructure, listStructures } from "./structure/structure.store.ts";
