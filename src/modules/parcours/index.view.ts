/** Front door of parcours for views: the pages of an import, shown by modules that declare a sheet. */
export { ImportSheet } from "./import/import-preview.view.tsx";
export { ImportList, UndoImport } from "./import/imports.view.tsx";
