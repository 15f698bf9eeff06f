import { Download } from "lucide-react";
import type { Translation } from "#kernel/language.ts";
import type { SignInMethod, SignInOutcome } from "#platform/session/session.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import type { Tone } from "#ui/tone.ts";
import { deviceName } from "./device.ts";
import type { fr } from "./security.fr.ts";

type SessionWords = Translation<(typeof fr)["sessions"]>;

export type ShownSession = {
  readonly id: string;
  readonly opened: string;
  readonly seen: string;
  readonly address: string;
  readonly userAgent: string;
  readonly current: boolean;
};

export function SessionSection({
  words,
  sessions,
  answer,
}: {
  readonly words: SessionWords;
  readonly sessions: readonly ShownSession[];
  readonly answer: FormAnswer | null;
}) {
  const others = sessions.some((session) => !session.current);
  return (
    <Card
      title={words.title}
      actions={
        others ? (
          <SubmitForm intent="others">
            <SubmitButton variant="secondary" size="small">
              {words.endOthers}
            </SubmitButton>
          </SubmitForm>
        ) : null
      }
    >
      <div className="flex flex-col gap-3">
        {answer?.typed?.intention === "session" ? (
          <Notice tone="attention" alert>
            {answer.problem.sentence}
          </Notice>
        ) : null}
        <ul className="flex flex-col divide-y divide-bordure">
          {sessions.map((session) => {
            const device = deviceName(session.userAgent, words);
            return (
              <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <div>
                  <span className="font-semibold">{device}</span>{" "}
                  {session.current ? <Badge tone="ok">{words.here}</Badge> : null}
                  <span className="block text-aide text-texte2">
                    {`${words.since} ${session.opened} · ${words.seen} ${session.seen}`}
                    {session.address === "" ? "" : ` · ${words.address} ${session.address}`}
                  </span>
                </div>
                {session.current ? null : (
                  <SubmitForm intent="session" hidden={{ id: session.id }}>
                    <SubmitButton variant="quiet" size="small" aria-label={`${words.end} : ${device}`}>
                      {words.end}
                    </SubmitButton>
                  </SubmitForm>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </Card>
  );
}

const TONES: Readonly<Record<SignInOutcome, Tone>> = {
  success: "ok",
  code_needed: "info",
  failure: "attention",
  too_many: "erreur",
};

export function AttemptSection({
  words,
  attempts,
}: {
  readonly words: { readonly attempts: Translation<(typeof fr)["attempts"]>; readonly sessions: SessionWords };
  readonly attempts: readonly {
    readonly at: string;
    readonly method: SignInMethod;
    readonly outcome: SignInOutcome;
    readonly address: string;
    readonly userAgent: string;
  }[];
}) {
  const { attempts: own, sessions } = words;
  return (
    <Card
      title={own.title}
      description={own.lead}
      padded={false}
      actions={
        <ButtonLink to="/compte/securite/connexions" reloadDocument prefetch="none" size="small" icon={Download}>
          {own.download}
        </ButtonLink>
      }
    >
      <Table
        bare
        caption={own.title}
        density="compact"
        rows={attempts.map((attempt, index) => ({ ...attempt, key: String(index) }))}
        rowKey={(row) => row.key}
        columns={[
          { key: "at", header: own.at, rowHeader: true, cell: (row) => row.at },
          { key: "how", header: own.how, cell: (row) => own.methods[row.method] },
          {
            key: "result",
            header: own.result,
            cell: (row) => <Badge tone={TONES[row.outcome]}>{own.outcomes[row.outcome]}</Badge>,
          },
          { key: "device", header: sessions.device, cell: (row) => deviceName(row.userAgent, sessions) },
          { key: "address", header: sessions.address, cell: (row) => row.address },
        ]}
      />
    </Card>
  );
}
