import {
  Check,
  Copy,
  Download,
  FilePen,
  Mail,
  RotateCcw,
  Send,
  ThumbsDown,
  ThumbsUp,
  Trash2,
  Undo2,
} from "lucide-react";
import { ButtonLink } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en as nounEn } from "./quote.en.ts";
import { fr as nounFr } from "./quote.fr.ts";
import type { QuoteAction } from "./quote.ts";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";
import type { ShownQuote } from "./quote-shown.ts";

type Props = { readonly shown: ShownQuote; readonly answer: FormAnswer | null };

/** The acts that state and rights both allow; one of them is the main one. */
export function QuoteActs({ shown, answer }: Props) {
  const { quote, slug, allowed } = shown;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const can = (action: QuoteAction) => allowed.includes(action);
  return (
    <>
      {can("delete") ? (
        <Confirm trigger={noun.actions.delete} title={words.deleteTitle} variant="quiet" icon={Trash2}>
          <p>{words.deleteHelp}</p>
          <Act shown={shown} answer={answer} intent="delete">
            <SubmitButton variant="danger">{noun.actions.delete}</SubmitButton>
          </Act>
        </Confirm>
      ) : null}
      {can("duplicate") ? (
        <Act shown={shown} answer={answer} intent="duplicate">
          <SubmitButton variant="quiet" icon={Copy}>
            {noun.actions.duplicate}
          </SubmitButton>
        </Act>
      ) : null}
      {can("takeBack") ? (
        <Act shown={shown} answer={answer} intent="takeBack">
          <SubmitButton variant="secondary" icon={Undo2}>
            {noun.actions.takeBack}
          </SubmitButton>
        </Act>
      ) : null}
      {can("edit") ? (
        <ButtonLink to={`/${slug}/devis/${quote.id}/modifier`} icon={FilePen}>
          {noun.actions.edit}
        </ButtonLink>
      ) : null}
      {can("return") ? (
        <Confirm trigger={noun.actions.return} title={words.returnTitle} icon={RotateCcw} shortcut="e">
          <Act shown={shown} answer={answer} intent="return">
            <Textarea name="comment" label={words.returnLabel} help={words.returnHelp} required rows={3} />
            <SubmitButton>{noun.actions.return}</SubmitButton>
          </Act>
        </Confirm>
      ) : null}
      <ButtonLink to={`/${slug}/devis/${quote.id}/pdf`} reloadDocument icon={Download}>
        {quote.number === null ? words.pdfDraft : words.pdf}
      </ButtonLink>
      {can("send") && quote.status === "validated" ? (
        <ButtonLink to="#envoi" variant="primary" icon={Mail} className="order-last">
          {words.sendButton}
        </ButtonLink>
      ) : null}
      <AnswerActs shown={shown} answer={answer} can={can} />
      {can("submit") && !can("validate") ? (
        <Act shown={shown} answer={answer} intent="submit">
          <SubmitButton icon={Send}>{noun.actions.submit}</SubmitButton>
        </Act>
      ) : null}
      {can("validate") ? (
        <Confirm
          trigger={noun.actions.validate}
          title={words.validateTitle}
          variant="primary"
          icon={Check}
          shortcut="v"
        >
          <p>{words.validateHelp}</p>
          <Act shown={shown} answer={answer} intent="validate">
            <SubmitButton>{noun.actions.validate}</SubmitButton>
          </Act>
        </Confirm>
      ) : null}
    </>
  );
}

/** The customer's answer, with its day and a word. */
function AnswerActs({ shown, answer, can }: Props & { readonly can: (action: QuoteAction) => boolean }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const { today } = shown;
  return (
    <>
      {can("decline") ? (
        <Confirm trigger={noun.actions.decline} title={words.declineTitle} icon={ThumbsDown}>
          <Act shown={shown} answer={answer} intent="decline">
            <DayInput name="on" label={words.declineOn} today={today} defaultValue={today} />
            <TextInput name="comment" label={words.declineComment} optional />
            <SubmitButton>{noun.actions.decline}</SubmitButton>
          </Act>
        </Confirm>
      ) : null}
      {can("accept") ? (
        <Confirm
          trigger={noun.actions.accept}
          title={words.acceptTitle}
          variant={shown.quote.status === "validated" ? "secondary" : "primary"}
          icon={ThumbsUp}
        >
          <Act shown={shown} answer={answer} intent="accept">
            <DayInput name="on" label={words.acceptOn} today={today} defaultValue={today} />
            <TextInput name="comment" label={words.acceptComment} optional />
            <SubmitButton>{noun.actions.accept}</SubmitButton>
          </Act>
        </Confirm>
      ) : null}
    </>
  );
}

function Act({
  shown,
  answer,
  intent,
  children,
}: Props & { readonly intent: string; readonly children: React.ReactNode }) {
  return (
    <SubmitForm
      intent={intent}
      idempotencyKey={shown.key}
      answer={answer}
      hidden={{ version: String(shown.quote.version) }}
      className="flex flex-col gap-4"
    >
      {children}
    </SubmitForm>
  );
}
