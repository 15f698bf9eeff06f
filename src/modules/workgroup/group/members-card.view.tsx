import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { en } from "./group.en.ts";
import { fr } from "./group.fr.ts";
import type { PersonToChoose } from "./group.store.ts";
import type { Member } from "./group.ts";

/** Who takes part, for whom they speak, and who leads. */
export function MembersCard({
  members,
  keeps,
  people,
  answer,
  idempotencyKey,
}: {
  readonly members: readonly Member[];
  readonly keeps: boolean;
  readonly people: readonly PersonToChoose[];
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.members} description={words.membersCount(members.length)}>
      <ul className="flex flex-col divide-y divide-bordure">
        {members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <div className="min-w-0">
              <span className="font-semibold">{member.name}</span>
              <span className="text-texte2">{`, ${member.structures || words.noSeat}`}</span>{" "}
              {member.leads ? <Badge tone="info">{words.leads}</Badge> : null}
            </div>
            {keeps ? (
              <Confirm trigger={words.endMember} title={fill(words.endMemberTitle, { name: member.name })} size="small">
                <SubmitForm intent="leave" hidden={{ memberId: member.id }} answer={answer}>
                  <SubmitButton>{words.endMember}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ) : null}
          </li>
        ))}
      </ul>
      {keeps ? (
        <SubmitForm
          key={members.length}
          intent="join"
          idempotencyKey={idempotencyKey}
          answer={answer}
          className="mt-4 flex flex-col gap-3"
        >
          <Select
            name="personId"
            label={words.addMember}
            placeholder=" "
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Checkbox name="leads" label={words.leadsToo} />
          <SubmitButton className="self-start">{words.addMember}</SubmitButton>
        </SubmitForm>
      ) : null}
    </Card>
  );
}
