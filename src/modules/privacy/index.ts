/** Front door of privacy for pure things. */

export { PURPOSES, type Purpose, type Wording } from "./consent/consent.ts";
