import { writeCalendar } from "#kernel/ical.ts";
import { contactsOf, organizationProfile } from "#modules/membership/index.server.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { appContext } from "#platform/http/context.ts";
import type { Route } from "./+types/feed.page";
import { standingFeed } from "./feed.store.ts";
import { feedEvents } from "./feed-events.store.ts";
import { isAskedTooOften, readFeedToken } from "./feed-token.server.ts";

const nothing = () => new Response(null, { status: 404 });

/**
 * What a diary reads at a secret address, without a session: the address says whose cooperative, its digest whose diary.
 * An address that was closed, of somebody who left, or that never was: the same answer.
 */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const app = args.context.get(appContext);
  const token = readFeedToken(args.params.token.replace(/\.ics$/, ""));
  if (token === null) return nothing();
  const now = app.clock();
  if (isAskedTooOften(token.hash, Date.parse(now))) {
    return new Response(null, { status: 429, headers: { "retry-after": "600" } });
  }
  const { organizationId, hash } = token;
  const read = await withTenant(app.database, { organizationId, userId: null }, async (tx) => {
    const feed = await standingFeed(tx, organizationId, { hash });
    const [contact] = feed === null ? [] : await contactsOf(tx, organizationId, [feed.personId]);
    if (contact?.userId == null) return null;
    const presence = await app.loadPresence(tx, { organizationId, userId: contact.userId }, now);
    if (presence === null) return null;
    const { slug } = await organizationProfile(tx, organizationId);
    return feedEvents({ app, tx, organizationId, slug, now, language: "fr", ...presence });
  });
  if (read === null) return nothing();
  return new Response(writeCalendar(read.events, { now, name: read.name }), {
    headers: { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, no-store" },
  });
}
