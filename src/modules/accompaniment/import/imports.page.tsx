import { refuse } from "#kernel/refusal.ts";
import { shownImports } from "#modules/parcours/index.server.ts";
import { ImportList } from "#modules/parcours/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { accompanies } from "../appointment/appointment.policy.ts";
import type { Route } from "./+types/imports.page";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    if (!accompanies(reader.actor)) return refuse("forbidden", "appointmentImport.notAllowed");
    return { slug: reader.slug, imports: await shownImports(reader, "appointments") };
  });
}

export default function AppointmentImportsPage({ loaderData: { slug, imports } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.imports}
      crumbs={[{ to: `/${slug}/agenda`, label: words.crumb }]}
      actions={<ButtonLink to={`/${slug}/rendez-vous/importer`}>{words.title}</ButtonLink>}
    >
      <ImportList imports={imports} base={`/${slug}/rendez-vous/imports`} />
    </Page>
  );
}
