/** Messages of sales to customers: what happened to each. */

import type { ActivityId, Id } from "#kernel/id.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { Tone } from "#ui/tone.ts";
import type { fr } from "./outgoing.fr.ts";

export type MailId = Id<"mail">;
export type OutgoingRefusal = Refusal<keyof typeof fr.refusals>;

/** waiting: not left yet; kept: no mail server is set, it lies on disk; sent; failed: refused, or tried for five days; cancelled: a reminder, and the customer has paid before it left. */
export const MAIL_STATUSES = ["waiting", "sent", "kept", "failed", "cancelled"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

export const MAIL_TONE: Record<MailStatus, Tone> = {
  waiting: "attention",
  sent: "ok",
  kept: "neutre",
  failed: "erreur",
  cancelled: "neutre",
};

/** What a page says of a message: one that was tried in vain and waits for another try is told apart. */
export function mailState({ status, error }: { readonly status: MailStatus; readonly error: string | null }) {
  return status === "waiting" && error !== null ? "retrying" : status;
}

export type OutgoingFilters = {
  readonly status: MailStatus | null;
  readonly activityId: ActivityId | null;
  /** A part of the recipient, of the subject, or of the document's number. */
  readonly search: string;
};
