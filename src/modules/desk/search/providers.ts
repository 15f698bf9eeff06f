/** Only gathers the `search.ts` of each module, in the order in which results are shown. */
import type { SearchProvider } from "./search.ts";

export const SEARCH_PROVIDERS: readonly SearchProvider[] = [];
