import { parseId } from "#kernel/id.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { activityProfile, checkLogo, mayActivity, organizationProfile } from "#modules/membership/index.server.ts";
import { proposedColour } from "#modules/membership/index.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import { filesIn } from "#platform/http/held-upload.ts";
import { problemOf, type Reader, type RouteArguments, readTenant } from "#platform/http/tenant.ts";
import { readUpload } from "#platform/http/upload.ts";
import type { PrintableBrand } from "#platform/pdf/printable-document.ts";
import { isPrintableLogo } from "#platform/pdf/printer.ts";
import { loadLogo } from "../document/logo.store.ts";
import { salesSettings } from "../settings.ts";
import type { Route } from "./+types/sample-of-activity.page";
import { sampleDocument } from "./sample-document.ts";
import { sampleNumber, samplePdf, sampleRefused } from "./sample-pdf.page.ts";

type Arguments = Route.LoaderArgs | Route.ActionArgs;

/** A sample of the activity's documents as they are today. */
export function loader(args: Route.LoaderArgs) {
  return sample(args, new FormData());
}

/** The same with what the form says, before it is saved. */
export async function action(args: Route.ActionArgs) {
  return sample(args, await args.request.formData());
}

async function sample(args: Arguments, form: FormData): Promise<Response> {
  const made = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, app, language, today } = reader;
    const activityId = parseId<"activity">(args.params.activityId);
    if (activityId === null) return refuse("missing", "activity.missing");
    const activity = await activityProfile(tx, organizationId, activityId);
    if (activity === null) return refuse("missing", "activity.missing");
    const refusal = mayActivity(actor, "present", activityId);
    if (refusal) return refusal;
    const organization = await organizationProfile(tx, organizationId);
    const typed = (name: string, saved: string, most: number) =>
      String(form.get(name) ?? saved)
        .trim()
        .slice(0, most);
    const accent = typed("accentColour", activity.accentColour ?? "", 9);
    const proposal = proposedColour(accent);
    const chosen = await chosenLogo(args, reader, form, activity.logoHash);
    const problem =
      proposal === null ? (isRefusal(chosen) ? chosen : null) : refuse("invalid", "activity.paleColour", { proposal });
    if (problem !== null || isRefusal(chosen)) {
      return { document: null, language, sentence: problem === null ? "" : problemOf(app, problem, language).sentence };
    }
    const settings = salesSettings(organization.settings);
    return {
      sentence: "",
      language,
      document: sampleDocument({
        organization,
        activity: {
          ...activity,
          email: typed("email", activity.email, 254),
          phone: typed("phone", activity.phone, 30),
          accentColour: /^#[0-9a-f]{6}$/i.test(accent) ? accent : null,
          footer: typed("footer", activity.footer, 500),
          conditions: typed("conditions", activity.conditions, 20_000),
        },
        settings,
        number: sampleNumber(settings.numberTemplate, today, activity.code),
        today,
        language,
        logo: chosen,
      }),
    };
  });
  if (made.document === null) return sampleRefused(made.sentence, 422);
  return samplePdf(made.document, made.language);
}

/** The picture chosen in the form, else the one held from an earlier try, else the saved one. */
async function chosenLogo(args: RouteArguments, reader: Reader, form: FormData, saved: string | null) {
  const { tx, app, actor, organizationId } = reader;
  const [file] = filesIn(form, "logo");
  if (file !== undefined) {
    const upload = await readUpload(args, file);
    if (isRefusal(upload)) return upload;
    const { bytes } = upload;
    const type = checkLogo(bytes);
    if (isRefusal(type)) return type;
    const logo: NonNullable<PrintableBrand["logo"]> = { format: type === "image/png" ? "png" : "jpg", bytes };
    return (await isPrintableLogo(logo)) ? logo : refuse("invalid", "activity.logoBroken");
  }
  const heldId = parseId<"heldFile">(String(form.get("heldLogo") ?? ""));
  const sender = { organizationId, userId: actor.userId };
  const [held] = heldId === null ? [] : await heldFiles(tx, sender, "logo", [heldId]);
  if (held !== undefined) {
    const bytes = await app.files.get(held.hash);
    return bytes === null
      ? undefined
      : { format: held.mediaType === "image/png" ? ("png" as const) : ("jpg" as const), bytes };
  }
  return form.get("noLogo") === "oui" ? undefined : loadLogo(tx, app.files, organizationId, saved);
}
