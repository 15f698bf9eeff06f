import { MapPin } from "lucide-react";
import { data } from "react-router";
import { addDays, type Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { instantAt, minutesAfter } from "#kernel/zoned.ts";
import { act, personNames } from "#modules/membership/index.server.ts";
import { type Reader, readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { timeText } from "#ui/time-input.ts";
import { readForm } from "../act.page.ts";
import { AppointmentTabs } from "../appointment/appointment-tabs.view.tsx";
import type { Route } from "./+types/permanences.page";
import { OpenPermanence, OwnPermanences } from "./own-permanences.view.tsx";
import { bookSlot, closePermanence, openPermanence } from "./permanence.command.ts";
import { en } from "./permanence.en.ts";
import { fr } from "./permanence.fr.ts";
import { mayReceive } from "./permanence.policy.ts";
import { busyBetween, openPermanences } from "./permanence.store.ts";
import { type Permanence, type Slot, slotsOf } from "./permanence.ts";

const DAYS_AHEAD = 28;

/** Where the team receives within four weeks, and the slots that are free. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    const all = (await openPermanences(tx, organizationId)).filter(({ untilDay }) => untilDay >= today);
    const names = await personNames(tx, organizationId, [...new Set(all.map(({ adviserId }) => adviserId))]);
    const others = all.filter(({ adviserId }) => adviserId !== actor.personId);
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      receives: mayReceive(actor) === null,
      own: all.filter(({ adviserId }) => adviserId === actor.personId),
      towns: await freeSlots(reader, others, names),
    };
  });
}

async function freeSlots(
  { tx, organizationId, today, now, timeZone }: Reader,
  permanences: readonly Permanence[],
  names: ReadonlyMap<string, string>,
) {
  const until = addDays(today, DAYS_AHEAD);
  const advisers = [...new Set(permanences.map(({ adviserId }) => adviserId))];
  const end = minutesAfter(now, (DAYS_AHEAD + 2) * 24 * 60);
  const busy = await busyBetween(tx, organizationId, advisers, now, end);
  return permanences.map((permanence) => {
    const { id, town, place, adviserId, slotMinutes } = permanence;
    const isFree = ({ day, time }: Slot) => {
      const startsAt = instantAt(day, time, timeZone);
      const endsAt = minutesAfter(startsAt, slotMinutes);
      const taken = busy.some((one) => one.personId === adviserId && one.startsAt < endsAt && one.endsAt > startsAt);
      return startsAt > now && !taken;
    };
    const free = slotsOf(permanence, today, until).filter(isFree);
    const days = [...Map.groupBy(free, ({ day }) => day)].map(([day, slots]) => ({
      day,
      times: slots.map(({ time }) => time),
    }));
    return { id: id as string, town, place, adviser: names.get(adviserId) ?? "", days };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, /^(day|untilDay)$/, /^(starts|ends)$/);
  const here = `/${args.params.cooperative}/permanences`;
  switch (input.intention) {
    case "book":
      return act(args, form, bookSlot, input, ({ appointmentId }) => ({
        to: `/${args.params.cooperative}/rendez-vous/${appointmentId}`,
        message: { fr: fr.booked, en: en.booked },
      }));
    case "open":
      return act(args, form, openPermanence, { ...input, untilDay: input.untilDay || input.day }, () => ({
        to: here,
        message: { fr: fr.opened, en: en.opened },
      }));
    case "close":
      return act(args, form, closePermanence, input, () => ({ to: here, message: { fr: fr.closed, en: en.closed } }));
    default:
      throw data(null, { status: 404 });
  }
}

export default function Permanences({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, key, receives, own, towns } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? undefined;
  return (
    <Page title={words.title} description={words.lead} width="form">
      <AppointmentTabs slug={slug} />
      <Refused intent="book" answer={answer} />
      {towns.length + own.length === 0 ? (
        <EmptyState icon={MapPin} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : null}
      {towns.map((town) => (
        <Card
          key={town.id}
          title={town.town}
          description={[town.place, fill(words.with, { name: town.adviser })].filter(Boolean).join(", ")}
        >
          {town.days.length === 0 ? <p className="text-texte2">{words.full}</p> : null}
          <ul className="flex flex-col gap-3">
            {town.days.map(({ day, times }) => (
              <SlotsOfDay key={day} town={town} day={day} times={times} idempotencyKey={key} />
            ))}
          </ul>
        </Card>
      ))}
      {own.length === 0 ? null : <OwnPermanences own={own} answer={answer} />}
      {receives ? <OpenPermanence today={today} idempotencyKey={key} answer={answer} /> : null}
    </Page>
  );
}

/** The free slots of a day: one press books one. */
function SlotsOfDay({
  town,
  day,
  times,
  idempotencyKey,
}: {
  readonly town: { readonly id: string; readonly town: string };
  readonly day: Day;
  readonly times: readonly Slot["time"][];
  readonly idempotencyKey: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <li>
      <p className="mb-1 font-semibold first-letter:uppercase">{longDay(day, language)}</p>
      <SubmitForm
        intent="book"
        idempotencyKey={`${idempotencyKey}-${town.id}-${day}`}
        hidden={{ permanenceId: town.id, day }}
        answer={null}
        className="flex flex-wrap gap-2"
      >
        {times.map((time) => (
          <SubmitButton
            key={time}
            name="time"
            value={time}
            variant="secondary"
            size="small"
            aria-label={fill(words.book, {
              day: longDay(day, language),
              time: timeText(time, language),
              town: town.town,
            })}
          >
            {timeText(time, language)}
          </SubmitButton>
        ))}
      </SubmitForm>
    </li>
  );
}
