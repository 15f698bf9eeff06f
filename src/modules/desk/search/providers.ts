/** Only gathers the `search.ts` of each module, in the order in which results are shown. */
import { membershipSearch } from "#modules/membership/search.ts";
import { salesSearch } from "#modules/sales/search.ts";
import type { SearchProvider } from "./search.ts";

export const SEARCH_PROVIDERS: readonly SearchProvider[] = [...salesSearch, ...membershipSearch];
