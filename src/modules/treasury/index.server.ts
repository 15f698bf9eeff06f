/** Front door of the treasury on the server. */
export { type AvailableQuery, availableOf } from "./available/available.store.ts";
