import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/imports.page";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { mayImport } from "./import.policy.ts";
import { ImportList } from "./imports.view.tsx";
import { shownImports } from "./shown-imports.store.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const refusal = mayImport(reader.actor);
    if (refusal) return refusal;
    return { slug: reader.slug, imports: await shownImports(reader, "persons") };
  });
}

export default function ImportsPage({ loaderData: { slug, imports } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.importsOfPersons}
      description={words.importsLead}
      crumbs={[{ to: `/${slug}/personnes`, label: words.crumb }]}
      actions={<ButtonLink to={`/${slug}/personnes/importer`}>{words.title}</ButtonLink>}
    >
      <ImportList imports={imports} base={`/${slug}/personnes/imports`} />
    </Page>
  );
}
