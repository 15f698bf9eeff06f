import { type Actor, hasGeneralRole, type SupportRole } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { PersonRefusalCode } from "./person.fr.ts";

export type PersonAction = "read" | "update" | "invite" | "archive";

/** What the policy needs to know of a person. */
export type PersonFacts = {
  readonly personId: PersonId;
  /** Whether a role of the actor limited to a site or to the persons followed covers this person. */
  readonly reached: boolean;
  /** Whether this person holds a support role: only an administrator touches their access. */
  readonly supports: boolean;
  readonly archived: boolean;
};

const ALL: readonly SupportRole[] = [
  "accompagnateur",
  "accountant",
  "payroll",
  "direction",
  "administrator",
  "facilitator",
];
const WELCOMING: readonly SupportRole[] = ["accompagnateur", "payroll", "direction", "administrator", "facilitator"];

/** Who may add somebody: those who welcome people, for the whole cooperative. */
export function mayAddPerson(actor: Actor): Refusal<PersonRefusalCode> | null {
  return hasGeneralRole(actor, WELCOMING) ? null : refuse("forbidden", "person.notAllowed");
}

/** Who sees the list of persons (limited to those they reach): the support team. */
export function mayListPersons(actor: Actor): Refusal<PersonRefusalCode> | null {
  return actor.grants.length > 0 ? null : refuse("forbidden", "person.notAllowed");
}

/**
 * Reading: oneself, and the support team within its reach; anybody else is told that the person does not exist.
 * Changing: those who welcome people, within their reach; administrators alone for somebody of the support team,
 * since whoever changes an address and invites again could take that person's place.
 */
export function mayPerson(actor: Actor, action: PersonAction, person: PersonFacts): Refusal<PersonRefusalCode> | null {
  const self = actor.personId === person.personId;
  const reads = self || hasGeneralRole(actor, ALL) || person.reached;
  if (!reads) return refuse("missing", "person.missing");
  if (action === "read") return null;
  const administers = hasGeneralRole(actor, ["administrator"]);
  const welcomes =
    hasGeneralRole(actor, WELCOMING) ||
    (person.reached && actor.grants.some((grant) => grant.role === "accompagnateur"));
  if (action === "archive") {
    if (!hasGeneralRole(actor, ["direction", "administrator"])) return refuse("forbidden", "person.notAllowed");
    if (person.supports && !administers) return refuse("forbidden", "person.notAllowed");
    if (self) return refuse("forbidden", "person.self");
  } else if (!administers && (!welcomes || person.supports)) {
    return refuse("forbidden", "person.notAllowed");
  }
  return person.archived ? refuse("conflict", "person.archived") : null;
}
