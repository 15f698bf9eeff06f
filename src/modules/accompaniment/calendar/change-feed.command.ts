import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import type { AccompanimentTables } from "../tables.ts";
import type { CalendarRefusalCode } from "./calendar.fr.ts";
import { mayFeed } from "./calendar.policy.ts";
import { type FeedId, revokeFeeds, standingFeed } from "./feed.store.ts";

type Changed = { readonly feedId: FeedId };

/** Opens the secret address of one's own diary; one that stood is closed. The secret itself is never told to the command. */
export const openFeed = defineCommand({
  name: "accompaniment.calendar.open",
  input: z.object({ tokenHash: z.string().regex(/^[0-9a-f]{64}$/, "field.other") }),
  async run(context, { tokenHash }): Promise<Changed | Refusal<CalendarRefusalCode>> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayFeed(actor, actor.personId);
    if (refusal) return refusal;
    await revokeFeeds(tx, organizationId, actor.personId, now);
    const feedId = context.id<"calendarFeed">();
    await tx
      .withTables<AccompanimentTables>()
      .insertInto("accompaniment.calendar_feed")
      .values({
        organization_id: organizationId,
        id: feedId,
        person_id: actor.personId,
        token_hash: tokenHash,
        created_at: now,
        revoked_at: null,
      })
      .execute();
    context.audit({ subjectKind: "accompaniment.calendar", subjectId: feedId });
    return { feedId };
  },
});

/** Closes it: diaries that read it are answered that there is nothing. */
export const closeFeed = defineCommand({
  name: "accompaniment.calendar.close",
  input: z.object({}),
  async run(context): Promise<Changed | Refusal<CalendarRefusalCode>> {
    const { tx, organizationId, actor, now } = context;
    const feed = await standingFeed(tx, organizationId, { personId: actor.personId });
    if (feed === null) return refuse("missing", "calendar.none");
    const refusal = mayFeed(actor, feed.personId);
    if (refusal) return refusal;
    await revokeFeeds(tx, organizationId, actor.personId, now);
    context.audit({ subjectKind: "accompaniment.calendar", subjectId: feed.id });
    return { feedId: feed.id };
  },
});
