import { fill, type Translation } from "#kernel/language.ts";
import type { FieldDefinition } from "#platform/document-field.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import type { fr } from "./document.fr.ts";
import { prefixOf } from "./document-form.ts";
import type { NewDocumentData } from "./new-document.page.tsx";
import type { Choice, Prepared, PreparedField } from "./prepare-document.store.ts";

type Words = Translation<typeof fr>;

/** What is missing first, each with its example and its article; then what is known, which may be changed for this once. */
export function PreparedForm({
  words,
  data,
  choice,
  prepared: { template, fields },
  answer,
}: {
  readonly words: Words;
  readonly data: NewDocumentData;
  readonly choice: Choice;
  readonly prepared: Pick<Prepared, "template" | "fields">;
  readonly answer: FormAnswer | undefined;
}) {
  const { make } = words;
  const missing = fields.filter(({ value }) => value === "");
  const known = fields.filter(({ value }) => value !== "");
  const { kind, contractId, activityId } = choice;
  return (
    <SubmitForm
      idempotencyKey={data.key}
      answer={answer}
      hidden={{ kind, contractId: contractId ?? "", activityId: activityId ?? "" }}
      className="flex flex-col gap-5"
    >
      <Card
        description={
          template === null
            ? make.usesHouse
            : fill(make.usesOwn, { name: template.name, version: String(template.version) })
        }
        title={words.kinds[kind]}
      >
        <TextInput name="title" label={make.documentTitle} defaultValue={data.title} autoComplete="off" required />
      </Card>
      {missing.length === 0 ? null : (
        <Card
          title={missing.length === 1 ? make.oneMissing : fill(make.missing, { count: String(missing.length) })}
          description={make.missingHelp}
        >
          <Places words={words} data={data} choice={choice} missing={missing} />
          <div className="mt-4 flex flex-col gap-4">
            {missing.map((field) => (
              <FieldInput key={field.name} words={words} field={field} />
            ))}
          </div>
        </Card>
      )}
      <Card title={make.known}>
        <dl className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-[2fr_3fr]">
          {known.map((field) => (
            <KnownField key={field.name} field={field} />
          ))}
        </dl>
        <details className="mt-4">
          <summary className="cursor-pointer font-semibold text-marque">{make.change}</summary>
          <div className="mt-3 flex flex-col gap-4">
            {known.map((field) => (
              <FieldInput key={field.name} words={words} field={field} />
            ))}
          </div>
        </details>
      </Card>
      <SubmitButton className="w-fit">{make.submit}</SubmitButton>
    </SubmitForm>
  );
}

function KnownField({ field }: { readonly field: PreparedField }) {
  const { language } = useLanguage();
  return (
    <>
      <dt className="text-texte2">{field.label[language]}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{field.value}</dd>
    </>
  );
}

function FieldInput({ words: { make }, field }: { readonly words: Words; readonly field: PreparedField }) {
  const { language } = useLanguage();
  const { name, label, example, article, long, value, proposed } = field;
  const shared = {
    name: prefixOf(name),
    label: article === undefined ? label[language] : `${label[language]} (${article})`,
    help:
      value === "" && proposed !== ""
        ? `${make.proposed} ${fill(make.example, { example })}`
        : fill(make.example, { example }),
    defaultValue: value === "" ? proposed : value,
    autoComplete: "off",
    required: true,
  };
  return long ? <Textarea {...shared} rows={2} /> : <TextInput {...shared} />;
}

/** Where the missing things are filled for good. */
function Places({
  words: { make },
  data: { slug, personId },
  choice: { contractId, activityId },
  missing,
}: {
  readonly words: Words;
  readonly data: NewDocumentData;
  readonly choice: Choice;
  readonly missing: readonly PreparedField[];
}) {
  const wanted = (group: FieldDefinition["group"], but = /^$/) =>
    missing.some((field) => field.group === group && field.filledIn === undefined && !but.test(field.name));
  const filledIn = (page: FieldDefinition["filledIn"]) => missing.some((field) => field.filledIn === page);
  const signer = /representant/;
  const places = [
    ...(wanted("cooperative", signer) ? [{ to: `/${slug}/reglages`, label: make.whereCooperative }] : []),
    ...(wanted("statutes") || missing.some(({ name }) => signer.test(name))
      ? [{ to: `/${slug}/documents/modeles`, label: make.whereTemplates }]
      : []),
    ...(wanted("person") ? [{ to: `/${slug}/personnes/${personId}`, label: make.wherePerson }] : []),
    ...(filledIn("socialFile") ? [{ to: `/${slug}/personnes/${personId}/dossier`, label: make.whereFile }] : []),
    ...(filledIn("terms") && contractId !== null
      ? [{ to: `/${slug}/personnes/${personId}/contrats/${contractId}`, label: make.whereTerms }]
      : []),
    ...(wanted("activity") && activityId !== null
      ? [{ to: `/${slug}/activites/${activityId}`, label: make.whereActivity }]
      : []),
  ];
  return places.length === 0 ? null : (
    <Notice tone="info">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {places.map(({ to, label }) => (
          <li key={to}>
            <TextLink to={to}>{label}</TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
