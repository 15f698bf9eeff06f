import { useLanguage } from "#ui/language.tsx";
import { en as dimensionEn } from "../dimension/dimension.en.ts";
import { fr as dimensionFr } from "../dimension/dimension.fr.ts";
import { isDimension } from "../dimension/dimension.ts";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { isImportColumn } from "./import.ts";

/** What a column may fill, in words; any other field has none. */
export function useColumnWords(): (column: string) => string {
  const { choose } = useLanguage();
  const { own } = choose({ fr, en });
  const { labels } = choose({ fr: dimensionFr, en: dimensionEn });
  return (column) => (!isImportColumn(column) ? "" : isDimension(column) ? labels[column] : own[column]);
}
