import type { App } from "#platform/app.ts";
import type { MailPlace } from "#platform/mail/mail.ts";
import { openLinkOf } from "./document-link.store.ts";
import { LINK_PLACE, LINK_PURPOSE, type LinkedKind, withAddress } from "./document-link.ts";

/** The address of a document's page. */
export function clientAddress(
  app: Pick<App, "tokens" | "settings">,
  organizationId: MailPlace["organizationId"],
  linkId: string,
): string {
  return new URL(`/document/${app.tokens.make(LINK_PURPOSE, organizationId, linkId)}`, app.settings.publicUrl).href;
}

/** A message as it leaves: the page that is open for its document is named where the message says so. */
export async function linkInMail(
  app: Pick<App, "tokens" | "settings">,
  place: MailPlace,
  mail: { readonly body: string; readonly subjectKind: string; readonly subjectId: string },
): Promise<string> {
  const kind = /^sales\.(quote|invoice)$/.exec(mail.subjectKind)?.[1] as LinkedKind | undefined;
  if (kind === undefined || !mail.body.includes(LINK_PLACE)) return mail.body;
  const link = await openLinkOf(place.tx, place.organizationId, kind, mail.subjectId, place.now);
  return withAddress(mail.body, link === null ? null : clientAddress(app, place.organizationId, link.id));
}
