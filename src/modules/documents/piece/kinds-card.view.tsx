import type { Translation } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { fr } from "./piece.fr.ts";
import { LEVELS, MOMENTS, type PieceKind, STAGES, SUBJECTS } from "./piece.ts";
import type { PiecesData } from "./pieces.page.tsx";

type Words = Translation<typeof fr>;

/** What is asked of persons, stage by stage. */
export function KindsCard({
  words,
  data,
  answer,
}: {
  readonly words: Words;
  readonly data: PiecesData;
  readonly answer: FormAnswer | undefined;
}) {
  const { desk, stages, levels } = words;
  return (
    <Card title={desk.kinds} description={desk.kindsHelp}>
      {data.kinds.length === 0 && data.may ? (
        <SubmitForm intent="usual" answer={answer} className="mb-4">
          <SubmitButton>{desk.usual}</SubmitButton>
        </SubmitForm>
      ) : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {data.kinds.map((kind) => (
          <li key={kind.id} className="py-3">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {kind.name}
              {kind.subject === "person" ? null : <Badge tone="neutre">{words.subjects[kind.subject]}</Badge>}
            </p>
            <p className="text-aide text-texte2">
              {MOMENTS[kind.subject]
                .filter((moment) => kind.levels[moment] !== undefined)
                .map(
                  (moment) =>
                    `${moment === "activity" ? desk.activityLevel : stages[moment]}\u00a0: ${levels[kind.levels[moment] ?? "none"].toLowerCase()}`,
                )
                .join(" · ")}
            </p>
            {data.may ? (
              <details open={answer?.typed?.kindId === kind.id || undefined}>
                <summary className="cursor-pointer text-marque">{desk.change}</summary>
                <KindForm words={words} kind={kind} answer={answer} />
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {data.may ? (
        <details className="mt-3" open={answer?.typed?.intention === "kind-new" || undefined}>
          <summary className="cursor-pointer font-semibold text-marque">{desk.add}</summary>
          <KindForm words={words} kind={null} answer={answer} />
        </details>
      ) : null}
    </Card>
  );
}

function KindForm({
  words: { desk, stages, levels, subjects },
  kind,
  answer,
}: {
  readonly words: Words;
  readonly kind: PieceKind | null;
  readonly answer: FormAnswer | undefined;
}) {
  const moments = kind === null ? [...STAGES, "activity" as const] : MOMENTS[kind.subject];
  const options = ["none" as const, ...LEVELS].map((level) => ({ value: level, label: levels[level] }));
  return (
    <SubmitForm
      intent={kind === null ? "kind-new" : `kind-${kind.id}`}
      answer={answer}
      hidden={{ kindId: kind?.id ?? "" }}
      className="mt-3 flex flex-col gap-4"
    >
      <TextInput name="name" label={desk.name} defaultValue={kind?.name ?? ""} autoComplete="off" required />
      {kind === null ? (
        <Select
          name="subject"
          label={desk.subject}
          help={desk.subjectHelp}
          options={SUBJECTS.map((value) => ({ value, label: subjects[value] }))}
        />
      ) : (
        <input type="hidden" name="subject" value={kind.subject} />
      )}
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {moments.map((stage) => (
          <Select
            key={stage}
            name={stage}
            label={stage === "activity" ? desk.activityLevel : stages[stage]}
            defaultValue={kind?.levels[stage] ?? "none"}
            options={options}
          />
        ))}
      </div>
      {kind === null || kind.subject === "person" ? (
        <Checkbox name="sensitive" label={desk.sensitive} defaultChecked={kind?.sensitive ?? false} />
      ) : null}
      <Checkbox name="needsValidation" label={desk.needsValidation} defaultChecked={kind?.needsValidation ?? false} />
      <Checkbox name="expires" label={desk.expires} defaultChecked={kind?.expires ?? false} />
      <SubmitButton variant="secondary" className="w-fit">
        {desk.save}
      </SubmitButton>
    </SubmitForm>
  );
}
