import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Select } from "#ui/text-input.tsx";
import type { AgreementPageData } from "./agreement.page.tsx";
import { en } from "./agreement-screen.en.ts";
import { fr } from "./agreement-screen.fr.ts";

/** Who may enter under the agreement: named by the provider, shut out by either. */
export function PeopleCard({
  data: { agreement, people, team, over, key, state },
  answer,
}: {
  readonly data: AgreementPageData;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  const client = agreement.side === "client";
  const lead = client ? words.peopleClient : fill(words.peopleProvider, { other: agreement.otherName });
  const enter =
    client || state !== "running" ? undefined : (
      <TextLink to={`/${agreement.otherSlug}/travaux-confies`}>
        {fill(words.enter, { other: agreement.otherName })}
      </TextLink>
    );
  return (
    <Card title={words.people} description={lead} actions={enter}>
      <Refused intent="close" answer={answer} />
      {people.length === 0 ? <p className="text-texte2">{words.peopleNone}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {people.map(({ id, name, since, closedOn }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>
              <span className="font-semibold">{name}</span>
              <span className="block text-aide text-texte2">
                {closedOn === null
                  ? since === null
                    ? null
                    : fill(words.since, { day: day(since) })
                  : fill(words.closedOn, { day: day(closedOn) })}
              </span>
            </span>
            {over || closedOn !== null ? null : (
              <SubmitForm intent="close" idempotencyKey={`${key}-${id}`} hidden={{ delegateId: id }}>
                <SubmitButton variant="quiet" size="small" aria-label={`${words.close} : ${name}`}>
                  {words.close}
                </SubmitButton>
              </SubmitForm>
            )}
          </li>
        ))}
      </ul>
      {client || over ? null : (
        <SubmitForm intent="name" idempotencyKey={key} answer={answer} className="flex flex-col gap-4 pt-3">
          <Select
            name="personId"
            label={words.person}
            placeholder=" "
            options={team.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <SubmitButton variant="secondary" className="w-fit">
            {words.name}
          </SubmitButton>
        </SubmitForm>
      )}
    </Card>
  );
}

type Line = AgreementPageData["journal"][number];

/** What the delegates opened and did, for the client's direction. */
export function JournalCard({ data: { journal } }: { readonly data: AgreementPageData }) {
  const words = useLanguage().choose({ fr, en });
  const columns: Column<Line>[] = [
    { key: "when", header: words.when, cell: (line) => `${day(line.on)} ${line.time}` },
    { key: "who", header: words.who, rowHeader: true, cell: (line) => line.who },
    { key: "what", header: words.what, cell: (line) => words.actions[line.action] },
    { key: "about", header: words.about, cell: (line) => line.about },
  ];
  return (
    <Card title={words.journal} description={words.journalLead} padded={journal.length === 0}>
      {journal.length === 0 ? (
        <p className="text-texte2">{words.journalNone}</p>
      ) : (
        <Table bare caption={words.journal} rows={journal} rowKey={(line) => line.id} columns={columns} />
      )}
    </Card>
  );
}
