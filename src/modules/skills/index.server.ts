/** Front door of skills: what the rest of the house may do with it. */
export { showOneself } from "./directory/show-oneself.command.ts";
export { evaluateSkills } from "./evaluation/evaluate.command.ts";
export { startGrid } from "./grid/change-grid.command.ts";
export { findGrid } from "./grid/grid.store.ts";
