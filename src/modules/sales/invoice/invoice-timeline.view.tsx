import { fill } from "#kernel/language.ts";
import { subtract } from "#kernel/money.ts";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";
import type { ShownInvoice } from "./invoice-shown.ts";

/** What happened to an invoice, and who has it now. */
export function InvoiceTimeline({ shown }: { readonly shown: ShownInvoice }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { invoice } = shown;
  const left = subtract(invoice.due, invoice.settled);
  // Whoever may issue is told what they can do, not whom to wait for.
  const alone = shown.allowed.includes("issue");
  const next =
    invoice.status === "submitted"
      ? alone
        ? words.waitingForYou
        : words.waitingFor
      : invoice.status === "returned"
        ? alone
          ? words.toCorrectAlone
          : words.toCorrect
        : invoice.status === "draft"
          ? alone
            ? words.toIssue
            : words.toSubmit
          : invoice.kind === "credit_note"
            ? null
            : left > 0n
              ? fill(words.waitingPayment, { date: invoice.dueDate ? mediumDay(invoice.dueDate, language) : "" })
              : words.paid;
  const steps = shown.events.map((event, index) => ({
    key: `${event.action}-${index}`,
    title: words.events[event.action as keyof typeof words.events] ?? event.action,
    state: "done" as const,
    at: mediumDay(event.on, language),
    by: event.by,
    children:
      event.comment === "" ? null : <p className="mt-1 rounded-lg bg-attention-fond p-2 text-aide">{event.comment}</p>,
  }));
  return (
    <Timeline
      label={words.timeline}
      steps={next === null ? steps : [...steps, { key: "next", title: next, state: "current" }]}
    />
  );
}
