import { fill, type Translation } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { PersonPageData } from "../person/person.page.tsx";
import type { fr as screen } from "../person/person-screen.fr.ts";
import { en } from "./contract.en.ts";
import { fr } from "./contract.fr.ts";
import { CONTRACT_KINDS } from "./contract.ts";

type Words = Translation<(typeof screen)["page"]>;
type Props = { readonly words: Words; readonly data: PersonPageData; readonly answer: FormAnswer | undefined };

/** The contracts of a person, newest first, and the form that records one. */
export function ContractCard({ words, data, answer }: Props) {
  const { choose } = useLanguage();
  const contractWords = choose({ fr, en });
  const recording = answer?.typed?.intention === "record";
  return (
    <Card title={words.contracts} description={words.contractsLead}>
      <div className="flex flex-col gap-4">
        <Refused intent="end" answer={answer} />
        <Refused intent="cancel" answer={answer} />
        {data.contracts.length === 0 ? (
          <p className="text-texte2">{words.contractNone}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-bordure">
            {[...data.contracts].reverse().map((contract) => (
              <ContractLine key={contract.id} words={words} data={data} contract={contract} />
            ))}
          </ul>
        )}
        {data.renewalsLeft === null ? null : (
          <p className="text-aide text-texte2">{fill(words.renewalsLeft, { count: String(data.renewalsLeft) })}</p>
        )}
        {data.may.contract ? (
          <details open={recording || undefined}>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.record}</summary>
            <SubmitForm intent="record" idempotencyKey={data.key} answer={answer} className="flex flex-col gap-4 pt-2">
              <RadioGroup
                name="kind"
                label={words.kind}
                defaultValue="cape"
                options={CONTRACT_KINDS.map((kind) => ({
                  value: kind,
                  label: contractWords.kinds[kind],
                  help: contractWords.kindHelp[kind],
                }))}
              />
              <div className="grid gap-4 sm:grid-cols-2">
                <DayInput name="startsOn" label={words.startsOn} today={data.today} required />
                <DayInput name="endsOn" label={words.endsOn} help={words.endsOnHelp} today={data.today} optional />
              </div>
              <SubmitButton className="w-fit">{words.recordSubmit}</SubmitButton>
            </SubmitForm>
          </details>
        ) : null}
      </div>
    </Card>
  );
}

function ContractLine({
  words,
  data,
  contract,
}: {
  readonly words: Words;
  readonly data: PersonPageData;
  readonly contract: PersonPageData["contracts"][number];
}) {
  const { choose } = useLanguage();
  const { kinds } = choose({ fr, en });
  const period =
    contract.endsOn === null
      ? fill(words.contractOpen, { from: day(contract.startsOn) })
      : fill(words.contractPeriod, { from: day(contract.startsOn), to: day(contract.endsOn) });
  const hidden = { contractId: contract.id, version: String(contract.version) };
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2">
      <span>
        <span className="font-semibold">{kinds[contract.kind]}</span> {period}{" "}
        {data.may.terms ? (
          <TextLink to={`/${data.slug}/personnes/${data.person.personId}/contrats/${contract.id}`}>
            {words.terms}
            <span className="sr-only">
              {" "}
              : {kinds[contract.kind]} {period}
            </span>
          </TextLink>
        ) : null}{" "}
        {contract.cancelledAt === null ? null : <Badge>{words.cancelled}</Badge>}
      </span>
      {data.may.contract && contract.cancelledAt === null ? (
        <span className="flex flex-wrap gap-2">
          <Confirm trigger={words.end} title={words.endTitle} variant="quiet" size="small">
            <SubmitForm intent="end" hidden={hidden} className="flex flex-col gap-4">
              <DayInput
                name="endsOn"
                label={words.endsOn}
                help={contract.kind === "cesa" ? words.endsOnHelp : undefined}
                today={data.today}
                defaultValue={contract.endsOn}
              />
              <TextInput name="reason" label={words.reason} maxLength={500} optional />
              <SubmitButton>{words.end}</SubmitButton>
            </SubmitForm>
          </Confirm>
          <Confirm trigger={words.cancel} title={words.cancelTitle} variant="quiet" size="small">
            <SubmitForm intent="cancel" hidden={hidden} className="flex flex-col gap-4">
              <p>{words.cancelHelp}</p>
              <TextInput name="reason" label={words.reason} maxLength={500} optional />
              <SubmitButton variant="danger">{words.cancel}</SubmitButton>
            </SubmitForm>
          </Confirm>
        </span>
      ) : null}
    </li>
  );
}
