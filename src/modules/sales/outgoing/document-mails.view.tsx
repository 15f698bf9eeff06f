import type { Day } from "#kernel/day.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./outgoing.en.ts";
import { fr } from "./outgoing.fr.ts";
import { MAIL_TONE, type MailStatus, mailState } from "./outgoing.ts";

export type DocumentMail = {
  readonly id: string;
  readonly recipient: string;
  readonly status: MailStatus;
  readonly error: string | null;
  readonly on: Day;
};

/** The messages that carried a document, each with what became of it. Nothing when there is none. */
export function DocumentMails({ slug, mails }: { readonly slug: string; readonly mails: readonly DocumentMail[] }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  if (mails.length === 0) return null;
  return (
    <Card title={words.messages}>
      <ul className="flex flex-col gap-3">
        {mails.map((mail) => (
          <li key={mail.id}>
            <span className="block [overflow-wrap:anywhere]">
              <TextLink to={`/${slug}/courrier/${mail.id}`}>{mail.recipient}</TextLink>
            </span>
            <span className="flex flex-wrap items-center gap-2 text-aide text-texte2">
              {day(mail.on)} <Badge tone={MAIL_TONE[mail.status]}>{words.states[mailState(mail)]}</Badge>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
