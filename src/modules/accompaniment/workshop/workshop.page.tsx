import { data } from "react-router";
import { type PersonId, parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, personNames, personsReached, reachedPersons } from "#modules/membership/index.server.ts";
import { type Reader, readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { duration, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { timeText } from "#ui/time-input.ts";
import { readForm } from "../act.page.ts";
import { ACCOMPANYING, accompanies } from "../appointment/appointment.policy.ts";
import type { Route } from "./+types/workshop.page";
import { joinWorkshop, leaveWorkshop } from "./register.command.ts";
import { CancelWorkshop, Registered } from "./registered.view.tsx";
import { cancelWorkshop } from "./save-workshop.command.ts";
import { en } from "./workshop.en.ts";
import { fr } from "./workshop.fr.ts";
import { keepsAttendance, mayOrganize } from "./workshop.policy.ts";
import { findWorkshop } from "./workshop.store.ts";
import { type Registration, seated, type Workshop, waiting } from "./workshop.ts";
import { JoinOrLeave, Seats } from "./workshop-card.view.tsx";
import { workshopRows } from "./workshop-rows.store.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now } = reader;
    const id = parseId<"workshop">(args.params.workshopId);
    const workshop = id === null ? null : await findWorkshop(tx, organizationId, id);
    const [row] = workshop === null ? [] : await workshopRows(reader, [workshop]);
    if (workshop === null || row === undefined) return refuse("missing", "workshop.missing");
    const reached = await personsReached(tx, actor, ACCOMPANYING);
    const keeps = keepsAttendance(actor, workshop, reached);
    const everybody = keeps || reached === "all";
    const shown = everybody || accompanies(actor) ? (everybody ? "all" : reached) : null;
    const persons = accompanies(actor) ? await reachedPersons(tx, actor, ACCOMPANYING) : [];
    const known = new Set<string>([...workshop.registrations.map(({ personId }) => personId), ...workshop.trainers]);
    return {
      slug,
      key: newId<"key">(now) as string,
      row,
      keeps,
      organizes: mayOrganize(actor) === null,
      reason: workshop.cancelReason,
      people: shown === null ? null : await peopleOf(reader, workshop, shown),
      toAdd: persons
        .filter(({ personId }) => !known.has(personId))
        .map(({ personId, name, site }) => ({ value: personId as string, label: name, detail: site })),
    };
  });
}

/** Who stands, by name for those whom the reader may know, by number for the others. */
async function peopleOf({ tx, organizationId }: Reader, workshop: Workshop, shown: "all" | ReadonlySet<PersonId>) {
  const named = async (registrations: readonly Registration[]) => {
    const ids = registrations.map(({ personId }) => personId).filter((id) => shown === "all" || shown.has(id));
    const names = await personNames(tx, organizationId, ids);
    return {
      people: ids.map((personId) => ({ personId: personId as string, name: names.get(personId) ?? "" })),
      others: registrations.length - ids.length,
    };
  };
  return { seated: await named(seated(workshop)), waiting: await named(waiting(workshop)) };
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, workshopId } = args.params;
  const to = `/${cooperative}/ateliers/${workshopId}`;
  const said = (word: "added" | "removed" | "cancelled") => () => ({ to, message: { fr: fr[word], en: en[word] } });
  const given = { ...input, workshopId };
  if (input.intention === "add") return act(args, form, joinWorkshop, given, said("added"));
  if (input.intention === "remove") return act(args, form, leaveWorkshop, given, said("removed"));
  if (input.intention === "cancel") return act(args, form, cancelWorkshop, given, said("cancelled"));
  throw data(null, { status: 404 });
}

export default function WorkshopPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, row, keeps, organizes, reason, people, toAdd } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData ?? undefined;
  const editable = organizes && !row.cancelled;
  return (
    <Page
      title={row.title}
      badge={<Seats row={row} />}
      description={[row.place, row.trainers, row.themes].filter(Boolean).join(" · ")}
      width="form"
      actions={editable ? <ButtonLink to={`/${slug}/ateliers/${row.id}/modifier`}>{words.edit}</ButtonLink> : null}
    >
      {row.cancelled ? <Notice tone="attention">{reason}</Notice> : null}
      <Card>
        {row.description === "" ? null : <p className="mb-3 max-w-prose whitespace-pre-line">{row.description}</p>}
        <h2 className="font-semibold">{words.dates}</h2>
        <ul className="divide-y divide-bordure">
          {row.dates.map((date) => (
            <li key={date.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span className="first-letter:uppercase">
                {fill(words.mail.moment, { day: longDay(date.day, language), time: timeText(date.time, language) })},{" "}
                {duration(date.minutes)}
              </span>
              {keeps || row.mine === "seated" ? (
                <ButtonLink size="small" to={`/${slug}/ateliers/seances/${date.id}`}>
                  {keeps ? words.attendance : words.sign}
                </ButtonLink>
              ) : null}
            </li>
          ))}
        </ul>
        <div className="mt-3">
          <JoinOrLeave slug={slug} row={row} idempotencyKey={key} />
        </div>
      </Card>
      {people === null ? null : (
        <Registered people={people} toAdd={editable && !row.over ? toAdd : []} idempotencyKey={key} answer={answer} />
      )}
      {editable && row.dates.every(({ begun }) => !begun) ? (
        <CancelWorkshop idempotencyKey={key} answer={answer} />
      ) : null}
    </Page>
  );
}
