import { z } from "zod";
import type { ActivityId, Id } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import {
  colourText,
  idText,
  optionalEmail,
  optionalPhone,
  optionalText,
  requiredText,
  versionNumber,
} from "#platform/field.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import { proposedColour } from "../organization/organization.ts";
import type { MembershipTables } from "../tables.ts";
import type { ActivityRefusalCode } from "./activity.fr.ts";
import { type ActivityAction, mayActivity } from "./activity.policy.ts";
import { findActivity, type StoredActivity } from "./activity-detail.store.ts";

type Changed = { activityId: ActivityId; version: number };
type Refused = Refusal<ActivityRefusalCode>;

/** The activity to change, locked, allowed and as it was shown; or why not. */
export async function activityToChange(
  context: CommandContext,
  action: ActivityAction,
  activityId: ActivityId,
  version: number | null,
): Promise<StoredActivity | Refused> {
  const refusal = mayActivity(context.actor, action, activityId);
  if (refusal) return refusal;
  const activity = await findActivity(context.tx, context.organizationId, activityId, true);
  if (activity === null) return refuse("missing", "activity.missing");
  if (version !== null && activity.version !== version) return refuse("conflict", "activity.changedMeanwhile");
  return activity;
}

async function save(
  context: CommandContext,
  activity: StoredActivity,
  change: Partial<{
    name: string;
    trade: string;
    email: string;
    phone: string;
    accent_colour: string | null;
    logo_hash: string | null;
    footer: string;
    conditions: string;
    closed_on: StoredActivity["closedOn"];
  }>,
): Promise<Changed> {
  const { activityId } = activity;
  const version = activity.version + 1;
  await context.tx
    .withTables<MembershipTables>()
    .updateTable("membership.activity")
    .set({ ...change, version })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", activityId)
    .execute();
  context.audit({ subjectKind: "membership.activity", subjectId: activityId, details: change });
  return { activityId, version };
}

/** Changes the trade name and the trade. Documents already issued keep what they say. */
export const updateActivity = defineCommand({
  name: "membership.activity.update",
  input: z.object({
    activityId: idText<"activity">(),
    version: versionNumber(),
    name: requiredText(120),
    trade: optionalText(120),
  }),
  async run(context, { activityId, version, ...change }): Promise<Changed | Refused> {
    const activity = await activityToChange(context, "update", activityId, version);
    return isRefusal(activity) ? activity : save(context, activity, change);
  },
});

/** Changes what its documents show beside the cooperative: contact, logo, colour, texts. Open to its own people. */
export const presentActivity = defineCommand({
  name: "membership.activity.present",
  input: z.object({
    activityId: idText<"activity">(),
    version: versionNumber(),
    email: optionalEmail(),
    phone: optionalPhone(),
    /** "": the cooperative's colour. */
    accentColour: z.union([z.literal(""), colourText()], "field.colour").default(""),
    /** "keep" what is there, "none", or the picture that was sent for this. */
    logo: z.union([z.literal("keep"), z.literal("none"), idText<"heldFile">()]).default("keep"),
    footer: optionalText(500),
    conditions: optionalText(20_000),
  }),
  async run(context, input): Promise<Changed | Refused> {
    const { activityId, version, email, phone, accentColour, logo, footer, conditions } = input;
    const activity = await activityToChange(context, "present", activityId, version);
    if (isRefusal(activity)) return activity;
    const proposal = accentColour === "" ? null : proposedColour(accentColour);
    if (proposal !== null) return refuse("invalid", "activity.paleColour", { proposal }, "accentColour");
    const accent = accentColour === "" ? null : accentColour;
    const logoHash = logo === "keep" ? activity.logoHash : logo === "none" ? null : await keepLogo(context, logo);
    if (isRefusal(logoHash)) return logoHash;
    return save(context, activity, { email, phone, accent_colour: accent, logo_hash: logoHash, footer, conditions });
  },
});

/** The picture becomes the cooperative's own file, for ever: documents issued with it will always find it. */
async function keepLogo(context: CommandContext, id: Id<"heldFile">): Promise<string | Refused> {
  const { tx, organizationId, actor, now } = context;
  const [file] = await heldFiles(tx, { organizationId, userId: actor.userId }, "logo", [id]);
  if (file === undefined) return refuse("invalid", "activity.logoGone", {}, "logo");
  await recordFile(tx, organizationId, file, now);
  return file.hash;
}
