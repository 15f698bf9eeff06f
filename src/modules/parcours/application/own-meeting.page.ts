import { refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { readPublic } from "#platform/http/public-tenant.ts";
import { registrationsOf } from "../information-meeting/information-meeting.store.ts";
import type { Route } from "./+types/own-meeting.page";
import { meetingFile } from "./letter.ts";
import { candidateBehind } from "./link.store.ts";
import { linkOf } from "./link-in-mail.job.ts";

/** One's own meeting, for one's calendar. */
export function loader(args: Route.LoaderArgs) {
  return readPublic(args, async ({ app, tx, organizationId, now, today, language, timeZone }) => {
    const linkId = linkOf(app, organizationId, args.params.token);
    const candidate = linkId === null ? null : await candidateBehind(tx, organizationId, linkId, now);
    const registrations = candidate === null ? [] : await registrationsOf(tx, organizationId, candidate.candidateId);
    const next = registrations.find((one) => !one.cancelled && !one.meetingCancelled && one.heldOn >= today);
    if (next === undefined) return refuse("missing", "application.linkEnded");
    const { legalName } = await organizationProfile(tx, organizationId);
    const file = meetingFile(next, { language, cooperative: legalName, timeZone, now });
    const headers = { "content-type": file.mediaType, "content-disposition": `attachment; filename="${file.name}"` };
    return new Response(file.text, { headers });
  });
}
