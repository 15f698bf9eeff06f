import { organizationProfile } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import type { MailPlace } from "#platform/mail/mail.ts";
import { ASSEMBLY_LINK } from "./convocation-mail.ts";

/** A convocation as it leaves: the page of its assembly is named where the kept message leaves room for it. */
export async function assemblyLinkInMail(
  app: Pick<App, "settings">,
  { tx, organizationId }: MailPlace,
  mail: { readonly body: string; readonly subjectKind: string; readonly subjectId: string },
): Promise<string> {
  if (mail.subjectKind !== "governance.assembly") return mail.body;
  const { slug } = await organizationProfile(tx, organizationId);
  const address = new URL(`/${slug}/assemblees/${mail.subjectId}`, app.settings.publicUrl).href;
  return mail.body.replaceAll(ASSEMBLY_LINK, address);
}
