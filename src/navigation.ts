/** Only gathers what each module brings to the menu and to « Créer », in the order in which it is shown. */
import { deskNavigation } from "#modules/desk/navigation.ts";
import type { CreationEntry, NavigationEntry } from "#ui/navigation.ts";

export const NAVIGATION: readonly NavigationEntry[] = [...deskNavigation];

export const CREATIONS: readonly CreationEntry[] = [];
