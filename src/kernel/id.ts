/** Identifiers: UUIDv7 text, branded per noun. They are made by the application (platform/id.ts), never guessed from data. */

declare const brand: unique symbol;

/** An identifier of one kind of thing: an Id<"invoice"> is not an Id<"quote">. */
export type Id<Noun extends string> = string & { readonly [brand]: Noun };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an identifier from a path or a form; null when it is not a UUID. */
export function parseId<Noun extends string>(text: string | null | undefined): Id<Noun> | null {
  return typeof text === "string" && UUID.test(text) ? (text as Id<Noun>) : null;
}

export type OrganizationId = Id<"organization">;
export type PersonId = Id<"person">;
export type ActivityId = Id<"activity">;
