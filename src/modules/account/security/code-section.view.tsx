import type { Translation } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { fr } from "./security.fr.ts";

/** What to put in the authenticator, and the codes to keep; without image when only the codes were renewed. */
export type Setup = {
  readonly uri: string;
  readonly image: string;
  readonly secret: string;
  readonly backupCodes: readonly string[];
};

type Words = Translation<(typeof fr)["code"]>;

export function CodeSection({
  words,
  enabled,
  setup,
  answer,
}: {
  readonly words: Words;
  readonly enabled: boolean;
  readonly setup: Setup | null;
  readonly answer: FormAnswer | null;
}) {
  const badge = <Badge tone={enabled ? "ok" : "neutre"}>{enabled ? words.on : words.off}</Badge>;
  return (
    <Card title={words.title} description={words.lead} actions={badge}>
      <div className="flex flex-col gap-5">
        {setup ? <BackupCodes words={words} codes={setup.backupCodes} /> : null}
        {setup && setup.image !== "" ? (
          <Confirmation words={words} setup={setup} answer={answer} />
        ) : enabled ? (
          <Changes words={words} answer={answer} />
        ) : (
          <SubmitForm intent="begin" answer={answer} className="flex max-w-md flex-col gap-4">
            <Password words={words} />
            <SubmitButton variant="secondary" className="w-fit">
              {words.begin}
            </SubmitButton>
          </SubmitForm>
        )}
      </div>
    </Card>
  );
}

function Password({ words }: { readonly words: Words }) {
  return <TextInput name="password" type="password" label={words.password} autoComplete="current-password" required />;
}

function BackupCodes({ words, codes }: { readonly words: Words; readonly codes: readonly string[] }) {
  return (
    <Notice tone="attention" title={words.backupTitle}>
      <p>{words.backup}</p>
      <ul className="mt-3 grid grid-cols-2 gap-x-6 gap-y-1 font-mono sm:grid-cols-3">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Confirmation({
  words,
  setup,
  answer,
}: {
  readonly words: Words;
  readonly setup: Setup;
  readonly answer: FormAnswer | null;
}) {
  return (
    <SubmitForm
      intent="confirm"
      answer={answer}
      hidden={{ uri: setup.uri, codes: setup.backupCodes.join(" ") }}
      className="flex max-w-md flex-col gap-4"
    >
      <p>{words.scan}</p>
      <img src={setup.image} alt={words.image} width={220} height={220} className="rounded-lg bg-white" />
      <p>
        {words.secret}
        <br />
        <code className="font-mono [overflow-wrap:anywhere]">{setup.secret.replace(/(.{4})/g, "$1 ").trim()}</code>
      </p>
      <TextInput
        name="code"
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        className="tabular-nums"
        required
      />
      <SubmitButton className="w-fit">{words.confirm}</SubmitButton>
    </SubmitForm>
  );
}

function Changes({ words, answer }: { readonly words: Words; readonly answer: FormAnswer | null }) {
  const problem = answer?.typed?.intention === "renew" || answer?.typed?.intention === "remove";
  return (
    <div className="flex flex-col gap-4">
      {problem ? (
        <Notice tone="erreur" alert>
          {answer?.problem.sentence}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Confirm trigger={words.renew} title={words.renewTitle}>
          <SubmitForm intent="renew" answer={answer} className="flex flex-col gap-4">
            <p>{words.renewHelp}</p>
            <Password words={words} />
            <SubmitButton>{words.renew}</SubmitButton>
          </SubmitForm>
        </Confirm>
        <Confirm trigger={words.remove} title={words.removeTitle}>
          <SubmitForm intent="remove" answer={answer} className="flex flex-col gap-4">
            <p>{words.removeHelp}</p>
            <Password words={words} />
            <SubmitButton variant="danger">{words.remove}</SubmitButton>
          </SubmitForm>
        </Confirm>
      </div>
    </div>
  );
}
