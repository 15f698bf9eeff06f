import type { App } from "#platform/app.ts";
import type { OutboxHandler } from "#platform/outbox/drain.ts";
import { releaseAccount, releaseFiles } from "./erasure/release.job.ts";
import { runRetention } from "./retention/run-retention.job.ts";
import { ACCOUNT_RELEASED, FILES_RELEASED } from "./retention/run-retention.store.ts";

/** What privacy does after a commit: files and accounts of nobody leave. */
export function privacyEffects(app: App): [string, OutboxHandler[]][] {
  return [
    [FILES_RELEASED, [(event) => releaseFiles(app, event)]],
    [ACCOUNT_RELEASED, [(event) => releaseAccount(app, event)]],
  ];
}

/** What privacy does each morning: the periods are applied. */
export function privacyMornings(app: App): OutboxHandler[] {
  return [(event) => runRetention(app, event)];
}
