import { Mail, Pause, Play } from "lucide-react";
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { day, eur, mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en as outgoingEn } from "../outgoing/outgoing.en.ts";
import { fr as outgoingFr } from "../outgoing/outgoing.fr.ts";
import { MAIL_TONE } from "../outgoing/outgoing.ts";
import type { LateGroup } from "./late-customers.ts";
import { en } from "./reminder.en.ts";
import { fr } from "./reminder.fr.ts";
import type { SentReminder } from "./reminder.store.ts";
import { REMINDER_LEVELS, type ReminderLevel, type ReminderText } from "./reminder.ts";
import { useReminderWords } from "./reminder-words.ts";

type Shown = {
  readonly slug: string;
  readonly key: string;
  readonly group: LateGroup;
  readonly level: ReminderLevel;
  readonly ticked: readonly string[];
  readonly message: ReminderText;
  readonly pausedOn: Day | null;
  readonly sent: readonly SentReminder[];
  readonly may: boolean;
};

export function RemindCustomerView({ shown, answer }: { readonly shown: Shown; readonly answer: FormAnswer | null }) {
  const { slug, group, pausedOn, sent, may } = shown;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const states = choose({ fr: outgoingFr, en: outgoingEn }).states;
  const say = useReminderWords();
  const paused = pausedOn !== null;
  return (
    <Page
      title={fill(words.customerTitle, { customer: group.name })}
      crumbs={[{ label: words.title, to: `/${slug}/relances` }]}
      width="form"
      actions={
        <>
          <ButtonLink variant="quiet" to={`/${slug}/clients/${group.id}`}>
            {words.openCustomer}
          </ButtonLink>
          {may && !paused ? (
            <Confirm trigger={words.pause} title={words.pauseTitle} icon={Pause}>
              <SubmitForm intent="pause" answer={answer} className="flex flex-col gap-4">
                <p>{words.pauseHelp}</p>
                <TextInput
                  name="reason"
                  label={words.pauseReason}
                  help={words.pauseReasonHelp}
                  maxLength={500}
                  optional
                />
                <SubmitButton>{words.pause}</SubmitButton>
              </SubmitForm>
            </Confirm>
          ) : null}
        </>
      }
    >
      {answer?.problem ? <Notice tone="erreur">{answer.problem.sentence}</Notice> : null}
      {paused ? (
        <Notice tone="info">
          <p>
            {fill(words.pausedSince, { date: mediumDay(pausedOn, language) })} {group.pauseReason}
          </p>
          {may ? (
            <SubmitForm intent="resume" answer={answer} className="mt-3">
              <SubmitButton variant="secondary" icon={Play}>
                {words.resume}
              </SubmitButton>
            </SubmitForm>
          ) : null}
        </Notice>
      ) : null}
      {group.invoices.length === 0 ? (
        <Notice tone="ok">{words.customerNone}</Notice>
      ) : may && !paused ? (
        <Message shown={shown} answer={answer} />
      ) : (
        <Card title={words.invoices}>
          <ul className="flex flex-col gap-2">
            {group.invoices.map((row) => (
              <li key={row.id} className="flex flex-wrap justify-between gap-2">
                <TextLink to={`/${slug}/factures/${row.id}`}>{row.number}</TextLink>
                <span className="text-texte2">{say.late(row.daysLate)}</span>
                <Money amount={row.left} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {sent.length > 0 ? (
        <Card title={words.history}>
          <ul className="divide-y divide-bordure">
            {sent.map((one) => (
              <li key={one.mailId} className="flex flex-wrap items-center justify-between gap-2 py-2">
                <span>
                  <TextLink to={`/${slug}/courrier/${one.mailId}`}>{say.levelOn(one.level, day(one.on))}</TextLink>
                  <span className="block text-aide text-texte2">{one.numbers}</span>
                </span>
                <Badge tone={MAIL_TONE[one.status]}>{states[one.status]}</Badge>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  );
}

function Message({ shown, answer }: { readonly shown: Shown; readonly answer: FormAnswer | null }) {
  const { slug, key, group, level, ticked, message } = shown;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const say = useReminderWords();
  return (
    <Card>
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <span className="font-semibold" id="ton">
          {words.level}
        </span>
        <nav aria-labelledby="ton" className="flex flex-wrap gap-2">
          {REMINDER_LEVELS.map((one) => (
            <ButtonLink
              key={one}
              size="small"
              variant={one === level ? "primary" : "secondary"}
              to={`/${slug}/relances/${group.id}?niveau=${one}`}
              aria-current={one === level ? "true" : undefined}
            >
              {words.levels[one]}
            </ButtonLink>
          ))}
        </nav>
      </div>
      {/* Another tone is another text: what was typed for the one before goes. */}
      <SubmitForm
        key={level}
        intent="send"
        idempotencyKey={key}
        hidden={{ level: String(level), name: group.name }}
        answer={answer}
        className="flex flex-col gap-4"
      >
        <fieldset className="flex flex-col gap-1">
          <legend className="pb-1 font-semibold">{words.chosenInvoices}</legend>
          {group.invoices.map((row) => (
            <Checkbox
              key={row.id}
              name="invoiceIds"
              id={`facture-${row.id}`}
              value={row.id}
              defaultChecked={ticked.includes(row.id)}
              label={
                <>
                  {row.number}, {eur(row.left, language)}{" "}
                  <span className="text-texte2">
                    ({say.late(row.daysLate)}
                    {row.lastLevel !== null && row.lastOn !== null
                      ? `, ${say.levelOn(row.lastLevel, day(row.lastOn))}`
                      : ""}
                    )
                  </span>
                </>
              }
            />
          ))}
        </fieldset>
        <TextInput
          name="recipient"
          type="email"
          label={words.to}
          help={group.email === "" ? words.noEmailHelp : undefined}
          defaultValue={group.email}
          autoComplete="off"
          required
        />
        <TextInput name="subject" label={words.subject} defaultValue={message.subject} required />
        <Textarea name="body" label={words.body} rows={14} defaultValue={message.body} required />
        <p className="text-aide text-texte2">{words.sendOneHelp}</p>
        <SubmitButton icon={Mail} className="w-fit">
          {words.send}
        </SubmitButton>
      </SubmitForm>
    </Card>
  );
}
