import type { Translation } from "#kernel/language.ts";
import { Notice } from "./notice.tsx";
import type { FormAnswer } from "./problem.ts";

/**
 * After « quelqu'un d'autre a modifié… »: what the other person saved, field by field, beside one's own typing that the
 * form keeps. Saving again is then a choice, never a silent overwrite.
 */
export function Meanwhile({
  answer,
  code,
  title,
  saved,
}: {
  readonly answer: FormAnswer | null | undefined;
  readonly code: string;
  readonly title: Translation<string>;
  readonly saved: readonly { readonly name: string; readonly label: string; readonly value: string }[];
}) {
  if (answer?.problem.code !== code) return null;
  const differing = saved.filter(({ name, value }) => (answer.typed?.[name] ?? "") !== value);
  return (
    <Notice tone="info" title={title}>
      <dl className="mt-1 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        {differing.map(({ name, label, value }) => (
          <div key={name} className="contents">
            <dt className="text-texte2">{label}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{value === "" ? "—" : value}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
