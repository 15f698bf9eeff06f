/** Whether a template can be kept: the fields it asks for, or each place that needs work, in words. Pure. */

import { fill, type Language } from "#kernel/language.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { FieldDefinition } from "#platform/document-field.ts";
import { en } from "../document/document.en.ts";
import { type DocumentRefusalCode, fr } from "../document/document.fr.ts";
import type { LeftOut } from "../docx/content.ts";
import { type Inspection, inspect } from "../docx/inspect.ts";
import { type DocxFault, openDocx } from "../docx/safety.ts";

export type CheckedTemplate = { readonly fields: readonly string[]; readonly leftOut: LeftOut };

const WORDS = { fr, en };
const REFUSALS: Readonly<Record<DocxFault, DocumentRefusalCode>> = {
  notDocx: "template.notDocx",
  tooBig: "template.tooBig",
  badName: "template.badName",
  macros: "template.macros",
  entities: "template.entities",
  remote: "template.remote",
  embedded: "template.embedded",
  command: "template.command",
};
/** Beyond, the list says no more: the first ones are enough to begin with. */
const MOST_FAULTS = 12;

export function checkTemplate(
  bytes: Uint8Array,
  known: readonly FieldDefinition[],
  language: Language,
): CheckedTemplate | Refusal<DocumentRefusalCode> {
  const parts = openDocx(bytes);
  if (typeof parts === "string") return refuse("invalid", REFUSALS[parts], {}, "file");
  const inspection = inspect(parts);
  const faults = faultsOf(inspection, known, language);
  if (faults.length > 0) {
    return refuse("invalid", "template.faults", { faults: faults.slice(0, MOST_FAULTS).join(" · ") }, "file");
  }
  const names = [...inspection.fields.map(({ name }) => name), ...inspection.loops];
  return { fields: [...new Set(names)], leftOut: inspection.content.leftOut };
}

function faultsOf(
  { fields, loops, faults }: Inspection,
  known: readonly FieldDefinition[],
  language: Language,
): string[] {
  const words = WORDS[language].templates.checked;
  const byName = new Map(known.map((field) => [field.name, field]));
  const parts = new Set(known.map(({ within }) => within).filter((name) => name !== undefined));
  return [
    ...faults.map(({ kind, place }) => fill(words[kind], { place })),
    ...loops.filter((name) => !parts.has(name)).map((name) => fill(words.notRepeated, { field: name })),
    ...fields.flatMap(({ name, typed, place, within }) => {
      const field = byName.get(name);
      if (field === undefined) return [fill(words.unknown, { field: typed, place })];
      return field.within === undefined || field.within === within
        ? []
        : [fill(words.outside, { field: typed, within: field.within, place })];
    }),
  ];
}
