import { Notice } from "./notice.tsx";
import type { FormAnswer } from "./problem.ts";

/** The sentence of a refused act whose form is folded away (a question that has closed). */
export function Refused({
  intent,
  answer,
}: {
  readonly intent: string;
  readonly answer: FormAnswer | null | undefined;
}) {
  if (answer?.typed?.intention !== intent) return null;
  return (
    <Notice tone="erreur" alert>
      {answer.problem.sentence}
    </Notice>
  );
}
