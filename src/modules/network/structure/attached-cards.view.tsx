import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en as networkEn } from "../network.en.ts";
import { fr as networkFr } from "../network.fr.ts";
import { PLACE_KINDS } from "../place/place.ts";
import type { StructurePageData } from "./structure.page.tsx";
import { placeTitle } from "./structure-facts.view.tsx";
import { DepartmentSelect } from "./structure-fields.view.tsx";
import { en } from "./structure-screen.en.ts";
import { fr } from "./structure-screen.fr.ts";

type Given = { readonly data: StructurePageData; readonly answer: FormAnswer | undefined };

const opened = (answer: FormAnswer | undefined, intent: string) => answer?.typed?.intention === intent || undefined;
const SUMMARY = "min-h-11 cursor-pointer py-2 font-semibold text-marque";
const ITEM = "flex flex-wrap items-center justify-between gap-3 py-2";

/** Who speaks for it. */
export function SeatsCard({ data: { seats, people, may, key }, answer }: Given) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.seats}>
      <Refused intent="unseat" answer={answer} />
      {seats.length === 0 ? <p className="text-texte2">{words.seatsNone}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {seats.map((seat) => (
          <li key={seat.id} className={ITEM}>
            <span>
              <span className="font-semibold">{seat.personName}</span>
              {seat.function === "" ? null : <span className="block text-aide text-texte2">{seat.function}</span>}
            </span>
            {may.prepare ? (
              <SubmitForm intent="unseat" hidden={{ seatId: seat.id }}>
                <SubmitButton variant="quiet" size="small" aria-label={`${words.unseat} : ${seat.personName}`}>
                  {words.unseat}
                </SubmitButton>
              </SubmitForm>
            ) : null}
          </li>
        ))}
      </ul>
      {may.prepare ? (
        <details open={opened(answer, "seat")}>
          <summary className={SUMMARY}>{words.seat}</summary>
          <SubmitForm intent="seat" idempotencyKey={key} answer={answer} className="flex flex-col gap-4 pt-2">
            <Select
              name="personId"
              label={words.seatPerson}
              help={words.noPerson}
              placeholder=" "
              options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
            />
            <TextInput name="function" label={words.seatFunction} maxLength={120} optional />
            <SubmitButton variant="secondary" className="w-fit">
              {words.seat}
            </SubmitButton>
          </SubmitForm>
        </details>
      ) : null}
    </Card>
  );
}

/** The networks it belongs to, and belonged to. */
export function AffiliationsCard({ data: { affiliations, networks, may, key, today }, answer }: Given) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.affiliations}>
      {affiliations.length === 0 ? <p className="text-texte2">{words.affiliationsNone}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {affiliations.map((affiliation) => (
          <li key={affiliation.id} className={ITEM}>
            <span>
              <span className="font-semibold">{affiliation.networkName}</span>
              <span className="block text-aide text-texte2">
                {affiliation.endsOn === null
                  ? fill(words.since, { from: day(affiliation.startsOn) })
                  : fill(words.between, { from: day(affiliation.startsOn), to: day(affiliation.endsOn) })}
              </span>
            </span>
            {may.prepare && affiliation.endsOn === null ? (
              <details open={answer?.typed?.affiliationId === affiliation.id || undefined}>
                <summary className={SUMMARY}>{words.leave}</summary>
                <SubmitForm
                  intent="leave"
                  answer={answer?.typed?.affiliationId === affiliation.id ? answer : undefined}
                  hidden={{ affiliationId: affiliation.id }}
                  className="flex flex-col gap-3"
                >
                  <DayInput name="endsOn" label={words.leaveOn} today={today} required />
                  <SubmitButton variant="secondary" className="w-fit">
                    {words.leave}
                  </SubmitButton>
                </SubmitForm>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {may.prepare && networks.length > 0 ? (
        <details open={opened(answer, "join")}>
          <summary className={SUMMARY}>{words.join}</summary>
          <SubmitForm intent="join" idempotencyKey={key} answer={answer} className="flex flex-col gap-4 pt-2">
            <Select
              name="networkId"
              label={words.joinNetwork}
              options={networks.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <DayInput name="startsOn" label={words.joinFrom} today={today} required />
            <SubmitButton variant="secondary" className="w-fit">
              {words.join}
            </SubmitButton>
          </SubmitForm>
        </details>
      ) : null}
    </Card>
  );
}

/** Its sites and permanences, kept by its representatives. */
export function PlacesCard({ data: { places, key }, answer }: Given) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { placeKinds } = choose({ fr: networkFr, en: networkEn });
  return (
    <Card title={words.placesTitle}>
      <Refused intent="removePlace" answer={answer} />
      <ul className="flex flex-col divide-y divide-bordure">
        {places.map((place) => (
          <li key={place.id} className={ITEM}>
            <span>
              <span className="font-semibold">{placeTitle(place)}</span>
              <span className="block text-aide text-texte2">{placeKinds[place.kind]}</span>
            </span>
            <SubmitForm intent="removePlace" hidden={{ placeId: place.id }}>
              <SubmitButton variant="quiet" size="small" aria-label={`${words.removePlace} : ${placeTitle(place)}`}>
                {words.removePlace}
              </SubmitButton>
            </SubmitForm>
          </li>
        ))}
      </ul>
      <details open={opened(answer, "place")}>
        <summary className={SUMMARY}>{words.addPlace}</summary>
        <SubmitForm intent="place" idempotencyKey={key} answer={answer} className="flex flex-col gap-4 pt-2">
          <Select
            name="kind"
            label={words.placeKind}
            options={PLACE_KINDS.map((kind) => ({ value: kind, label: placeKinds[kind] }))}
          />
          <TextInput name="city" label={words.city} maxLength={100} required />
          <DepartmentSelect name="department" label={words.placeDepartment} />
          <TextInput name="name" label={words.placeName} maxLength={120} optional />
          <TextInput name="rhythm" label={words.rhythm} help={words.rhythmHelp} maxLength={200} optional />
          <SubmitButton variant="secondary" className="w-fit">
            {words.addPlace}
          </SubmitButton>
        </SubmitForm>
      </details>
    </Card>
  );
}
