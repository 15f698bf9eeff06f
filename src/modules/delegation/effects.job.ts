import { PERSON_ARCHIVED } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import type { OutboxHandler } from "#platform/outbox/drain.ts";
import { AGREEMENT_CHANGED, carryAgreement } from "./agreement/carry-agreement.job.ts";
import { closeLeaver } from "./delegate/close-leaver.job.ts";
import { openMonths } from "./work/open-months.job.ts";

/** What happens between the two houses of an agreement, after the commit of one; to whoever was named and leaves. */
export function delegationEffects(app: App): [string, OutboxHandler[]][] {
  return [
    [AGREEMENT_CHANGED, [(event) => carryAgreement(app, event)]],
    [PERSON_ARCHIVED, [(event) => closeLeaver(app, event)]],
  ];
}

/** Each morning: the work of a month that begins. */
export function delegationMornings(app: App): OutboxHandler[] {
  return [(event) => openMonths(app, event)];
}
