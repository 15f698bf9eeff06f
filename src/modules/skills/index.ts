/** Front door of skills for pure things: the grid. */
export { type Grid, skillsOf } from "./grid/grid.ts";
