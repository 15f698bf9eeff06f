import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { en as candidateEn } from "./candidate.en.ts";
import { fr as candidateFr } from "./candidate.fr.ts";
import { APPLICATION_FIELDS } from "./candidate.ts";
import { useSaid } from "./candidate-cards.view.tsx";
import { en } from "./candidate-screen.en.ts";
import { fr } from "./candidate-screen.fr.ts";
import type { CandidateView } from "./candidate-view.store.ts";

type Event = CandidateView["events"][number];

/** Everything that happened, who did it and when; what was replaced is still there to be read. */
export function HistoryCard({ events }: { readonly events: readonly Event[] }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  const { events: kinds } = choose({ fr: candidateFr, en: candidateEn });
  const told = useDetails();
  return (
    <Card title={words.history}>
      <Timeline
        label={words.history}
        steps={events.map((event) => ({
          key: event.id,
          title: kinds[event.kind],
          state: "done" as const,
          at: day(event.on),
          by: event.by ?? words.byCandidate,
          children: told(event).map((line) => (
            <p key={line} className="text-aide whitespace-pre-line [overflow-wrap:anywhere]">
              {line}
            </p>
          )),
        }))}
      />
    </Card>
  );
}

function useDetails(): (event: Event) => string[] {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  const { fields } = choose({ fr: candidateFr, en: candidateEn });
  const said = useSaid();
  const valuesOf = (values: unknown) =>
    APPLICATION_FIELDS.flatMap((field) => {
      const value = (values as Partial<Record<string, unknown>> | undefined)?.[field];
      return typeof value === "string" && value !== "" ? [`${fields[field]} ${said(field, value)}`] : [];
    }).join(" · ");
  return ({ details, heldOn, given }) => {
    const text = (name: string) => (typeof details[name] === "string" ? (details[name] as string) : "");
    const lines = [heldOn === null ? "" : day(heldOn), given, text("motive"), text("subject")];
    if (text("reason") !== "") lines.push(fill(words.phrase, { text: text("reason") }));
    for (const name of ["left", "before", "kept"] as const) {
      const values = valuesOf(details[name]);
      if (values !== "") lines.push(fill(words[name], { values }));
    }
    return lines.filter((line) => line !== "");
  };
}
