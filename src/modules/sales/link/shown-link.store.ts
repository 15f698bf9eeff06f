/** The customer's page of a document as its own page tells it, to those who may give its address. */
import { dayIn } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { openLinkOf } from "./document-link.store.ts";
import type { LinkedKind } from "./document-link.ts";
import { mayLink } from "./link.policy.ts";
import type { ShownLink } from "./link-card.view.tsx";
import { clientAddress } from "./link-in-mail.job.ts";

export async function shownLink(
  { app, tx, organizationId, actor, now, timeZone }: Reader,
  kind: LinkedKind,
  document: { readonly id: string; readonly activityId: ActivityId; readonly frozen: unknown },
): Promise<ShownLink> {
  if (document.frozen === null || mayLink(actor, document.activityId) !== null) return null;
  const link = await openLinkOf(tx, organizationId, kind, document.id, now);
  if (link === null) return { address: null };
  return { address: clientAddress(app, organizationId, link.id), until: dayIn(link.expiresAt, timeZone) };
}
