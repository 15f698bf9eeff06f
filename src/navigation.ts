/** Only gathers what each module brings to the menu and to « Créer », in the order in which it is shown. */
import { deskNavigation } from "#modules/desk/navigation.ts";
import { salesCreations, salesNavigation } from "#modules/sales/navigation.ts";
import { treasuryNavigation } from "#modules/treasury/navigation.ts";
import type { CreationEntry, NavigationEntry } from "#ui/navigation.ts";

export const NAVIGATION: readonly NavigationEntry[] = [...deskNavigation, ...salesNavigation, ...treasuryNavigation];

export const CREATIONS: readonly CreationEntry[] = [...salesCreations];
