import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en as uiEnglish } from "#ui/words.en.ts";
import { fr as uiFrench } from "#ui/words.fr.ts";

/** Which tables of the desk speak of somebody: how they like their lists. */
export const deskPersonalData: readonly PersonalTable[] = [
  { table: "desk.saved_view", of: "person_id", words: { fr: "Vues enregistrées", en: "Saved views" } },
  {
    table: "desk.list_arrangement",
    say: inWords({
      fr: { density: { comfort: uiFrench.comfort, compact: uiFrench.compact } },
      en: { density: { comfort: uiEnglish.comfort, compact: uiEnglish.compact } },
    }),
    of: "person_id",
    words: { fr: "Affichage des listes", en: "Display of lists" },
  },
];
