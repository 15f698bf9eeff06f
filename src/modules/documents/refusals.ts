/** The sentences of what documents refuses, in both languages. */
import { en as documentEn } from "./document/document.en.ts";
import { fr as documentFr } from "./document/document.fr.ts";
import { en as pieceEn } from "./piece/piece.en.ts";
import { fr as pieceFr } from "./piece/piece.fr.ts";
import { en as signatureEn } from "./signature/signature.en.ts";
import { fr as signatureFr } from "./signature/signature.fr.ts";

export const documentsRefusals = {
  fr: { ...documentFr.refusals, ...signatureFr.refusals, ...pieceFr.refusals },
  en: { ...documentEn.refusals, ...signatureEn.refusals, ...pieceEn.refusals },
};
