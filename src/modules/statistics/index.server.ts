/** Front door of statistics: what other modules may do with it. */
export { saveSheet } from "./sheet/save-sheet.command.ts";
