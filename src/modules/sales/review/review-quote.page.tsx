import { readTenant } from "#platform/http/tenant.ts";
import { action as quoteAction, loader as quoteLoader } from "../quote/quote.page.tsx";
import { QuoteView } from "../quote/quote.view.tsx";
import type { Route } from "./+types/review-quote.page";
import { afterDecision } from "./after-decision.ts";
import { ReviewFrame } from "./review-frame.view.tsx";
import { queueOf } from "./waiting.store.ts";

/** A quote of the queue with its neighbours: read, decide, next. */
export async function loader(args: Route.LoaderArgs) {
  const shown = await quoteLoader(args as unknown as Parameters<typeof quoteLoader>[0]);
  const queue = await readTenant(args, ({ tx, actor, organizationId }) => queueOf(tx, organizationId, actor));
  return { shown, queue };
}

/** The quote's own acts. */
export async function action(args: Route.ActionArgs) {
  const queue = await readTenant(args, ({ tx, actor, organizationId }) => queueOf(tx, organizationId, actor));
  const answer = await quoteAction(args as unknown as Parameters<typeof quoteAction>[0]);
  return afterDecision(answer, args.params.cooperative, args.params.quoteId, queue);
}

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export default function ReviewQuote({ loaderData, actionData }: Route.ComponentProps) {
  const { shown, queue } = loaderData;
  return (
    <ReviewFrame slug={shown.slug} id={shown.quote.id} queue={queue}>
      <QuoteView shown={shown} answer={actionData ?? null} />
    </ReviewFrame>
  );
}
