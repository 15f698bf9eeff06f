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
import { en as nounEn } from "./invoice.en.ts";
import { fr as nounFr } from "./invoice.fr.ts";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";
import type { ShownInvoice } from "./invoice-shown.ts";

/** The message proposed with the document: the entrepreneur may change every word. */
const TEMPLATES = {
  fr: {
    subject: "{kind} {number} · {activity}",
    paid: "Bonjour,\n\nVous trouverez ci-joint notre {kindLower} {number} d’un montant de {amount}, déjà payée.\n\nVous la retrouvez aussi ici : {lien}\n\nMerci de votre confiance,\n{activity}",
    body: "Bonjour,\n\nVous trouverez ci-joint notre {kindLower} {number} d’un montant de {amount}.\nÉchéance : {due}.\n\nVous la retrouvez aussi ici : {lien}\n\nMerci de votre confiance,\n{activity}",
  },
  en: {
    subject: "{kind} {number} · {activity}",
    paid: "Hello,\n\nPlease find attached our {kindLower} {number} for {amount}, already paid.\n\nYou can also find it here: {lien}\n\nThank you for your trust,\n{activity}",
    body: "Hello,\n\nPlease find attached our {kindLower} {number} for {amount}.\nDue on {due}.\n\nYou can also find it here: {lien}\n\nThank you for your trust,\n{activity}",
  },
} as const;

export function InvoiceSending({
  shown,
  answer,
}: {
  readonly shown: ShownInvoice;
  readonly answer: FormAnswer | null;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const linkWords = choose({ fr: linkFr, en: linkEn });
  const frozen = shown.invoice.frozen;
  if (frozen === null) return null;
  // The message speaks the document's language, whatever that of the screen.
  const language = frozen.content.language;
  const kind = (language === "fr" ? nounFr : nounEn).kinds[frozen.kind];
  const facts = {
    kind,
    kindLower: kind.toLocaleLowerCase(),
    number: frozen.number,
    activity: frozen.seller.tradeName,
    amount: eur(shown.invoice.due, language),
    due: mediumDay(frozen.dueDate, language),
    lien: LINK_PLACE,
  };
  return (
    <div id="envoi">
      <Card title={shown.invoice.sentAt === null ? words.send : words.sent}>
        <SubmitForm intent="send" idempotencyKey={shown.key} answer={answer} className="flex flex-col gap-4">
          <TextInput
            name="recipient"
            type="email"
            label={words.sendTo}
            defaultValue={shown.buyer?.email ?? ""}
            required
            autoComplete="off"
          />
          <TextInput
            name="subject"
            label={words.sendSubject}
            defaultValue={fill(TEMPLATES[language].subject, facts)}
            required
          />
          <Textarea
            name="body"
            label={words.sendBody}
            help={fill(linkWords.bodyHelp, { place: LINK_PLACE })}
            rows={8}
            defaultValue={fill(frozen.paid ? TEMPLATES[language].paid : TEMPLATES[language].body, facts)}
            required
          />
          <div>
            <SubmitButton variant={shown.invoice.sentAt === null ? "primary" : "secondary"}>
              {words.sendButton}
            </SubmitButton>
          </div>
        </SubmitForm>
      </Card>
    </div>
  );
}
