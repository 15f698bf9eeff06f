import { Badge } from "#ui/badge.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import type { Capacity, Unit } from "./capacity.ts";

/** "2,5 j/mois": hundredths and their unit, in words. */
export function useVolume(): (hundredths: number, unit: Unit) => string {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const format = new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 2 });
  return (hundredths, unit) => `${format.format(hundredths / 100)}\u00a0${words.shortUnits[unit]}`;
}

export function CapacityBadge({ capacity }: { readonly capacity: Capacity }) {
  const words = useLanguage().choose({ fr, en });
  const volume = useVolume();
  const need = capacity.side === "need";
  return (
    <Badge tone={need ? "attention" : "ok"}>
      {`${words.sides[capacity.side]} ${volume(capacity.quantity, capacity.unit)}`}
    </Badge>
  );
}
