import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import { DELIVERABLE_KINDS } from "./deliverable.ts";
import type { Deliverable, Version } from "./work.store.ts";

/** What the group made and shares, version after version. */
export function DeliverablesCard({
  deliverables,
  shares,
  at,
  timeZone,
  answer,
  idempotencyKey,
}: {
  readonly deliverables: readonly Deliverable[];
  readonly shares: boolean;
  /** Where the files are. */
  readonly at: string;
  readonly timeZone: string;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.deliverables}>
      {deliverables.length === 0 ? <p className="text-texte2">{words.noDeliverable}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {deliverables.map((deliverable) => (
          <li key={deliverable.id} className="flex flex-col gap-2 py-3">
            <p>
              <span className="font-semibold">{deliverable.title}</span>
              <span className="text-aide text-texte2">{`, ${words.kinds[deliverable.kind]}`}</span>
            </p>
            <ul className="flex flex-col gap-1">
              {deliverable.versions.map((version) => (
                <VersionLine key={version.id} {...{ version, at, timeZone }} />
              ))}
            </ul>
            <Refused intent={`share ${deliverable.id}`} answer={answer} />
            {shares ? (
              <Confirm
                trigger={words.newVersion}
                title={fill(words.newVersionOf, { title: deliverable.title })}
                size="small"
              >
                <SubmitForm
                  intent={`share ${deliverable.id}`}
                  hidden={{ deliverableId: deliverable.id }}
                  idempotencyKey={idempotencyKey}
                  answer={answer}
                  encType="multipart/form-data"
                  className="flex flex-col gap-4"
                >
                  <ContentFields />
                  <SubmitButton className="self-start">{words.newVersion}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ) : null}
          </li>
        ))}
      </ul>
      {shares ? (
        <SubmitForm
          key={deliverables.length}
          intent="share"
          idempotencyKey={idempotencyKey}
          answer={answer}
          encType="multipart/form-data"
          className="mt-4 flex flex-col gap-4 border-t border-bordure pt-4"
        >
          <TextInput name="title" label={words.deliverableTitle} maxLength={160} required />
          <Select
            name="kind"
            label={words.kind}
            options={DELIVERABLE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          />
          <ContentFields />
          <SubmitButton className="self-start">{words.share}</SubmitButton>
        </SubmitForm>
      ) : null}
    </Card>
  );
}

function ContentFields() {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <FileInput name="file" label={words.file} help={words.fileHelp} optional />
      <TextInput name="link" label={words.webLink} inputMode="url" maxLength={400} optional />
      <TextInput name="note" label={words.note} maxLength={400} optional />
    </>
  );
}

function VersionLine({
  version,
  at,
  timeZone,
}: {
  readonly version: Version;
  readonly at: string;
  readonly timeZone: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const told = fill(words.version, {
    number: String(version.number),
    by: version.by,
    day: longDay(dayIn(version.at, timeZone), language),
  });
  const look = "font-semibold text-marque underline [overflow-wrap:anywhere]";
  return (
    <li>
      {version.fileName === null ? null : (
        <a className={look} href={`${at}/${version.id}`}>
          {version.fileName}
        </a>
      )}
      {version.link === "" ? null : (
        <a className={look} href={version.link} rel="noreferrer">
          {words.openLink}
        </a>
      )}
      {version.note === "" ? null : <span>{` ${version.note}`}</span>}
      <span className="block text-aide text-texte2">{told}</span>
    </li>
  );
}
