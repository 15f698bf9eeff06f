import { fill, type Translation } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "./piece.en.ts";
import { fr } from "./piece.fr.ts";
import type { ShownPieces } from "./shown-pieces.store.ts";

const TONES = {
  missing: "erreur",
  waiting: "attention",
  good: "ok",
  refused: "erreur",
  soon: "attention",
  expired: "erreur",
} as const;

type Line = ShownPieces["lines"][number];
type Words = Translation<typeof fr>;

/** What is asked, what is missing, what was given; each piece is given where it is asked. */
export function PiecesCard({
  pieces,
  answer,
}: {
  readonly pieces: ShownPieces;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  const { card } = words;
  const { lines, missing } = pieces;
  const told =
    lines.length === 0
      ? card.none
      : missing === 0
        ? lines.some(({ level }) => level === "mandatory")
          ? card.whole
          : card.noneMandatory
        : missing === 1
          ? card.oneMissing
          : fill(card.missing, { count: String(missing) });
  const title =
    pieces.contract !== null
      ? fill(card.ofContract, {
          kind: words.contractKinds[pieces.contract.kind],
          day: day(pieces.contract.startsOn),
        })
      : pieces.subject === "activity"
        ? card.ofActivity
        : card.title;
  return (
    <Card title={title} description={told}>
      <ul className="flex flex-col divide-y divide-bordure">
        {lines.map((line) => (
          <PieceItem key={line.kindId} words={words} pieces={pieces} line={line} answer={answer} />
        ))}
      </ul>
    </Card>
  );
}

function PieceItem({
  words,
  pieces,
  line,
  answer,
}: {
  readonly words: Words;
  readonly pieces: ShownPieces;
  readonly line: Line;
  readonly answer: FormAnswer | undefined;
}) {
  const { card, states, levels } = words;
  const [last, ...earlier] = line.versions;
  const contractId = pieces.contract?.id ?? "";
  const mine =
    answer?.typed?.kindId === line.kindId && (answer.typed.contractId ?? "") === contractId ? answer : undefined;
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{line.name}</span>
        <Badge tone={line.state === "missing" && line.level !== "mandatory" ? "neutre" : TONES[line.state]}>
          {states[line.state]}
        </Badge>
        <span className="text-aide text-texte2">
          {levels[line.level ?? "none"]}
          {line.sensitive ? `, ${card.confidential.toLowerCase()}` : ""}
        </span>
      </div>
      {last === undefined ? null : (
        <p className="text-aide [overflow-wrap:anywhere]">
          {line.open ? <TextLink to={`/${pieces.slug}/pieces/${last.id}/apercu`}>{last.fileName}</TextLink> : null}{" "}
          {fill(card.givenOn, { date: day(last.on) })}
          {last.expiresOn === null ? "" : `, ${fill(card.until, { date: day(last.expiresOn) })}`}
        </p>
      )}
      {line.state === "refused" && last !== undefined ? <p>{fill(card.refusedFor, { reason: last.reason })}</p> : null}
      {line.state === "waiting" && last !== undefined && pieces.mayDecide && line.open ? (
        <DecideForms card={card} pieceId={last.id} kindId={line.kindId} contractId={contractId} answer={mine} />
      ) : null}
      {/* Once given, the form closes with its file: the next version is another one. */}
      <details key={last?.id ?? ""} open={mine?.typed?.intention === "give" || undefined}>
        <summary className="cursor-pointer font-semibold text-marque">
          {last === undefined ? card.give : card.giveAgain}
        </summary>
        <SubmitForm
          intent="give"
          idempotencyKey={`${pieces.key}${line.kindId}`}
          answer={mine}
          hidden={{ kindId: line.kindId, contractId }}
          encType="multipart/form-data"
          className="mt-2 flex flex-col gap-3"
        >
          <FileInput name="file" label={card.file} help={card.fileHelp} accept=".pdf,.png,.jpg,.jpeg,.docx" required />
          {line.expires ? <DayInput name="expiresOn" label={card.expiresOn} today={pieces.today} required /> : null}
          <SubmitButton variant="secondary" size="small" className="w-fit">
            {card.submit}
          </SubmitButton>
        </SubmitForm>
      </details>
      {earlier.length === 0 || !line.open ? null : (
        <details>
          <summary className="cursor-pointer text-marque">{card.versions}</summary>
          <ul className="mt-1 flex flex-col gap-1 text-aide">
            {earlier.map(({ id, fileName, on }) => (
              <li key={id}>
                <TextLink to={`/${pieces.slug}/pieces/${id}/apercu`}>{fileName}</TextLink>{" "}
                {fill(card.givenOn, { date: day(on) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function DecideForms({
  card,
  pieceId,
  kindId,
  contractId,
  answer,
}: {
  readonly card: Words["card"];
  readonly pieceId: string;
  readonly kindId: string;
  readonly contractId: string;
  readonly answer: FormAnswer | undefined;
}) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SubmitForm intent="accept" hidden={{ pieceId, kindId, contractId }}>
        <SubmitButton variant="secondary" size="small">
          {card.accept}
        </SubmitButton>
      </SubmitForm>
      <details open={answer?.typed?.intention === "refuse" || undefined}>
        <summary className="cursor-pointer font-semibold text-marque">{card.refuse}</summary>
        <SubmitForm
          intent="refuse"
          answer={answer}
          hidden={{ pieceId, kindId, contractId }}
          className="mt-2 flex flex-col gap-3"
        >
          <TextInput name="reason" label={card.reason} autoComplete="off" required />
          <SubmitButton variant="danger" size="small" className="w-fit">
            {card.refuse}
          </SubmitButton>
        </SubmitForm>
      </details>
    </div>
  );
}
