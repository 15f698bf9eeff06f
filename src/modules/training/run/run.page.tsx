import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { spokenStructures } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { amountText, day, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { loadRun } from "../load-training.store.ts";
import { en } from "../training.en.ts";
import { fr, type TrainingRefusalCode } from "../training.fr.ts";
import { mayReadTraining } from "../training.policy.ts";
import type { Route } from "./+types/run.page";
import { bookSeats } from "./book-seats.command.ts";
import { BookSeats } from "./book-seats.view.tsx";
import { cancelRun, settleRun } from "./keep-run.command.ts";
import { settledShares } from "./run.store.ts";
import { sharesOf, stateOf, takenOf } from "./run.ts";
import { STATE_TONE, useRunDates } from "./runs-table.view.tsx";
import { SharesTable } from "./shares-table.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** Who comes to a session, and who bears what of its cost. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now, today } = reader;
    const loaded = await loadRun(reader, parseId<"trainingRun">(args.params.runId), mayReadTraining);
    if (isRefusal(loaded)) return loaded;
    const { course, run, bookings, keeps } = loaded;
    if (course.id !== args.params.courseId)
      return refuse("missing", "training.runMissing" satisfies TrainingRefusalCode);
    const state = stateOf(run, today);
    const spoken = (await spokenStructures(reader)).map(({ id, name }) => ({
      ...{ id: id as string, name },
      seats: bookings.find(({ structureId }) => structureId === id)?.seats ?? 0,
    }));
    const settled = state === "settled";
    return {
      ...{ slug, course: { id: course.id as string, title: course.title }, run, state, spoken },
      ...{ keeps, key: newId<"key">(now) as string, taken: takenOf(bookings) },
      shares: settled ? await settledShares(tx, organizationId, run.id) : sharesOf(run.cost, run.split, bookings),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, courseId, runId } = args.params;
  const given = { ...input, runId };
  const then = (word: "bookSaved" | "settled" | "cancelSaved") => () => ({
    to: `/${cooperative}/formations/${courseId}/sessions/${runId}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "book":
      return act(args, form, bookSeats, given, then("bookSaved"));
    case "settle":
      return act(args, form, settleRun, given, then("settled"));
    case "cancel":
      return act(args, form, cancelRun, given, then("cancelSaved"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function RunPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, course, run, state, spoken, keeps, key, taken, shares } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const dates = useRunDates();
  const answer = actionData ?? null;
  const at = `/${slug}/formations`;
  const open = state !== "settled" && state !== "cancelled";
  const cost = state === "settled" ? words.costs.real : words.costs.foreseen;
  const own = spoken.filter(({ id }) => shares.some(({ structureId }) => structureId === id));
  return (
    <Page
      title={course.title}
      windowTitle={`${dates(run)} · ${course.title}`}
      description={[dates(run), run.place, words.seatsOf(run.seats)].filter(Boolean).join(" · ")}
      badge={<Badge tone={STATE_TONE[state]}>{words.states[state]}</Badge>}
      crumbs={[
        { to: at, label: words.title },
        { to: `${at}/${course.id}`, label: course.title },
      ]}
    >
      <Refused intent="settle" answer={answer} />
      <Refused intent="cancel" answer={answer} />
      {run.cancelledOn === null ? null : (
        <Notice tone="attention">{fill(words.cancelledOn, { day: day(run.cancelledOn), reason: run.reason })}</Notice>
      )}
      <Card
        title={state === "cancelled" ? words.bookedThen : words.booked}
        description={`${fill(cost, { cost: eur(run.cost, language) })}. ${words.splits[run.split]}.`}
        actions={state === "toCome" ? <Badge>{words.free(run.seats - taken)}</Badge> : null}
      >
        {shares.length === 0 ? (
          <p className="text-texte2">{words.bookedNone}</p>
        ) : (
          <SharesTable shares={shares} state={state} />
        )}
        {own.length === 0 || state === "cancelled" ? null : (
          <div className="mt-4 flex flex-col gap-2">
            <p className="text-aide text-texte2">{words.folderHelp}</p>
            {own.map(({ id, name }) => (
              <TextLink key={id} to={`${at}/${course.id}/sessions/${run.id}/dossier/${id}`} reloadDocument>
                {own.length === 1 ? words.folder : fill(words.folderOf, { name })}
              </TextLink>
            ))}
          </div>
        )}
      </Card>
      {spoken.length === 0 || !open ? null : state === "toCome" ? (
        <BookSeats spoken={spoken} answer={answer} idempotencyKey={key} />
      ) : (
        <p className="text-texte2">{words.bookClosed}</p>
      )}
      {keeps && open ? (
        <div className="flex flex-wrap items-start gap-3">
          {state === "toCome" ? null : (
            <Confirm trigger={words.settle} title={words.settleTitle} variant="primary">
              <p>{words.settleLead}</p>
              <SubmitForm intent="settle" answer={answer} className="flex flex-col gap-4">
                <AmountInput
                  name="cost"
                  label={words.settleCost}
                  defaultValue={amountText(run.cost, language)}
                  required
                />
                <SubmitButton className="self-start">{words.settle}</SubmitButton>
              </SubmitForm>
            </Confirm>
          )}
          <Confirm trigger={words.cancel} title={words.cancelTitle}>
            <SubmitForm intent="cancel" answer={answer} className="flex flex-col gap-4">
              <Textarea name="reason" label={words.cancelReason} rows={2} maxLength={1000} required />
              <SubmitButton className="self-start">{words.cancel}</SubmitButton>
            </SubmitForm>
          </Confirm>
        </div>
      ) : null}
    </Page>
  );
}
