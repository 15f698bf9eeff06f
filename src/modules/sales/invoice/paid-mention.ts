/** What a document says when it was paid before it was issued: « Facture acquittée le 20/11/2026 par carte ». */

import { fill, type Language } from "#kernel/language.ts";
import { day, mediumDay } from "#ui/format.ts";
import { en } from "../payment/payment.en.ts";
import { fr } from "../payment/payment.fr.ts";
import type { PaidAtIssue } from "./frozen-invoice.ts";

export function paidWords(language: Language): typeof fr | typeof en {
  return language === "fr" ? fr : en;
}

export function paidMention(paid: PaidAtIssue, language: Language): string {
  const words = paidWords(language);
  const on = language === "fr" ? day(paid.on) : mediumDay(paid.on, language);
  return fill(words.paidMention, { day: on, means: words.means[paid.method] });
}
