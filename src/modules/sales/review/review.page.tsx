import { data, redirect } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import { Pager } from "#ui/pagination.tsx";
import { action as invoiceAction, loader as invoiceLoader } from "../invoice/invoice.page.tsx";
import { may } from "../invoice/invoice.policy.ts";
import { InvoiceView } from "../invoice/invoice.view.tsx";
import { listSubmitted } from "../invoice/invoice-list.store.ts";
import type { Route } from "./+types/review.page";
import { en } from "./review.en.ts";
import { fr } from "./review.fr.ts";

/** One document of the queue with its neighbours: read, decide, next. */
export async function loader(args: Route.LoaderArgs) {
  const shown = await invoiceLoader(args as unknown as Parameters<typeof invoiceLoader>[0]);
  const queue = await readTenant(args, async ({ tx, actor, organizationId }) =>
    (await listSubmitted(tx, organizationId, visibleActivities(actor)))
      .filter((row) => may(actor, "issue", row) === null)
      .map((row) => row.id as string),
  );
  return { shown, queue };
}

/** The invoice's own acts; once it has left the queue, on to the next one. */
export async function action(args: Route.ActionArgs) {
  const queue = await readTenant(args, async ({ tx, actor, organizationId }) =>
    (await listSubmitted(tx, organizationId, visibleActivities(actor))).map((row) => row.id as string),
  );
  const answer = await invoiceAction(args as unknown as Parameters<typeof invoiceAction>[0]);
  if (!(answer instanceof Response) || answer.status < 300 || answer.status >= 400) {
    return answer instanceof Response ? data(null, { status: answer.status }) : answer;
  }
  const rest = queue.slice(queue.indexOf(args.params.invoiceId) + 1);
  const next = rest[0] ?? queue.find((id) => id !== args.params.invoiceId);
  const base = `/${args.params.cooperative}/a-relire`;
  return redirect(next === undefined ? base : `${base}/${next}`, { headers: answer.headers });
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { shown, queue } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const index = queue.indexOf(shown.invoice.id);
  const link = (at: number) => (queue[at] === undefined ? null : `/${shown.slug}/a-relire/${queue[at]}`);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-aide text-texte2">{words.shortcuts}</p>
        <Pager
          previous={index > 0 ? link(index - 1) : null}
          next={index >= 0 ? link(index + 1) : link(0)}
          label={
            index >= 0 ? fill(words.position, { position: String(index + 1), count: String(queue.length) }) : undefined
          }
        />
      </div>
      <InvoiceView shown={shown} answer={actionData ?? null} />
    </div>
  );
}
