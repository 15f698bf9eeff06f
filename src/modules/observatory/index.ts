/** Front door of the observatory: pure words, for whoever writes or checks a document. */
export { readAnswer, textOf } from "./adhesion/protocol.ts";
export { INDICATORS, indicatorOf } from "./indicator/indicators.ts";
export { observationText } from "./observation/observation.ts";
export { type Cell, protect, type RawFigure } from "./observation/protect.ts";
