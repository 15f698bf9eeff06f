import type { ActivityId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { filesIn, type Held, holdUpload } from "#platform/http/held-upload.ts";
import type { RouteArguments } from "#platform/http/tenant.ts";
import { isPrintableLogo } from "#platform/pdf/printer.ts";
import type { ActivityRefusalCode } from "./activity.fr.ts";
import { mayActivity } from "./activity.policy.ts";
import { checkLogo } from "./logo.ts";

/** The picture of the form, received once it is sure that documents can be printed with it; null when none was chosen. */
export async function holdLogo(args: RouteArguments, form: FormData, activityId: ActivityId): Promise<Held | null> {
  const [file] = filesIn(form, "logo");
  if (file === undefined) return null;
  return holdUpload(args, file, {
    purpose: "logo",
    field: "logo",
    allow: (actor) => mayActivity(actor, "present", activityId),
    check: printableLogo,
  });
}

async function printableLogo(bytes: Uint8Array): Promise<"image/png" | "image/jpeg" | Refusal<ActivityRefusalCode>> {
  const type = checkLogo(bytes);
  if (isRefusal(type)) return type;
  const format = type === "image/png" ? "png" : "jpg";
  return (await isPrintableLogo({ format, bytes })) ? type : refuse("invalid", "activity.logoBroken");
}
