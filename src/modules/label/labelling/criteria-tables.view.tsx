import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import { ANSWER_TONE, FINDING_TONE, LEVEL_TONE } from "../label-tones.ts";
import { fieldsIn } from "../referential/referential.ts";
import type { LabellingData } from "./labelling.page.tsx";
import type { AssessedCriterion, Standing } from "./standing.store.ts";

/** Every criterion, field by field: what is said, what is shown, what is found. */
export function CriteriaTables({ data, standing }: { readonly data: LabellingData; readonly standing: Standing }) {
  const all = useLanguage().choose({ fr, en });
  const words = all.labelling;
  const { slug, labelling, may } = data;
  const to = (code: string) => `/${slug}/label/demarches/${labelling.id}/critere?code=${encodeURIComponent(code)}`;
  const first = standing.criteria.find(({ answer, own }) =>
    may.answer ? answer === null : may.assess && labelling.status === "submitted" && own === null,
  );
  const columns: Column<AssessedCriterion>[] = [
    {
      key: "criterion",
      header: words.criterion,
      rowHeader: true,
      cell: (row) => (
        <span className="flex flex-col items-start gap-1 font-normal">
          <TextLink to={to(row.code)} prefetch="none">
            {`${row.code} ${row.wording}`}
          </TextLink>
          <Badge tone={LEVEL_TONE[row.level]}>{all.levels[row.level]}</Badge>
        </span>
      ),
    },
    {
      key: "answer",
      header: words.answer,
      cell: (row) =>
        row.answer === null ? (
          <span className="text-texte2">{words.notYet}</span>
        ) : (
          <Badge tone={ANSWER_TONE[row.answer.value]}>{all.answers[row.answer.value]}</Badge>
        ),
    },
    {
      key: "evidence",
      header: words.evidenceCount,
      align: "end",
      wideOnly: true,
      cell: (row) => String(row.answer?.evidenceIds.length ?? 0),
    },
    ...(labelling.status === "preparing"
      ? []
      : [
          {
            key: "finding",
            header: words.finding,
            cell: (row: AssessedCriterion) => {
              const value = row.verdict ?? row.own?.value ?? null;
              return value === null ? (
                <span className="text-texte2">{words.notYet}</span>
              ) : (
                <Badge tone={FINDING_TONE[value]}>{all.findings[value]}</Badge>
              );
            },
          },
        ]),
  ];
  return (
    <>
      {first === undefined ? null : (
        <ButtonLink variant="primary" to={to(first.code)} className="self-start">
          {words.startHere}
        </ButtonLink>
      )}
      {fieldsIn(standing.criteria).map(({ field, criteria }) => (
        <Table key={field} caption={field} showCaption rows={criteria} rowKey={(row) => row.code} columns={columns} />
      ))}
    </>
  );
}
