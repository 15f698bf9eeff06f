import { readTenant } from "#platform/http/tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import type { Route } from "./+types/undo-import.page";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { UndoImport } from "./imports.view.tsx";
import { personImport } from "./person-import.page.ts";
import { answerUndo, openUndo, tryUndo } from "./sheet-import.page.ts";

export async function loader(args: Route.LoaderArgs) {
  const tried = await tryUndo(args, personImport);
  return readTenant(args, (reader) => openUndo(reader, personImport, args.params, tried));
}

export function action(args: Route.ActionArgs) {
  return answerUndo(args, personImport);
}

export default function UndoImportPage({ loaderData: { slug, shown, key }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const persons = `/${slug}/personnes`;
  return (
    <UndoImport
      crumb={{ to: persons, label: words.crumb }}
      base={persons}
      shown={shown}
      idempotencyKey={key}
      answer={actionData}
    />
  );
}
