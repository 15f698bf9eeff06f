import type { ReactNode } from "react";
import { fill } from "#kernel/language.ts";
import { CheckboxFamilies } from "#ui/checkbox-families.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "../network.en.ts";
import { fr } from "../network.fr.ts";
import { STRUCTURE_KINDS, type Structure, type StructureKind } from "./structure.ts";

export type ChosenStructure = Pick<Structure, "name" | "kind"> & { readonly id: string };

/** Several structures of the network, kind by kind: the kinds that are wanted most first, the others in a fold. */
export function StructureChoice({
  name,
  label,
  help,
  structures,
  first,
  chosen,
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly structures: readonly ChosenStructure[];
  readonly first: readonly StructureKind[];
  readonly chosen: readonly string[];
}) {
  const words = useLanguage().choose({ fr, en });
  const byKind = Map.groupBy(structures, ({ kind }) => kind);
  const familiesOf = (kinds: readonly StructureKind[]) =>
    kinds.flatMap((kind) => {
      const those = byKind.get(kind) ?? [];
      const options = those.map(({ id, name: text }) => ({ value: id, label: text }));
      return those.length === 0 ? [] : [{ key: kind, label: words.kindsOfMany[kind], options }];
    });
  const folded = familiesOf(STRUCTURE_KINDS.filter((kind) => !first.includes(kind)));
  const count = folded.reduce((total, { options }) => total + options.length, 0);
  return (
    <CheckboxFamilies
      {...{ name, label, help, chosen, folded }}
      families={familiesOf(first)}
      foldLabel={fill(words.otherStructures, { count: String(count) })}
    />
  );
}
