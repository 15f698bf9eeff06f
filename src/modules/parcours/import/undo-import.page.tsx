import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act } from "#modules/membership/index.server.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/undo-import.page";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { mayImport } from "./import.policy.ts";
import { findImport } from "./import.store.ts";
import { UndoImport } from "./imports.view.tsx";
import { shownImport } from "./shown-imports.store.ts";
import { undoPersons } from "./undo-import.command.ts";

export async function loader(args: Route.LoaderArgs) {
  const importId = parseId<"import">(args.params.importId);
  await readTenant(args, async ({ actor }) => mayImport(actor) ?? true);
  const tried = await runCommand(args, undoPersons, { importId: importId ?? "" }, { dryRun: true });
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now } = reader;
    const one = importId === null ? null : await findImport(tx, organizationId, "persons", importId);
    if (one === null) return refuse("missing", "import.missing");
    const shown = await shownImport(reader, one, tried.ok ? tried.output.items : null);
    return { slug, shown, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  return act(args, form, undoPersons, { importId: args.params.importId }, ({ importId }) => ({
    to: `/${args.params.cooperative}/personnes/imports/${importId}`,
    message: { fr: fr.undone, en: en.undone },
  }));
}

export default function UndoImportPage({ loaderData: { slug, shown, key }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={shown.import.fileName || words.oneImport}
      crumbs={[
        { to: `/${slug}/personnes`, label: words.crumb },
        { to: `/${slug}/personnes/imports`, label: words.imports },
      ]}
    >
      <UndoImport shown={shown} idempotencyKey={key} answer={actionData} />
    </Page>
  );
}
