import { Mail, Send } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { eur, mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { LINK_PLACE } from "../link/document-link.ts";
import { en as linkEn } from "../link/link.en.ts";
import { fr as linkFr } from "../link/link.fr.ts";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";
import type { ShownQuote } from "./quote-shown.ts";

/** The message that goes with the quote, every word of which may change; or a note that it was handed over otherwise. */
export function QuoteSending({ shown, answer }: { readonly shown: ShownQuote; readonly answer: FormAnswer | null }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const linkWords = choose({ fr: linkFr, en: linkEn });
  const { quote, buyer, key } = shown;
  const { frozen } = quote;
  if (frozen === null) return null;
  // The message speaks the document's language, whatever that of the screen.
  const { language } = frozen.content;
  const template = language === "fr" ? fr : en;
  const facts = {
    number: frozen.number,
    amount: eur(frozen.gross, language),
    date: mediumDay(frozen.validUntil, language),
    seller: frozen.seller.tradeName,
    lien: LINK_PLACE,
  };
  return (
    <div id="envoi" className="scroll-mt-20">
      <Card title={words.sendTitle}>
        <div className="flex flex-col gap-4">
          <SubmitForm intent="mail" idempotencyKey={key} answer={answer} className="flex flex-col gap-4">
            <TextInput
              name="recipient"
              type="email"
              label={words.sendTo}
              defaultValue={buyer?.email ?? ""}
              required
              autoComplete="off"
            />
            <TextInput
              name="subject"
              label={words.sendSubject}
              defaultValue={fill(template.mailSubject, facts)}
              required
            />
            <Textarea
              name="body"
              label={words.sendBody}
              help={fill(linkWords.bodyHelp, { place: LINK_PLACE })}
              defaultValue={fill(template.mailBody, facts)}
              rows={8}
              required
            />
            <div>
              <SubmitButton variant={quote.status === "validated" ? "primary" : "secondary"} icon={Mail}>
                {words.sendButton}
              </SubmitButton>
            </div>
          </SubmitForm>
          {quote.status === "validated" ? (
            <SubmitForm intent="markSent" idempotencyKey={key} answer={answer}>
              <SubmitButton variant="quiet" icon={Send}>
                {words.markSent}
              </SubmitButton>
            </SubmitForm>
          ) : null}
        </div>
      </Card>
    </div>
  );
}
