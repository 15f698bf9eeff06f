import { answerUndo, openUndo, tryUndo } from "#modules/parcours/index.server.ts";
import { UndoImport } from "#modules/parcours/index.view.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import type { Route } from "./+types/undo-appointments.page";
import { appointmentImport } from "./appointment-import.page.ts";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";

export async function loader(args: Route.LoaderArgs) {
  const tried = await tryUndo(args, appointmentImport);
  return readTenant(args, (reader) => openUndo(reader, appointmentImport, args.params, tried));
}

export function action(args: Route.ActionArgs) {
  return answerUndo(args, appointmentImport);
}

export default function UndoAppointmentsPage({ loaderData: { slug, shown, key }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <UndoImport
      crumb={{ to: `/${slug}/agenda`, label: words.crumb }}
      base={`/${slug}/rendez-vous`}
      shown={shown}
      idempotencyKey={key}
      answer={actionData}
    />
  );
}
