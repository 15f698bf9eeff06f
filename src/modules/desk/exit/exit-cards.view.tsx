import { fill } from "#kernel/language.ts";
import { AIMED, BECAME, dimensionEnglish, dimensionFrench, EXIT_KINDS } from "#modules/parcours/index.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import type { ExitPageData } from "./exit.page.tsx";
import { en } from "./exit-screen.en.ts";
import { fr } from "./exit-screen.fr.ts";

type Props = { readonly data: ExitPageData; readonly answer: FormAnswer | undefined };

/** The exit as recorded, or the form that records it. */
export function ExitCard({ data, answer }: Props) {
  const words = useLanguage().choose({ fr, en });
  return data.exit === null ? (
    <Card title={words.record}>
      {data.mayRecord ? <ExitForm data={data} answer={answer} /> : <p className="text-texte2">{words.none}</p>}
    </Card>
  ) : (
    <Recorded data={data} exit={data.exit} answer={answer} />
  );
}

function ExitForm({ data: { today, key }, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { choices } = choose({ fr: dimensionFrench, en: dimensionEnglish });
  const option = (kind: (typeof EXIT_KINDS)[number]) => (
    <option key={kind} value={kind}>
      {choices.exit[kind]}
    </option>
  );
  return (
    <SubmitForm intent="exit" idempotencyKey={key} answer={answer} className="flex flex-col gap-4">
      <Select name="kind" label={words.kind} required>
        <optgroup label={words.aimed}>{AIMED.map(option)}</optgroup>
        <optgroup label={words.early}>{EXIT_KINDS.filter((kind) => !AIMED.includes(kind)).map(option)}</optgroup>
      </Select>
      <DayInput name="on" label={words.on} help={words.onHelp} today={today} required />
      <Textarea name="motive" label={words.motive} optional />
      <TextInput name="company" label={words.company} help={words.companyHelp} maxLength={200} optional />
      <Textarea name="skills" label={words.skills} optional />
      <Select name="rights" label={words.rights} placeholder={words.unknown} optional>
        {(["rebuilt", "not_rebuilt"] as const).map((value) => (
          <option key={value} value={value}>
            {choices.exit_rights[value]}
          </option>
        ))}
      </Select>
      <SubmitButton className="w-fit">{words.save}</SubmitButton>
    </SubmitForm>
  );
}

function Recorded({ data, exit, answer }: Props & { readonly exit: NonNullable<ExitPageData["exit"]> }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { choices, labels } = choose({ fr: dimensionFrench, en: dimensionEnglish });
  const rights: Readonly<Record<string, string>> = choices.exit_rights;
  const lines = [
    { label: labels.exit_motive, text: exit.motive },
    { label: labels.exit_company, text: exit.company },
    { label: labels.exit_rights, text: rights[exit.rights] ?? "" },
  ].filter(({ text }) => text !== "");
  return (
    <Card title={fill(words.left, { kind: choices.exit[exit.kind], date: day(exit.on) })}>
      <div className="flex flex-col gap-4">
        {lines.length === 0 ? null : (
          <dl className="flex flex-col gap-3">
            {lines.map(({ label, text }) => (
              <div key={label}>
                <dt className="text-texte2">{label}</dt>
                <dd className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{text}</dd>
              </div>
            ))}
          </dl>
        )}
        <Refused intent="cancel" answer={answer} />
        {data.mayRecord ? (
          <Confirm trigger={words.cancel} title={words.cancelTitle} variant="quiet" size="small">
            <SubmitForm intent="cancel" idempotencyKey={data.key} answer={answer} className="flex flex-col gap-4">
              <p>{words.cancelHelp}</p>
              <TextInput name="reason" label={words.reason} maxLength={500} required />
              <SubmitButton variant="danger">{words.cancel}</SubmitButton>
            </SubmitForm>
          </Confirm>
        ) : null}
      </div>
    </Card>
  );
}

/** What became of the person, six, twelve and twenty-four months after. */
export function NewsCard({ data: { followUps, today, key }, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { choices } = choose({ fr: dimensionFrench, en: dimensionEnglish });
  const became: Readonly<Record<string, string>> = choices.follow_up_6;
  return (
    <Card title={words.news} description={followUps.length === 0 ? words.newsNone : words.newsLead}>
      <ul className="flex flex-col divide-y divide-bordure">
        {followUps.map((news) => {
          const mine = answer?.typed?.months === String(news.months) ? answer : undefined;
          return (
            <li key={news.months} className="flex flex-col gap-2 py-3 first:pt-0">
              <p>
                <span className="font-semibold">
                  {fill(words.months, { months: String(news.months), date: day(news.due) })}
                </span>{" "}
                {news.became === "" || news.notedOn === null
                  ? null
                  : `${became[news.became] ?? ""} (${fill(words.notedOn, { date: day(news.notedOn) })})`}
              </p>
              {news.became === "" && news.due <= today ? (
                <SubmitForm
                  intent="followUp"
                  idempotencyKey={`${key}-${news.months}`}
                  hidden={{ months: String(news.months) }}
                  answer={mine}
                  className="flex flex-wrap items-start gap-3"
                >
                  <Select id={`became-${news.months}`} name="became" label={words.became} required>
                    {BECAME.map((value) => (
                      <option key={value} value={value}>
                        {became[value]}
                      </option>
                    ))}
                  </Select>
                  <DayInput
                    id={`on-${news.months}`}
                    name="on"
                    label={words.asked}
                    today={today}
                    defaultValue={today}
                    required
                  />
                  <SubmitButton variant="secondary" className="mt-7">
                    {words.note}
                  </SubmitButton>
                </SubmitForm>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
