/** The fields of a document as a form gives them. Pure. */
import type { FieldDefinition, FieldValue } from "#platform/document-field.ts";

type Asked = FieldDefinition & { readonly value: string };

export const prefixOf = (name: string) => `champ.${name}`;

function typed(name: string, input: Readonly<Record<string, string>>): string | undefined {
  return input[prefixOf(name)]?.trim();
}

/** Those that nobody knows and that the form leaves empty. */
export function missingIn<Field extends Asked>(
  fields: readonly Field[],
  input: Readonly<Record<string, string>>,
): readonly Field[] {
  return fields.filter(({ name, value }) => (typed(name, input) ?? value) === "");
}

/** What the document will say: what is known, but for what was typed for it alone. */
export function filledFields(
  { fields, values }: { readonly fields: readonly Asked[]; readonly values: Readonly<Record<string, FieldValue>> },
  input: Readonly<Record<string, string>>,
): { readonly values: Readonly<Record<string, FieldValue>>; readonly filled: readonly string[] } {
  const said: Record<string, FieldValue> = {};
  const filled: string[] = [];
  for (const [name, value] of Object.entries(values)) if (typeof value !== "string") said[name] = value;
  for (const { name, value } of fields) {
    const given = typed(name, input);
    said[name] = given === undefined || given === "" ? value : given.replace(/\r\n?/g, "\n");
    if (said[name] !== value) filled.push(name);
  }
  return { values: said, filled };
}
