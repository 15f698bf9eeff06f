import type { Day } from "#kernel/day.ts";
import { Card } from "#ui/card.tsx";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "../appointment/appointment.en.ts";
import { fr } from "../appointment/appointment.fr.ts";
import { AppointmentLine } from "../appointment/appointment-line.view.tsx";
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
      {awaiting.tasks.length === 0 ? null : <TaskCard slug={slug} today={today} me={me} tasks={awaiting.tasks} />}
    </>
  );
}
