import { PAGE_HEAD, PAGE_TAIL } from "./typst-page.ts";
import { TABLE } from "./typst-table.ts";

/** The whole document, in Typst. It receives a DocumentLayout as JSON and takes no decision about words or numbers. */
export const TEMPLATE = PAGE_HEAD + TABLE + PAGE_TAIL;
