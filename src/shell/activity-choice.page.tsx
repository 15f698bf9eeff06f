import { data, redirect } from "react-router";
import { parseId } from "#kernel/id.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { activityChoice } from "#ui/current-activity.ts";
import { localPath } from "#ui/local-path.ts";
import type { Route } from "./+types/activity-choice.page";

/** Remembers which of their activities a person is looking at. Only one of their own: anything else does not exist. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const chosen = parseId<"activity">(String(form.get("activite") ?? ""));
  const cookie = await readTenant(args, async ({ actor, slug }) => {
    if (chosen === null || !actor.own.has(chosen)) throw data(null, { status: 404 });
    return activityChoice(slug, chosen);
  });
  return redirect(localPath(form.get("retour")), { headers: { "set-cookie": cookie } });
}

export function loader({ params }: Route.LoaderArgs) {
  throw redirect(`/${params.cooperative}`);
}
