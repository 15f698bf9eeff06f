import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { TaskList } from "#ui/task-list.tsx";
import { en } from "../appointment/appointment.en.ts";
import { fr } from "../appointment/appointment.fr.ts";
import { AppointmentLine } from "../appointment/appointment-line.view.tsx";
import { en as awaitingEn } from "./awaiting.en.ts";
import { fr as awaitingFr } from "./awaiting.fr.ts";
import type { Awaiting } from "./awaiting.store.ts";
import { TaskCard } from "./task-list.view.tsx";

/** On a home: the appointments of the week and the next steps of its reader. Nothing when nothing awaits. */
export function AwaitingCards({
  slug,
  today,
  me,
  awaiting,
}: {
  readonly slug: string;
  readonly today: Day;
  readonly me: string;
  readonly awaiting: Awaiting;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      {awaiting.appointments.length === 0 ? null : (
        <Card title={words.soon}>
          <ul className="divide-y divide-bordure">
            {awaiting.appointments.map((row) => (
              <AppointmentLine
                key={row.id}
                row={row}
                slug={slug}
                side={row.side}
                date={row.day === today ? words.today : mediumDay(row.day, language)}
              />
            ))}
          </ul>
        </Card>
      )}
      {awaiting.unsigned.length === 0 ? null : <UnsignedCard slug={slug} unsigned={awaiting.unsigned} />}
      {awaiting.tasks.length === 0 ? null : <TaskCard slug={slug} today={today} me={me} tasks={awaiting.tasks} />}
    </>
  );
}

function UnsignedCard({ slug, unsigned }: { readonly slug: string; readonly unsigned: Awaiting["unsigned"] }) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr: awaitingFr, en: awaitingEn });
  return (
    <Card title={words.title} description={words.help}>
      <TaskList
        tasks={unsigned.map(({ sessionId, title, missing }) => ({
          key: sessionId,
          tone: "attention",
          title,
          detail: plural(missing, words.missingOne, words.missing),
          action: (
            <ButtonLink
              size="small"
              to={`/${slug}/ateliers/seances/${sessionId}`}
              aria-label={fill(words.completeOf, { title })}
            >
              {words.complete}
            </ButtonLink>
          ),
        }))}
      />
    </Card>
  );
}
