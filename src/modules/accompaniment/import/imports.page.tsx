import { openImports } from "#modules/parcours/index.server.ts";
import { ImportList } from "#modules/parcours/index.view.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import type { Route } from "./+types/imports.page";
import { appointmentImport } from "./appointment-import.page.ts";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, (reader) => openImports(reader, appointmentImport));
}

export default function AppointmentImportsPage({ loaderData: { slug, imports } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <ImportList
      title={words.imports}
      crumb={{ to: `/${slug}/agenda`, label: words.crumb }}
      base={`/${slug}/rendez-vous`}
      start={words.title}
      imports={imports}
    />
  );
}
