import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Language } from "#kernel/language.ts";
import type { Tx } from "./database/database.ts";

/** What a template may ask for: a growing list, of which each module brings its part. */
export type FieldDefinition = {
  /** "personne.prenom": what stands between the braces of a template. */
  readonly name: string;
  readonly group: "cooperative" | "person" | "contract" | "activity" | "statutes" | "document";
  readonly label: Readonly<Record<Language, string>>;
  readonly example: string;
  /** The article of law that asks for it. */
  readonly article?: string;
  /** A text of several lines. */
  readonly long?: boolean;
  /** The repeated part that it belongs to: {{#participants}}…{{/participants}}. */
  readonly within?: string;
  /** The page where it is filled for good, when its group does not tell: the clauses of the contract, the person's file. */
  readonly filledIn?: "terms" | "socialFile";
};

/** For whom and about what a document is made. */
export type FieldSubject = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly organizationId: OrganizationId;
  readonly personId: PersonId;
  readonly contractId: Id<"contract"> | null;
  readonly activityId: ActivityId | null;
  readonly today: Day;
};

/** A text; or the rows of a repeated part. */
export type FieldValue = string | readonly Readonly<Record<string, string>>[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What a module knows: its fields, and their values for a subject. What is not known is left out: somebody is asked. */
export type FieldSource = {
  readonly fields: readonly FieldDefinition[];
  readonly read: (subject: FieldSubject) => Promise<FieldValues>;
};
