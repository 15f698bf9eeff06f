/** The templates that come with the house, as real DOCX files. Pure. */
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { writeDocx } from "../docx/write.ts";
import { CAPE, CAPE_RENEWAL } from "./cape-text.ts";
import { AMENDMENT, CERTIFICATE, CESA, LETTER } from "./cesa-text.ts";
import { foot, letterhead } from "./compose.ts";
import { COMMON_ACTIVITY, CONVENTION } from "./convention-text.ts";
import type { TemplateKind } from "./template.ts";

const TEXTS: Readonly<Record<Exclude<TemplateKind, "other">, readonly PageBlock[]>> = {
  cape: CAPE,
  capeRenewal: CAPE_RENEWAL,
  cesa: CESA,
  amendment: AMENDMENT,
  commonActivity: COMMON_ACTIVITY,
  convention: CONVENTION,
  certificate: CERTIFICATE,
  letter: LETTER,
};

/** The file of a kind, the same bytes each time; null for a kind that only the cooperative can write. */
export function defaultTemplate(kind: TemplateKind): Uint8Array | null {
  if (kind === "other") return null;
  return writeDocx({ header: kind === "letter" ? letterhead : [], footer: foot, blocks: TEXTS[kind] });
}
