import type { App } from "#platform/app.ts";
import type { OutboxHandler } from "#platform/outbox/drain.ts";
import { deliverFigures } from "./connection/deliver-figures.job.ts";
import { FIGURES_SIGNED } from "./connection/send-figures.command.ts";

/** What the observatory does after a commit: a signed document goes to its network. */
export function observatoryEffects(app: App): [string, OutboxHandler[]][] {
  return [[FIGURES_SIGNED, [(event) => deliverFigures(app, event)]]];
}
