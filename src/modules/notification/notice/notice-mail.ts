/** The mail of one notice, or of several. Pure. */

import { fill } from "#kernel/language.ts";
import { fr } from "./notice.fr.ts";
import type { Told } from "./sentence.ts";

export type NoticeMail = {
  readonly person: { readonly personId: string; readonly firstName: string; readonly email: string };
  readonly told: readonly (Told & { readonly path: string })[];
  readonly cooperative: { readonly slug: string; readonly legalName: string };
  readonly publicUrl: string;
};

/** In French, as every mail of a cooperative: what a person reads screens in is a choice of their device. */
export function writeNoticeMail({ person, told, cooperative, publicUrl }: NoticeMail) {
  const words = fr.mail;
  const link = (path: string) => new URL(`/${cooperative.slug}/${path}`, publicUrl).href;
  const paragraphs = told.map(({ sentence, detail, action, path }) =>
    [sentence, ...(detail === null ? [] : [detail]), `${action} : ${link(path)}`].join("\n"),
  );
  const [only] = told;
  const subject =
    told.length === 1 && only
      ? only.sentence.replace(/\.$/, "")
      : fill(words.many, { count: String(told.length), cooperative: cooperative.legalName });
  return {
    recipient: person.email,
    senderName: cooperative.legalName,
    subject: subject.slice(0, 200),
    body: [
      fill(words.hello, { name: person.firstName }),
      ...paragraphs,
      fill(words.all, { link: link("notifications") }),
      fill(words.why, { link: link("notifications/reglages") }),
    ].join("\n\n"),
    subjectKind: "notification.notice",
    subjectId: person.personId,
  };
}
