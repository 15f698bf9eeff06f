import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { Tone } from "#ui/tone.ts";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import { ENCOUNTER_STATES, type EncounterState, type Match } from "./capacity.ts";
import type { Encounter } from "./matrix.store.ts";
import { useVolume } from "./volume.view.tsx";

export type ShownMatch = Match & { readonly said: readonly Encounter[]; readonly answers: boolean };
const TONES: Readonly<Record<EncounterState, Tone>> = { discussed: "info", agreed: "ok", dropped: "neutre" };

/** Needs and offers that meet, each explained in words, and where the two structures stand. */
export function MatchesCard({
  matches,
  timeZone,
  answer,
  idempotencyKey,
}: {
  readonly matches: readonly ShownMatch[];
  readonly timeZone: string;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.matches}>
      {matches.length === 0 ? <p className="text-texte2">{words.noMatch}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {matches.map((match) => {
          const [last] = match.said;
          const pair = { needId: match.need.id, offerId: match.offer.id };
          return (
            <li key={`${pair.needId} ${pair.offerId}`} className="flex flex-col gap-2 py-3">
              <Explained match={match} />
              <p className="flex flex-wrap items-center gap-2">
                {last === undefined ? (
                  <Badge tone="attention">{words.notDiscussed}</Badge>
                ) : (
                  <>
                    <Badge tone={TONES[last.state]}>{words.encounters[last.state]}</Badge>
                    <span className="text-aide text-texte2">
                      {fill(words.saidBy, { by: last.by, day: longDay(dayIn(last.at, timeZone), language) })}
                      {last.note === "" ? "" : ` : ${last.note}`}
                    </span>
                  </>
                )}
              </p>
              <Refused intent={`encounter ${pair.needId} ${pair.offerId}`} answer={answer} />
              {match.answers ? (
                <Confirm trigger={words.encounterSave} title={words.encounterState} size="small">
                  <SubmitForm
                    intent={`encounter ${pair.needId} ${pair.offerId}`}
                    hidden={pair}
                    idempotencyKey={idempotencyKey}
                    answer={answer}
                    className="flex flex-col gap-4"
                  >
                    <Select
                      name="state"
                      label={words.encounterState}
                      defaultValue={last?.state ?? "discussed"}
                      options={ENCOUNTER_STATES.map((value) => ({ value, label: words.encounters[value] }))}
                    />
                    <TextInput name="note" label={words.encounterNote} maxLength={1000} optional />
                    <SubmitButton className="self-start">{words.encounterSave}</SubmitButton>
                  </SubmitForm>
                </Confirm>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** Why they meet, in two sentences. */
function Explained({ match }: { readonly match: Match }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const volume = useVolume();
  const { need, offer, from, to, common, whole } = match;
  const dates = { from: longDay(from, language), to: to === null ? "" : longDay(to, language) };
  const period = fill(to === null ? words.fromOn : words.fromTo, dates);
  const needed = { need: need.structureName, needed: volume(need.quantity, need.unit), function: need.functionTitle };
  const offered = { offer: offer.structureName, offered: volume(offer.quantity, offer.unit) };
  return (
    <p>
      {fill(words.matchSentence, { ...needed, ...offered })}{" "}
      {fill(whole ? words.matchWhole : words.matchPart, { common: volume(common, need.unit), period })}
    </p>
  );
}
