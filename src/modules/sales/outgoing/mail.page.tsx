import { data, redirect } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { flash } from "#ui/flash.ts";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/mail.page";
import { documentHref } from "./document-href.ts";
import { en } from "./outgoing.en.ts";
import { fr } from "./outgoing.fr.ts";
import { mayMail } from "./outgoing.policy.ts";
import { findOutgoing } from "./outgoing.store.ts";
import { MAIL_TONE, mailState } from "./outgoing.ts";
import { retryMail } from "./retry-mail.command.ts";

/** One message: its text, and what became of it. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, now, timeZone }) => {
    const mailId = parseId<"mail">(args.params.mailId);
    const mail = mailId === null ? null : await findOutgoing(tx, organizationId, mailId);
    if (mail === null) return refuse("missing", "outgoing.missing");
    const refusal = mayMail(actor, "read", mail.activityId);
    if (refusal) return refusal;
    // Without a server, trying again would keep it once more.
    const stuck = mail.status === "failed" || (mail.status === "kept" && app.settings.smtpUrl !== null);
    return {
      slug,
      key: newId<"key">(now) as string,
      mail: {
        ...mail,
        attachments: mail.attachments.map(({ name }) => name),
        on: dayIn(mail.at, timeZone),
        sentOn: mail.sentAt === null ? null : dayIn(mail.sentAt, timeZone),
      },
      mayRetry: stuck && mayMail(actor, "retry", mail.activityId) === null,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("cle") ?? "");
  const options = key === "" ? {} : { idempotencyKey: `retry:${key}` };
  const result = await runCommand(args, retryMail, { mailId: args.params.mailId }, options);
  if (!result.ok) return data({ problem: result.problem }, { status: result.status });
  const headers = flash({ fr: fr.retried, en: en.retried });
  return redirect(`/${args.params.cooperative}/courrier/${args.params.mailId}`, { headers });
}

export default function MailPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, mail, mayRetry } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const state = mailState(mail);
  const facts = [
    { label: words.to, value: mail.recipient },
    { label: words.date, value: day(mail.on) },
    ...(mail.status === "sent" && mail.sentOn !== null ? [{ label: words.sentOn, value: day(mail.sentOn) }] : []),
    { label: words.attachments, value: mail.attachments.join(", ") || "—" },
  ];
  return (
    <Page
      title={mail.subject}
      crumbs={[{ label: words.title, to: `/${slug}/courrier` }]}
      badge={<Badge tone={MAIL_TONE[mail.status]}>{words.states[state]}</Badge>}
      actions={<ButtonLink to={documentHref(slug, mail)}>{words.openDocument}</ButtonLink>}
    >
      {actionData ? <Notice tone="erreur">{actionData.problem.sentence}</Notice> : null}
      <Notice tone={mail.status === "failed" ? "erreur" : mail.status === "sent" ? "ok" : "info"}>
        <p>{words.said[state]}</p>
        {mail.error === null ? null : (
          <details className="mt-1 text-aide">
            <summary>{words.reason}</summary>
            <p className="[overflow-wrap:anywhere]">{mail.error}</p>
          </details>
        )}
        {mayRetry ? (
          <SubmitForm idempotencyKey={key} className="mt-3">
            <SubmitButton>{words.retry}</SubmitButton>
          </SubmitForm>
        ) : null}
      </Notice>
      <Card title={fill(words.message, { recipient: mail.recipient })}>
        <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
          {facts.map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="text-texte2">{label}</dt>
              <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 max-w-prose whitespace-pre-line border-t border-bordure pt-4">{mail.body}</p>
      </Card>
    </Page>
  );
}
