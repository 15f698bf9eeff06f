import { en } from "./legal-note.en.ts";
import { fr } from "./legal-note.fr.ts";
import type { TradeNote } from "./trade-document.ts";

/** How the sale travels (note BAR): between French businesses, abroad, to a consumer, outside the reform. */
export type Processing = "B2B" | "B2BINT" | "B2C" | "OUTOFSCOPE";

export type LegalNoteSettings = {
  readonly language: "fr" | "en";
  /** A private person: no 40 € indemnity, legal interest only. */
  readonly consumer: boolean;
  readonly processing: Processing;
  /** The cooperative's own words for professionals, in place of ours. */
  readonly penalty?: string;
  readonly discount?: string;
  /** REG: "SCOP SARL à capital variable". */
  readonly legalForm?: string;
  /** ABL: "RCS Lyon 123 456 789". */
  readonly registration?: string;
  /** AAI: anything else, one note each. */
  readonly general?: readonly string[];
};

/**
 * The notes a French document must carry (BR-FR-05: PMT, PMD and AAB always, whoever the buyer is) and BAR.
 * For a consumer PMT and PMD say that the rules between professionals do not apply: the codes are demanded, the 40 € are not.
 */
export function legalNotes(settings: LegalNoteSettings): TradeNote[] {
  const words = (settings.language === "fr" ? fr : en)[settings.consumer ? "consumer" : "professional"];
  const penalty = settings.consumer ? words.penalty : (settings.penalty ?? words.penalty);
  const notes: TradeNote[] = [
    { subject: "PMT", content: words.indemnity },
    { subject: "PMD", content: penalty },
    { subject: "AAB", content: settings.discount ?? words.discount },
    { subject: "BAR", content: settings.processing },
  ];
  if (settings.legalForm) notes.push({ subject: "REG", content: settings.legalForm });
  if (settings.registration) notes.push({ subject: "ABL", content: settings.registration });
  for (const content of settings.general ?? []) notes.push({ subject: "AAI", content });
  return notes;
}
