/** What documents tells people of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const SIGNING: Heading = {
  key: "documents.signing",
  words: { fr: "Mes documents à signer", en: "My documents to sign" },
  urgent: true,
};
const PROGRESS: Heading = {
  key: "documents.progress",
  words: { fr: "Mes documents signés ou refusés", en: "My documents signed or declined" },
};

export const TO_SIGN: Topic = {
  key: "documents.document.toSign",
  kind: "yours",
  heading: SIGNING,
  words: {
    fr: { sentence: "« {title} » attend votre signature.", action: "Lire et signer" },
    en: { sentence: "“{title}” awaits your signature.", action: "Read and sign" },
  },
};

export const SIGNED: Topic = {
  key: "documents.document.signed",
  kind: "news",
  heading: PROGRESS,
  words: {
    fr: { sentence: "« {title} » est signé par tous.", action: "Ouvrir le document" },
    en: { sentence: "“{title}” is signed by all.", action: "Open the document" },
  },
};

export const DECLINED: Topic = {
  key: "documents.document.declined",
  kind: "news",
  heading: PROGRESS,
  words: {
    fr: { sentence: "{actor} ne signe pas « {title} ».", detail: "« {reason} »", action: "Ouvrir le document" },
    en: { sentence: "{actor} does not sign “{title}”.", detail: "“{reason}”", action: "Open the document" },
  },
};

export const documentsTopics: readonly Topic[] = [TO_SIGN, SIGNED, DECLINED];
