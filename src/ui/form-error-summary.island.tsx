import { CircleAlert } from "lucide-react";
import { type Ref, useEffect, useState } from "react";
import { fill } from "#kernel/language.ts";
import { fieldId } from "./form-context.tsx";
import { useLanguage } from "./language.tsx";
import type { Problem } from "./problem.ts";

/** The name of a field as its label says it; empty when nothing on the page bears it. */
function labelOf(id: string): string {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
  // « facultatif » comes after, in an element of its own.
  return label?.firstChild?.textContent?.trim() ?? "";
}

/** What is wrong, at the top of a form: the sentence, then a link to each field. Receives the focus when it appears; a link gives it to its field. */
export function FormErrorSummary({
  problem,
  prefix,
  ref,
}: {
  readonly problem: Problem;
  /** The prefix of the form's field ids. */
  readonly prefix: string;
  readonly ref?: Ref<HTMLDivElement>;
}) {
  const { words, plural } = useLanguage();
  const fields = Object.entries(problem.fields);
  // The labels are written below this summary: they are read once the page stands.
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    setLabels(Object.fromEntries(Object.keys(problem.fields).map((name) => [name, labelOf(fieldId(prefix, name))])));
  }, [problem, prefix]);
  const title =
    problem.code === "input.invalid"
      ? plural(fields.length, words.problemTitle, words.problemTitleMany)
      : problem.sentence;
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="mb-1 flex items-start gap-3 rounded-xl border border-erreur bg-erreur-fond p-4 text-erreur"
    >
      <CircleAlert aria-hidden="true" size={22} className="mt-px shrink-0" />
      <div>
        <p className="font-semibold">{title}</p>
        {fields.length > 0 ? (
          <ul className="mt-1 flex flex-col gap-0.5 text-texte">
            {fields.map(([name, sentence]) => (
              <li key={name}>
                <a
                  className="inline-block min-h-6 underline underline-offset-4"
                  href={`#${fieldId(prefix, name)}`}
                  onClick={(event) => {
                    const field = document.getElementById(fieldId(prefix, name));
                    if (!field) return;
                    event.preventDefault();
                    field.scrollIntoView({ block: "center" });
                    field.focus({ preventScroll: true });
                  }}
                >
                  {labels[name] ? fill(words.fieldProblem, { field: labels[name], sentence }) : sentence}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
