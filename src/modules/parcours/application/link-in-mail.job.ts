import type { OrganizationId } from "#kernel/id.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import type { MailPlace } from "#platform/mail/mail.ts";
import { CANDIDATE_LINK, type CandidateLinkId, withAddresses } from "./link.ts";

/** The link that a piece of address opens in this cooperative; null when its seal is not ours, or is another's. */
export function linkOf(
  app: Pick<App, "tokens">,
  organizationId: OrganizationId,
  token: string | undefined,
): CandidateLinkId | null {
  const named = app.tokens.read(CANDIDATE_LINK, token ?? "");
  return named?.organizationId === organizationId ? (named.id as CandidateLinkId) : null;
}

/** A message to a candidate as it leaves: their own address is written where the kept message leaves room for it. */
export async function candidateLinkInMail(
  app: Pick<App, "tokens" | "settings">,
  { tx, organizationId }: MailPlace,
  mail: { readonly body: string; readonly subjectKind: string },
): Promise<string> {
  if (mail.subjectKind !== "parcours.candidate") return mail.body;
  const { slug } = await organizationProfile(tx, organizationId);
  const address = (linkId: string) => {
    const token = app.tokens.make(CANDIDATE_LINK, organizationId, linkId);
    return new URL(`/${slug}/rejoindre/suivi/${token}`, app.settings.publicUrl).href;
  };
  return withAddresses(mail.body, address);
}
