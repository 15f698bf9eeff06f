import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../grid.en.ts";
import { fr } from "../grid.fr.ts";
import type { ProjectData } from "./project.page.tsx";

/** Who does what before when, and what is done. */
export function PlanCard({ data, answer }: { readonly data: ProjectData; readonly answer: FormAnswer | undefined }) {
  const words = useLanguage().choose({ fr: fr.projects, en: en.projects });
  return (
    <Card title={words.plan}>
      {data.plan.length === 0 ? <p className="text-texte2">{words.noPlan}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {data.plan.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 py-3">
            <div className="min-w-0 flex-1 basis-64">
              <p className="[overflow-wrap:anywhere]">
                <span className="font-semibold">{one.code}</span> {one.what}
              </p>
              <p className="text-aide text-texte2">{fill(words.due, { who: one.who, day: day(one.dueOn) })}</p>
            </div>
            {one.doneAt !== null ? (
              <Badge tone="ok">{words.done}</Badge>
            ) : (
              <Badge tone={one.dueOn < data.today ? "erreur" : "attention"}>
                {one.dueOn < data.today ? words.late : words.toDo}
              </Badge>
            )}
            {one.doneAt === null && data.leads ? (
              <SubmitForm intent="finish" hidden={{ actionId: one.id }} answer={answer ?? null}>
                <SubmitButton variant="quiet" size="small">
                  {words.finish}
                </SubmitButton>
              </SubmitForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
