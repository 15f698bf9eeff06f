import { data, redirect } from "react-router";
import { reviewHref, type Waiting } from "./waiting.ts";

/** Once a document has left the queue, on to the next one; a refusal stays where it is. */
export function afterDecision<Answer>(
  answer: Answer | Response,
  slug: string,
  id: string,
  queue: readonly Pick<Waiting, "kind" | "id">[],
) {
  if (!(answer instanceof Response)) return answer;
  if (answer.status < 300 || answer.status >= 400) return data(null, { status: answer.status });
  const index = queue.findIndex((document) => document.id === id);
  const next = queue[index + 1] ?? queue.find((document) => document.id !== id);
  const to = next === undefined ? `/${slug}/a-relire` : reviewHref(slug, next);
  return redirect(to, { headers: answer.headers });
}
