/** The fields that templates may ask for, and their values for a subject: each module's part, the later one winning. */
import type { FieldDefinition, FieldSource, FieldSubject, FieldValue } from "#platform/document-field.ts";

export function definitionsOf(sources: readonly FieldSource[]): readonly FieldDefinition[] {
  const byName = new Map<string, FieldDefinition>();
  for (const { fields } of sources) for (const field of fields) byName.set(field.name, field);
  return [...byName.values()];
}

/** What is known; an empty text is not an answer. */
export async function valuesFor(
  sources: readonly FieldSource[],
  subject: FieldSubject,
): Promise<Readonly<Record<string, FieldValue>>> {
  const values: Record<string, FieldValue> = {};
  for (const source of sources) {
    for (const [name, value] of Object.entries(await source.read(subject))) {
      if (typeof value !== "string" || value.trim() !== "") values[name] = value;
    }
  }
  return values;
}
