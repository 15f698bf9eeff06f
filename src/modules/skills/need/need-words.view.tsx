import { dimensionEnglish, dimensionFrench } from "#modules/parcours/index.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./need.en.ts";
import { fr } from "./need.fr.ts";
import type { Spread } from "./need.ts";

/** The name of a group, by what the figures are spread by. */
export function useGroupWords(sites: Readonly<Record<string, string>>): (spread: Spread, value: string) => string {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { choices } = choose({ fr: dimensionFrench, en: dimensionEnglish });
  const domains: Readonly<Record<string, string>> = choices.trade_domain;
  return (spread, value) => {
    const name = spread === "lieu" ? sites[value] : spread === "domaine" ? domains[value] : value;
    return name === undefined || name === "" ? words.noGroup : name;
  };
}
