import { fill } from "#kernel/language.ts";
import { mediumDay, relativeDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";
import type { ShownQuote } from "./quote-shown.ts";

/** What was done and by whom; then who has it now, and since when. */
export function QuoteTimeline({ shown }: { readonly shown: ShownQuote }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { events, today } = shown;
  const steps = events.map((event, index) => ({
    key: `${event.action}-${index}`,
    title: words.events[event.action as keyof typeof words.events] ?? event.action,
    state: "done" as const,
    at: mediumDay(event.on, language),
    by: event.by,
    children: event.comment === "" ? null : <p className="rounded-lg bg-surface2 p-2 text-aide">{event.comment}</p>,
  }));
  const next = useNext(shown);
  const last = events.at(-1);
  const since = last ? fill(words.since, { since: relativeDay(last.on, today, language) }) : null;
  return (
    <Timeline
      label={words.timeline}
      steps={next === null ? steps : [...steps, { key: "next", title: next, state: "current", at: since }]}
    />
  );
}

/** Who has the ball, in a sentence; null when nobody has to do anything. */
function useNext({ quote, allowed, progress }: ShownQuote): string | null {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en }).next;
  const date = quote.validUntil === null ? "" : mediumDay(quote.validUntil, language);
  switch (quote.status) {
    case "draft":
    case "submitted":
    case "returned":
      // Whoever may validate is told what they can do, not whom to wait for.
      return allowed.includes("validate") ? words[`${quote.status}Alone`] : words[quote.status];
    case "validated":
      return words.validated;
    case "sent":
    case "expired":
      return fill(words[quote.status], { date });
    case "accepted":
      return progress.leftToInvoice > 0n ? words.accepted : words.acceptedDone;
    case "declined":
      return null;
  }
}
