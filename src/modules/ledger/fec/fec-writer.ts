/** Writes the FEC: tabs, comma decimals, CR LF, UTF-8 without a mark, entries in the order given (their numbers). */
import type { Day } from "#kernel/day.ts";
import { type Cents, toDecimalString } from "#kernel/money.ts";
import { analyticColumns, type FecLine, fecAmount, fecColumns, fecDay, fecFileName } from "./fec-line.ts";

export const FEC_LINE_END = "\r\n";

export const fecHeader = `${[...fecColumns, ...analyticColumns].join("\t")}${FEC_LINE_END}`;

/** Separators, quotes and control characters never enter a field: each becomes a space. */
const FORBIDDEN = /[\p{Cc}"|]/gu;

/** A text as a field holds it. */
export function fecText(text: string): string {
  return text.replace(FORBIDDEN, " ").trim();
}

/** One record, with its line end. The ledger's own SQL writes the same bytes (fec.store.ts); a test compares them. */
export function fecRecord(line: FecLine): string {
  return (
    [
      fecText(line.journalCode),
      fecText(line.journalLabel),
      String(line.number),
      fecDay(line.date),
      fecText(line.account),
      fecText(line.accountLabel),
      fecText(line.auxiliaryCode),
      fecText(line.auxiliaryLabel),
      fecText(line.pieceRef),
      fecDay(line.pieceDate),
      fecText(line.label),
      fecAmount(line.debit),
      fecAmount(line.credit),
      fecText(line.letter),
      line.letteredOn === null ? "" : fecDay(line.letteredOn),
      fecDay(line.postedOn),
      "",
      "",
      fecText(line.activityCode),
      fecText(line.activityLabel),
    ].join("\t") + FEC_LINE_END
  );
}

/** Streams a file: the header, then batches of records. Memory stays that of one batch. */
export async function* writeFec(
  lines: Iterable<FecLine> | AsyncIterable<FecLine>,
  batchSize = 1000,
): AsyncGenerator<string> {
  let batch = fecHeader;
  let count = 0;
  for await (const line of lines) {
    batch += fecRecord(line);
    count += 1;
    if (count % batchSize === 0) {
      yield batch;
      batch = "";
    }
  }
  if (batch !== "") yield batch;
}

export type FecDescription = {
  readonly siren: string;
  readonly legalName: string;
  readonly start: Day;
  readonly end: Day;
  readonly writtenOn: Day;
  readonly lines: bigint;
  readonly entries: bigint;
  readonly debit: Cents;
  readonly credit: Cents;
  readonly journals: readonly { readonly code: string; readonly label: string }[];
  readonly software: string;
};

/** The French text that accompanies the file: its form, its columns, its journals and totals (LPF art. A47 A-1). */
export function describeFec(facts: FecDescription): string {
  const french = (day: Day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
  const euros = (amount: Cents) => toDecimalString(amount).replace(".", ",");
  const meaning: Record<string, string> = {
    EcritureNum:
      "une suite continue et unique pour l'exercice, tous journaux confondus ; les à-nouveaux ont le numéro 1",
    EcritureDate: "date de comptabilisation",
    CompAuxNum: "code du client, du fournisseur ou du tiers ; vide sinon",
    PieceRef: "référence de la pièce justificative",
    Debit: "en euros, virgule décimale, deux décimales, sans séparateur de milliers",
    Credit: "en euros, virgule décimale, deux décimales, sans séparateur de milliers",
    EcritureLet: "lettre du rapprochement ; vide si la ligne n'est pas lettrée",
    ValidDate: "date de validation : l'écriture est définitive dès son enregistrement",
    Montantdevise: "vide : la comptabilité est tenue en euros",
    Idevise: "vide : la comptabilité est tenue en euros",
    CodeAnalytique: "code de l'activité autonome (C. trav. R7331-5) ; vide pour les services mutualisés",
    LibAnalytique: "enseigne de l'activité",
  };
  const columns = [...fecColumns, ...analyticColumns].map((name, index) => {
    const more = meaning[name];
    return `${String(index + 1).padStart(2)}. ${name}${more ? ` : ${more}` : ""}`;
  });
  return [
    "DESCRIPTION DU FICHIER DES ÉCRITURES COMPTABLES",
    "(article A47 A-1 du livre des procédures fiscales)",
    "",
    `Fichier : ${fecFileName(facts.siren, facts.end)}`,
    `Entreprise : ${facts.legalName}, SIREN ${facts.siren}`,
    `Exercice : du ${french(facts.start)} au ${french(facts.end)}`,
    `Fichier écrit le ${french(facts.writtenOn)} par ${facts.software}`,
    "",
    "Forme : fichier à plat, zones séparées par une tabulation, une ligne par enregistrement (CR LF).",
    "Codage des caractères : UTF-8, sans marque d'ordre des octets. La première ligne porte les noms des zones.",
    "Dates : AAAAMMJJ. Les écritures sont dans l'ordre de leurs numéros.",
    "Les tabulations, barres verticales et guillemets des libellés sont remplacés par une espace.",
    "",
    "Zones :",
    ...columns,
    "",
    "Journaux :",
    ...facts.journals.map((journal) => `${journal.code} : ${journal.label}`),
    "",
    `Écritures : ${facts.entries}. Lignes : ${facts.lines}.`,
    `Total des débits : ${euros(facts.debit)}. Total des crédits : ${euros(facts.credit)}.`,
    "",
  ].join("\r\n");
}
