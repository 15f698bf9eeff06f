import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../meeting/meeting.en.ts";
import { fr } from "../meeting/meeting.fr.ts";
import { ANSWERS, SEENS } from "./presence.ts";

/** Where one says whether one comes; how many do. */
export function AnswerCall({
  answer,
  coming,
  idempotencyKey,
  link,
}: {
  readonly answer: (typeof ANSWERS)[number] | null;
  readonly coming: number;
  readonly idempotencyKey: string;
  readonly link: string;
}) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.answer}>
      <p>{answer === null ? null : words.yourAnswer[answer]}</p>
      <SubmitForm intent="answer" idempotencyKey={idempotencyKey} answer={null} className="mt-2 flex flex-wrap gap-3">
        {ANSWERS.filter((value) => value !== answer).map((value) => (
          <SubmitButton
            key={value}
            name="answer"
            value={value}
            variant={value === "coming" && answer === null ? "primary" : "secondary"}
          >
            {words.answers[value]}
          </SubmitButton>
        ))}
      </SubmitForm>
      <p className="mt-3 text-texte2">
        {coming === 0 ? words.comingNone : plural(coming, words.comingOne, words.comingCount)}
      </p>
      {link === "" ? null : (
        <p className="mt-2">
          <a href={link} rel="noreferrer" className="text-marque underline underline-offset-2">
            {words.visio}
          </a>
        </p>
      )}
    </Card>
  );
}

/** Who came, who sent apologies, by name. */
export function Came({
  present,
  excused,
}: {
  readonly present: readonly string[];
  readonly excused: readonly string[];
}) {
  const words = useLanguage().choose({ fr, en });
  if (present.length + excused.length === 0) return null;
  return (
    <Card title={words.presences}>
      <dl className="flex flex-col gap-2">
        {present.length === 0 ? null : <Named label={words.presentWere} names={present} />}
        {excused.length === 0 ? null : <Named label={words.excusedWere} names={excused} />}
      </dl>
    </Card>
  );
}

function Named({ label, names }: { readonly label: string; readonly names: readonly string[] }) {
  return (
    <div>
      <dt className="text-texte2">{label}</dt>
      <dd>{names.join(", ")}</dd>
    </div>
  );
}

/** One person, and what was seen of them. */
export function Seen({
  personId,
  name,
  detail,
  seen,
}: {
  readonly personId: string;
  readonly name: string;
  readonly detail: string | null;
  readonly seen: (typeof SEENS)[number] | null;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <li data-row={personId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
      <span className="min-w-0">
        <span className="block font-semibold">{name}</span>
        {detail === null ? null : <span className="block text-aide text-texte2">{detail}</span>}
      </span>
      <SubmitForm intent="note" hidden={{ personId }} answer={null} className="flex flex-wrap gap-2">
        {SEENS.map((value) => (
          <SubmitButton
            key={value}
            name="seen"
            value={value}
            size="small"
            variant={value === seen ? "primary" : "secondary"}
            aria-pressed={value === seen}
            aria-label={`${words.seens[value]}, ${fill(words.presenceOf, { name })}`}
          >
            {words.seens[value]}
          </SubmitButton>
        ))}
      </SubmitForm>
    </li>
  );
}
