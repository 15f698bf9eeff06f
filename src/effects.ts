import { resolve } from "node:path";
import { accompanimentEffects, accompanimentMornings } from "./modules/accompaniment/effects.job.ts";
import { consultationMornings } from "./modules/consultation/effects.job.ts";
import { delegationEffects, delegationMornings } from "./modules/delegation/effects.job.ts";
import { documentsEffects } from "./modules/documents/effects.job.ts";
import { assemblyLinkInMail } from "./modules/governance/assembly/link-in-mail.job.ts";
import { governanceMornings } from "./modules/governance/limit/watch-limits.job.ts";
import { labelMornings } from "./modules/label/evidence/tell-endings.job.ts";
import { organizationProfile, PERSON_INVITED, personInvitedHandler } from "./modules/membership/index.server.ts";
import { notificationEffects } from "./modules/notification/notice/mail-notices.job.ts";
import { observatoryEffects } from "./modules/observatory/effects.job.ts";
import { candidateLinkInMail } from "./modules/parcours/index.server.ts";
import { privacyEffects, privacyMornings } from "./modules/privacy/effects.job.ts";
import { forgetGuests } from "./modules/room/participant/forget-guests.job.ts";
import { salesEffects } from "./modules/sales/effects.job.ts";
import { linkInMail } from "./modules/sales/link/link-in-mail.job.ts";
import { tellMailFailed } from "./modules/sales/tell-people.job.ts";
import type { App } from "./platform/app.ts";
import { checkAgain, FILE_UNCHECKED } from "./platform/files/file-check.store.ts";
import { MAIL_REQUESTED, mailHandler } from "./platform/mail/mail.ts";
import type { OutboxHandler } from "./platform/outbox/drain.ts";
import { MORNING, morningsFollow } from "./platform/outbox/morning.ts";

const timeZoneOf = async (...of: Parameters<typeof organizationProfile>) => (await organizationProfile(...of)).timeZone;

/** What happens after a commit, by event: each module brings its own, platform brings mail. Idempotent, at least once. */
export function handlersOf(app: App): ReadonlyMap<string, readonly OutboxHandler[]> {
  const mail = mailHandler(app.database, app.files, {
    smtpUrl: app.settings.smtpUrl,
    from: app.settings.mailFrom,
    outgoingDirectory: resolve(app.settings.dataDirectory, "outgoing"),
    now: app.clock,
    bodyOf: async (place, mail) => {
      const body = await candidateLinkInMail(app, place, mail);
      return assemblyLinkInMail(app, place, { ...mail, body: await linkInMail(app, place, { ...mail, body }) });
    },
    onFailed: tellMailFailed,
  });
  return new Map<string, readonly OutboxHandler[]>([
    [MAIL_REQUESTED, [mail]],
    [FILE_UNCHECKED, [checkAgain(app)]],
    [PERSON_INVITED, [personInvitedHandler(app.database, app.identity)]],
    ...salesEffects(app),
    ...notificationEffects({ ...app, cooperative: organizationProfile }),
    ...accompanimentEffects(app),
    ...delegationEffects(app),
    ...documentsEffects(app),
    ...privacyEffects(app),
    ...observatoryEffects(app),
    [
      MORNING,
      [
        morningsFollow(app, timeZoneOf),
        ...delegationMornings(app),
        ...accompanimentMornings(app),
        ...privacyMornings(app),
        ...labelMornings(app),
        ...consultationMornings(app),
        ...governanceMornings(app),
        forgetGuests(app),
      ],
    ],
  ]);
}
