import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act } from "#modules/membership/index.server.ts";
import { findImport, shownImport } from "#modules/parcours/index.server.ts";
import { importEnglish, importFrench, UndoImport } from "#modules/parcours/index.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { accompanies } from "../appointment/appointment.policy.ts";
import type { Route } from "./+types/undo-appointments.page";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { undoAppointments } from "./undo-appointments.command.ts";

export async function loader(args: Route.LoaderArgs) {
  const importId = parseId<"import">(args.params.importId);
  await readTenant(args, async ({ actor }) =>
    accompanies(actor) ? true : refuse("forbidden", "appointmentImport.notAllowed"),
  );
  const tried = await runCommand(args, undoAppointments, { importId: importId ?? "" }, { dryRun: true });
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now } = reader;
    const one = importId === null ? null : await findImport(tx, organizationId, "appointments", importId);
    if (one === null) return refuse("missing", "import.missing");
    const shown = await shownImport(reader, one, tried.ok ? tried.output.items : null);
    return { slug, shown, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  return act(args, form, undoAppointments, { importId: args.params.importId }, ({ importId }) => ({
    to: `/${args.params.cooperative}/rendez-vous/imports/${importId}`,
    message: { fr: importFrench.undone, en: importEnglish.undone },
  }));
}

export default function UndoAppointmentsPage({ loaderData: { slug, shown, key }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={shown.import.fileName || words.title}
      crumbs={[
        { to: `/${slug}/agenda`, label: words.crumb },
        { to: `/${slug}/rendez-vous/imports`, label: words.imports },
      ]}
    >
      <UndoImport shown={shown} idempotencyKey={key} answer={actionData} />
    </Page>
  );
}
