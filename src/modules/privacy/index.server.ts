/** Front door of privacy: how a module asks for a consent, and reads it. */

export { agreeingTo, consentsOf, recordConsent, wordingOf } from "./consent/consent.store.ts";
