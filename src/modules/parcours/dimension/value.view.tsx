import { parseDay } from "#kernel/day.ts";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./dimension.en.ts";
import { fr } from "./dimension.fr.ts";
import { type DimensionKey, definitionOf } from "./dimension.ts";

/** The words of a dimension's choices, empty for one that has none. */
export function useChoices(key: DimensionKey): readonly { readonly value: string; readonly label: string }[] {
  const words = useLanguage().choose({ fr, en });
  const named: Readonly<Record<string, string>> = (words.choices as Record<string, Record<string, string>>)[key] ?? {};
  return (definitionOf(key).choices ?? []).map((value) => ({ value, label: named[value] ?? value }));
}

/** What a fact says, in words. `names`: of the persons and sites that values point to. */
export function ValueWords({
  dimension,
  value,
  names,
}: {
  readonly dimension: DimensionKey;
  readonly value: string;
  readonly names?: Readonly<Record<string, string>>;
}) {
  const words = useLanguage().choose({ fr, en });
  const choices = useChoices(dimension);
  const { kind } = definitionOf(dimension);
  if (kind === "terms") return words.termsText;
  if (value === "") return kind === "person" ? words.nobody : words.nothing;
  if (kind === "choice") return choices.find((choice) => choice.value === value)?.label ?? value;
  if (kind === "yes") return value === "true" ? words.yes : words.no;
  if (kind === "person" || kind === "site") return names?.[value] ?? "";
  const parsed = kind === "day" ? parseDay(value) : null;
  return parsed === null ? value : day(parsed);
}
