import { readTenant } from "#platform/http/tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import type { Route } from "./+types/imports.page";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { ImportList } from "./imports.view.tsx";
import { personImport } from "./person-import.page.ts";
import { openImports } from "./sheet-import.page.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, (reader) => openImports(reader, personImport));
}

export default function ImportsPage({ loaderData: { slug, imports } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const persons = `/${slug}/personnes`;
  return (
    <ImportList
      title={words.importsOfPersons}
      crumb={{ to: persons, label: words.crumb }}
      base={persons}
      start={words.title}
      imports={imports}
    />
  );
}
