/** Front door of parcours for pure things: what the dated history speaks of, and its words. */
export { en as dimensionEnglish } from "./dimension/dimension.en.ts";
export { fr as dimensionFrench } from "./dimension/dimension.fr.ts";
export {
  DIMENSION_KEYS,
  type DimensionKey,
  definitionOf,
  dimensionsOf,
  isDimension,
  SECTIONS,
  valueText,
} from "./dimension/dimension.ts";
export { en as exitEnglish } from "./exit/exit.en.ts";
export { fr as exitFrench } from "./exit/exit.fr.ts";
export { AIMED, BECAME, EXIT_KINDS } from "./exit/exit.ts";
export { fr as importFrench, type ImportRefusalCode } from "./import/import.fr.ts";
export {
  bareWord,
  type Choice,
  guessBy,
  MAX_IMPORT_LINES,
  type Outcome,
  readBy,
  type SheetLine,
} from "./import/sheet-lines.ts";
export { nirKey } from "./sensitive/nir.ts";
