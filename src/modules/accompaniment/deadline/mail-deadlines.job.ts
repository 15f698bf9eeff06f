import { membersHolding, organizationProfile } from "#modules/membership/index.server.ts";
import { chosenCadence } from "#modules/notification/index.server.ts";
import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { derivedId } from "#platform/id.ts";
import { requestMailOnce } from "#platform/mail/mail.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { morningOf } from "#platform/outbox/morning.ts";
import { DEADLINES, isTurn, writeDigest } from "./digest.ts";
import { listedDeadlines } from "./listed-deadlines.store.ts";

/**
 * Of a morning: the deadlines within the reach of each who reads them, at the pace they chose. One mail for each person and
 * morning, under an identifier that both give, so that a morning told twice writes it once. No deadline, no mail.
 */
export async function mailDeadlines(app: App, event: OutboxEvent): Promise<void> {
  // Nobody reads the mails of a story that is being told.
  if ((app.demo?.()?.progress ?? null) !== null) return;
  const { organizationId } = event;
  const now = app.clock();
  const { cooperative, members } = await withTenant(app.database, { organizationId, userId: null }, async (tx) => ({
    cooperative: await organizationProfile(tx, organizationId),
    members: await membersHolding(tx, organizationId, DEADLINES.roles ?? []),
  }));
  for (const { personId, userId, firstName, email } of members) {
    await withTenant(app.database, { organizationId, userId: null }, async (tx) => {
      const presence = await app.loadPresence(tx, { organizationId, userId }, now);
      if (presence === null) return;
      const choice = await chosenCadence(tx, organizationId, personId, DEADLINES);
      if (!isTurn(choice, morningOf(event), presence.today)) return;
      const { slug, legalName } = cooperative;
      const { rows } = await listedDeadlines({ app, tx, organizationId, slug, now, language: "fr", ...presence }, "");
      if (rows.length === 0) return;
      const link = (path: string) => `${app.settings.publicUrl}/${slug}/${path}`;
      await requestMailOnce({ tx, organizationId, now }, derivedId(`${event.id} deadlines ${personId}`), {
        ...writeDigest({ firstName, cooperative: legalName, rows, today: presence.today, link }),
        recipient: email,
        senderName: legalName,
        subjectKind: "membership.person",
        subjectId: personId,
      });
    });
  }
  app.wake();
}
