/** The code that a bank's application scans to fill a transfer (EPC069-12 version 3.1, « QR SEPA »). Pure. */

import { create } from "qrcode";
import { type Cents, toDecimalString } from "#kernel/money.ts";
import type { PrintableBank } from "./printable-document.ts";

/** What the standard allows in bytes: name 70, remittance 140, amounts below a billion. */
const MOST_NAME = 70;
const MOST_REFERENCE = 140;
const MOST_AMOUNT = 99_999_999_999n;

/** The text of the code, line by line as the standard numbers them; null when the standard cannot say it. */
export function transferText(bank: PrintableBank, due: Cents): string | null {
  const iban = bank.iban.replace(/\s/g, "").toUpperCase();
  const name = cut(bank.accountName, MOST_NAME);
  if (due <= 0n || due > MOST_AMOUNT || name === "" || !/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return null;
  const lines = [
    "BCD",
    "002",
    // UTF-8
    "1",
    "SCT",
    (bank.bic ?? "").replace(/\s/g, "").toUpperCase(),
    name,
    iban,
    `EUR${toDecimalString(due)}`,
    // Neither purpose nor structured reference: ours is a text that a person reads.
    "",
    "",
    cut(bank.reference ?? "", MOST_REFERENCE),
  ];
  return lines.join("\n").replace(/\n+$/, "");
}

/** The drawing: one path of runs of dark squares, with the four squares of margin that readers need. */
export function drawCode(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const side = modules.size + 8;
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      const width = column - start + 1;
      runs.push(`M${start + 4} ${row + 4}h${width}v1h-${width}z`);
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${runs.join("")}"/></svg>`;
}

function cut(text: string, most: number): string {
  // The transfers of the SEPA know the straight apostrophe only.
  const clean = text.replaceAll("’", "'").replace(/\s+/g, " ").trim();
  let kept = "";
  for (const letter of clean) {
    if (Buffer.byteLength(kept + letter) > most) break;
    kept += letter;
  }
  return kept;
}
