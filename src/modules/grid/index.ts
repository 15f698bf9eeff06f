/** Front door of cooperation grids for pure things. */
export { spreadOf } from "./round/round.ts";
