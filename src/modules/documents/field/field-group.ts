import type { FieldDefinition } from "#platform/document-field.ts";

type Said = Omit<FieldDefinition, "group" | "label"> & { readonly fr: string; readonly en: string };

/** Fields of one group, told with their names in both languages. */
export function of(group: FieldDefinition["group"], said: readonly Said[]): FieldDefinition[] {
  return said.map(({ fr, en, ...rest }) => ({ ...rest, group, label: { fr, en } }));
}
