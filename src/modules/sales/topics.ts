/** What sales tells people of. Pure. */
import type { Heading, Topic, TopicKind } from "#kernel/topic.ts";

const CORRECTION: Heading = {
  key: "sales.correction",
  words: { fr: "Mes documents à corriger", en: "My documents to correct" },
  urgent: true,
};
const PROGRESS: Heading = {
  key: "sales.progress",
  words: { fr: "Mes documents validés ou envoyés", en: "My documents validated or sent" },
};
const ANSWER: Heading = {
  key: "sales.answer",
  words: { fr: "Les réponses de mes clients", en: "My customers’ answers" },
  urgent: true,
};
const PAYMENT: Heading = { key: "sales.payment", words: { fr: "Mes paiements", en: "My payments" } };
const MAIL: Heading = {
  key: "sales.mail",
  words: { fr: "Mes e-mails qui n’arrivent pas", en: "My e-mails that do not arrive" },
  urgent: true,
};
const REVIEW: Heading = {
  key: "sales.review",
  words: { fr: "Documents à relire", en: "Documents to review" },
  staffOnly: true,
};

type Words = { readonly sentence: string; readonly detail?: string; readonly action: string };

const topic = (key: string, kind: TopicKind, heading: Heading, fr: Words, en: Words): Topic => ({
  key: `sales.${key}`,
  kind,
  heading,
  words: { fr, en },
});

export const INVOICE_TO_CORRECT = topic(
  "invoice.returned",
  "yours",
  CORRECTION,
  {
    sentence: "{actor} vous demande de corriger votre facture pour {customer}.",
    detail: "« {comment} »",
    action: "Corriger la facture",
  },
  {
    sentence: "{actor} asks you to correct your invoice for {customer}.",
    detail: "“{comment}”",
    action: "Correct the invoice",
  },
);

export const QUOTE_TO_CORRECT = topic(
  "quote.returned",
  "yours",
  CORRECTION,
  {
    sentence: "{actor} vous demande de corriger votre devis pour {customer}.",
    detail: "« {comment} »",
    action: "Corriger le devis",
  },
  {
    sentence: "{actor} asks you to correct your quote for {customer}.",
    detail: "“{comment}”",
    action: "Correct the quote",
  },
);

export const INVOICE_VALIDATED = topic(
  "invoice.validated",
  "news",
  PROGRESS,
  { sentence: "{actor} a validé votre facture {number}.", action: "Voir la facture" },
  { sentence: "{actor} validated your invoice {number}.", action: "See the invoice" },
);

export const INVOICE_SENT = topic(
  "invoice.sent",
  "news",
  PROGRESS,
  { sentence: "{actor} a envoyé votre facture {number} à {customer}.", action: "Suivre la facture" },
  { sentence: "{actor} sent your invoice {number} to {customer}.", action: "Follow the invoice" },
);

export const QUOTE_NEWLY_VALIDATED = topic(
  "quote.validated",
  "news",
  PROGRESS,
  { sentence: "{actor} a validé votre devis {number}.", action: "Voir le devis" },
  { sentence: "{actor} validated your quote {number}.", action: "See the quote" },
);

export const QUOTE_SENT_FOR_YOU = topic(
  "quote.sent",
  "news",
  PROGRESS,
  { sentence: "{actor} a envoyé votre devis {number} à {customer}.", action: "Suivre le devis" },
  { sentence: "{actor} sent your quote {number} to {customer}.", action: "Follow the quote" },
);

export const QUOTE_ACCEPTED_ONLINE = topic(
  "quote.acceptedOnline",
  "news",
  ANSWER,
  { sentence: "{customer} a accepté en ligne votre devis {number}.", action: "Facturer" },
  { sentence: "{customer} accepted your quote {number} online.", action: "Invoice it" },
);

export const QUOTE_DECLINED_ONLINE = topic(
  "quote.declinedOnline",
  "news",
  ANSWER,
  { sentence: "{customer} a refusé votre devis {number}.", action: "Lire pourquoi" },
  { sentence: "{customer} declined your quote {number}.", action: "Read why" },
);

export const PAYMENT_RECEIVED = topic(
  "payment.received",
  "news",
  PAYMENT,
  { sentence: "{actor} a noté un paiement de {amount} sur votre facture {number}.", action: "Voir la facture" },
  { sentence: "{actor} recorded a payment of {amount} on your invoice {number}.", action: "See the invoice" },
);

export const INVOICE_PAID = topic(
  "payment.settled",
  "news",
  PAYMENT,
  { sentence: "Votre facture {number} est payée : {actor} a noté {amount}.", action: "Voir la facture" },
  { sentence: "Your invoice {number} is paid: {actor} recorded {amount}.", action: "See the invoice" },
);

export const PAYMENT_UNDONE = topic(
  "payment.undone",
  "news",
  PAYMENT,
  { sentence: "{actor} a annulé un paiement de {amount} sur votre facture {number}.", action: "Voir la facture" },
  { sentence: "{actor} undid a payment of {amount} on your invoice {number}.", action: "See the invoice" },
);

export const MAIL_FAILED = topic(
  "mail.failed",
  "yours",
  MAIL,
  {
    sentence: "Votre message à {recipient} n’a pas pu être remis.",
    detail: "L’adresse est peut-être fausse, ou la boîte pleine.",
    action: "Voir le message",
  },
  {
    sentence: "Your message to {recipient} could not be delivered.",
    detail: "The address may be wrong, or the mailbox full.",
    action: "See the message",
  },
);

export const TO_REVIEW: Topic = {
  key: "sales.document.toReview",
  kind: "counter",
  heading: REVIEW,
  words: {
    fr: { sentence: "{count} documents à relire", one: "1 document à relire", action: "Relire" },
    en: { sentence: "{count} documents to review", one: "1 document to review", action: "Review" },
  },
};

export const salesTopics: readonly Topic[] = [
  INVOICE_TO_CORRECT,
  QUOTE_TO_CORRECT,
  INVOICE_VALIDATED,
  INVOICE_SENT,
  QUOTE_NEWLY_VALIDATED,
  QUOTE_SENT_FOR_YOU,
  QUOTE_ACCEPTED_ONLINE,
  QUOTE_DECLINED_ONLINE,
  PAYMENT_RECEIVED,
  INVOICE_PAID,
  PAYMENT_UNDONE,
  MAIL_FAILED,
  TO_REVIEW,
];
