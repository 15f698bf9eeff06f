/** Only gathers the `search.ts` of each module, in the order in which results are shown. */
import { salesSearch } from "#modules/sales/search.ts";
import type { SearchProvider } from "./search.ts";

export const SEARCH_PROVIDERS: readonly SearchProvider[] = [...salesSearch];
