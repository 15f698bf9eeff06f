/** Front door of networks for views: structures to choose, in forms of modules whose things several structures share. */
export { type ChosenStructure, StructureChoice } from "./structure/structure-choice.view.tsx";
