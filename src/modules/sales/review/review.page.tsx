import { readTenant } from "#platform/http/tenant.ts";
import { action as invoiceAction, loader as invoiceLoader } from "../invoice/invoice.page.tsx";
import { InvoiceView } from "../invoice/invoice.view.tsx";
import type { Route } from "./+types/review.page";
import { afterDecision } from "./after-decision.ts";
import { ReviewFrame } from "./review-frame.view.tsx";
import { queueOf } from "./waiting.store.ts";

/** An invoice of the queue with its neighbours: read, decide, next. */
export async function loader(args: Route.LoaderArgs) {
  const shown = await invoiceLoader(args as unknown as Parameters<typeof invoiceLoader>[0]);
  const queue = await readTenant(args, ({ tx, actor, organizationId }) => queueOf(tx, organizationId, actor));
  return { shown, queue };
}

/** The invoice's own acts. */
export async function action(args: Route.ActionArgs) {
  const queue = await readTenant(args, ({ tx, actor, organizationId }) => queueOf(tx, organizationId, actor));
  const answer = await invoiceAction(args as unknown as Parameters<typeof invoiceAction>[0]);
  return afterDecision(answer, args.params.cooperative, args.params.invoiceId, queue);
}

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export default function ReviewInvoice({ loaderData, actionData }: Route.ComponentProps) {
  const { shown, queue } = loaderData;
  return (
    <ReviewFrame slug={shown.slug} id={shown.invoice.id} queue={queue}>
      <InvoiceView shown={shown} answer={actionData ?? null} />
    </ReviewFrame>
  );
}
