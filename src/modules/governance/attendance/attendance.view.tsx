import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../assembly/assembly.en.ts";
import { fr } from "../assembly/assembly.fr.ts";
import type { quorumNow } from "../assembly/assembly-reading.store.ts";
import type { SessionData } from "./session.page.tsx";

export function QuorumCard({ quorum }: { readonly quorum: ReturnType<typeof quorumNow> }) {
  const words = useLanguage().choose({ fr, en });
  const facts = (of: { counting: number; members: number; needed: number }) => ({
    ...{ counting: String(of.counting), members: String(of.members), needed: String(of.needed) },
  });
  return (
    <Notice tone={quorum.reached ? "ok" : "attention"}>
      <p>{fill(quorum.reached ? words.quorumReached : words.quorumLacking, facts(quorum))}</p>
      {quorum.colleges.length < 2 ? null : (
        <ul>
          {quorum.colleges.map((one) => (
            <li key={one.college}>{fill(words.quorumCollege, { college: one.name, ...facts(one) })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

type Listed = { readonly room: SessionData["room"]; readonly answer: FormAnswer | null };

export function AttendanceCard({ room, answer }: Listed) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.attendance}>
      <ul className="divide-y divide-bordure">
        {room.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0">
              {one.name}{" "}
              {one.present ? (
                <Badge tone="ok">{words.here}</Badge>
              ) : one.holder === null ? (
                <Badge>{words.absent}</Badge>
              ) : (
                <Badge tone="info">{fill(words.representedBy, { name: one.holder })}</Badge>
              )}
            </span>
            <SubmitForm
              intent="presence"
              answer={answer}
              hidden={{ associateId: one.id, ...(one.present ? {} : { present: "oui" }) }}
            >
              <SubmitButton
                variant="secondary"
                size="small"
                aria-label={fill(one.present ? words.noteGone : words.noteHere, { name: one.name })}
              >
                {one.present ? words.leaves : words.arrives}
              </SubmitButton>
            </SubmitForm>
          </li>
        ))}
      </ul>
    </Card>
  );
}
