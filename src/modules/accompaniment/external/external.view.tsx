import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import type { BusyDay } from "./busy-days.ts";
import { en } from "./external.en.ts";
import { fr } from "./external.fr.ts";
import type { CalendarFault } from "./external-calendar.ts";

export type ShownCalendar = {
  readonly host: string;
  readonly read: { readonly day: Day; readonly time: ClockTime } | null;
  readonly fault: CalendarFault | null;
};

/** The diary that one keeps elsewhere: given once, its address is never shown again. */
export function ExternalCalendarCard({
  calendar,
  answer,
}: {
  readonly calendar: ShownCalendar | null;
  readonly answer: FormAnswer | undefined;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  if (calendar === null) {
    return (
      <Card title={words.title} description={words.lead}>
        <SubmitForm intent="addExternal" answer={answer ?? null} unkept className="flex flex-col gap-4">
          <TextInput
            name="address"
            label={words.address}
            help={words.addressHelp}
            inputMode="url"
            autoComplete="off"
            maxLength={1000}
            required
          />
          <SubmitButton variant="secondary" className="self-start">
            {words.add}
          </SubmitButton>
        </SubmitForm>
      </Card>
    );
  }
  const { host, read, fault } = calendar;
  return (
    <Card title={words.title} description={words.lead}>
      <Refused intent="refreshExternal" answer={answer} />
      <p className="[overflow-wrap:anywhere]">{fill(words.from, { host })}</p>
      <p className="text-texte2">
        {read === null
          ? words.neverRead
          : fill(words.lastRead, { day: day(read.day), time: timeText(read.time, language) })}
      </p>
      {fault === null ? null : (
        <div className="mt-3">
          <Notice tone="attention">{words.faults[fault]}</Notice>
        </div>
      )}
      <div className="mt-3 flex flex-wrap gap-3">
        <SubmitForm intent="refreshExternal" answer={null}>
          <SubmitButton variant="secondary">{words.again}</SubmitButton>
        </SubmitForm>
        <SubmitForm intent="removeExternal" answer={null}>
          <SubmitButton variant="quiet">{words.remove}</SubmitButton>
        </SubmitForm>
      </div>
    </Card>
  );
}

const BUSY = new Set(["external.busy", "external.busyPermanence"]);

/** Once told that the diary elsewhere says taken, one may do it all the same. */
export function EvenBusy({ intent, answer }: { readonly intent?: string; readonly answer: FormAnswer | undefined }) {
  const words = useLanguage().choose({ fr, en });
  const told = answer !== undefined && BUSY.has(answer.problem.code);
  if (!told || (intent !== undefined && answer.typed?.intention !== intent)) return null;
  return <Checkbox name="evenBusy" label={words.evenBusy} help={words.evenBusyHelp} />;
}

/** When one is taken elsewhere: nothing else of it is known. */
export function BusyLine({ busy }: { readonly busy: BusyDay }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const hours = { from: timeText(busy.from, language), until: timeText(busy.until, language) };
  return (
    <li className="py-2 text-texte2">
      {busy.whole ? words.busyDay : fill(words.span, hours)}
      <span className="block text-aide">{words.busy}</span>
    </li>
  );
}
