import type { ReactNode } from "react";
import { TONE_ICON } from "./badge.tsx";
import type { Tone } from "./tone.ts";

export type Task = {
  readonly key: string;
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** The one act that makes it disappear. */
  readonly action?: ReactNode;
};

const COLOUR: Record<Tone, string> = {
  ok: "text-ok",
  info: "text-info",
  attention: "text-attention",
  erreur: "text-erreur",
  neutre: "text-neutre",
};

/** What awaits somebody: each thing in words, with its one act beside it. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ul className="-my-3 divide-y divide-bordure">
      {tasks.map((task) => {
        const Icon = TONE_ICON[task.tone];
        return (
          <li key={task.key} data-row={task.key} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="flex min-w-0 flex-[1_1_16rem] items-start gap-3">
              <Icon aria-hidden="true" size={22} className={`mt-0.5 shrink-0 ${COLOUR[task.tone]}`} />
              <div className="min-w-0">
                <p className="font-semibold">{task.title}</p>
                {task.detail ? <p className="text-aide text-texte2">{task.detail}</p> : null}
              </div>
            </div>
            {task.action ? <div className="shrink-0 max-sm:pl-[2.125rem]">{task.action}</div> : null}
          </li>
        );
      })}
    </ul>
  );
}
