/** An event in words. */
import type { Day } from "#kernel/day.ts";
import { fill, type Language } from "#kernel/language.ts";
import { longDay } from "#ui/format.ts";
import { en } from "./event.en.ts";
import { fr } from "./event.fr.ts";

type Held = { readonly startsOn: Day; readonly endsOn: Day; readonly place: string };

/** « Du 4 au 5 mars 2027, Rennes »; of one day, that day alone. */
export function whenAndWhere({ startsOn, endsOn, place }: Held, language: Language): string {
  const [from, to] = [longDay(startsOn, language), longDay(endsOn, language)];
  const { dates } = language === "fr" ? fr : en;
  return `${startsOn === endsOn ? from : fill(dates, { from, to })}, ${place}`;
}
