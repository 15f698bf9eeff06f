import { data, redirect } from "react-router";
import { runCommand } from "#platform/http/tenant.ts";
import { flash } from "#ui/flash.ts";
import { localPath } from "#ui/local-path.ts";
import type { Route } from "./+types/arrange.page";
import { arrangeList } from "./arrange-list.command.ts";
import { en } from "./list.en.ts";
import { fr } from "./list.fr.ts";

/** Keeps the columns and the line height of a list, and goes back to it. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const usual = form.get("intention") === "habitude";
  const shown = new Set(form.getAll("colonne"));
  const result = await runCommand(args, arrangeList, {
    list: form.get("liste"),
    hidden: usual ? [] : form.getAll("toutes").filter((key) => !shown.has(key)),
    density: usual ? null : form.get("densite"),
  });
  if (!result.ok) throw data({ sentence: result.problem.sentence }, { status: result.status });
  return redirect(localPath(form.get("retour")), { headers: flash({ fr: fr.arranged, en: en.arranged }) });
}

export function loader({ params }: Route.LoaderArgs) {
  throw redirect(`/${params.cooperative}`);
}
