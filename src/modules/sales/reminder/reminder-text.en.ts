import type { Translation } from "#kernel/language.ts";
import type { fr } from "./reminder-text.fr.ts";

export const en: Translation<typeof fr> = {
  levels: [
    {
      subject: "Payment reminder: {numbers}",
      body: "Hello,\n\nUnless we are mistaken, this is still to be paid:\n{list}\n\nThat is {total} in all. If your payment has left meanwhile, please ignore this message.\n\nThe details are attached. A question? Simply answer this message.\n\nThank you and have a good day,\n{activity}",
    },
    {
      subject: "Second payment reminder: {numbers}",
      body: "Hello,\n\nOur first reminder had no answer. As of today, this is still to be paid:\n{list}\n\nThat is {total} in all. Please tell us when you intend to pay, or what prevents you.\n\n{penalties}\n\nHave a good day,\n{activity}",
    },
    {
      subject: "Last reminder before formal notice: {numbers}",
      body: "Hello,\n\nDespite our reminders, this is still to be paid:\n{list}\n\nThat is {total} in all. Without a payment or an answer within eight days, we will send you a formal notice to pay.\n\n{penalties}\n\nSincerely,\n{activity}",
    },
  ],
  line: "- {kind} {number} of {date}, due on {due}: {amount}",
  penalties:
    "Between professionals, this delay carries by law penalties and an indemnity of €40 per invoice for recovery costs (French commercial code, art. L441-10 and D441-5).",
  and: "and",
};
