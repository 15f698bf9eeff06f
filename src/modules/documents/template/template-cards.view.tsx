import { fill, type Translation } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { day } from "#ui/format.ts";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { fr } from "../document/document.fr.ts";
import type { TemplatesData } from "./templates.page.tsx";

type Words = Translation<typeof fr>;
type Shared = { readonly words: Words; readonly answer: FormAnswer | undefined };
type Kind = TemplatesData["kinds"][number];

/** A kind of document: what serves it, and the versions that served it. */
export function KindCard({
  words,
  slug,
  kind: { kind, chosen, versions },
  may,
  answer,
}: Shared & { readonly slug: string; readonly kind: Kind; readonly may: boolean }) {
  const file = `/${slug}/documents/modele?sorte=${kind}`;
  const serving = versions.find(({ id }) => id === chosen);
  const others = versions.filter(({ id }) => id !== chosen);
  const choose = (templateId: string, label: string) =>
    may ? (
      <SubmitForm intent="choose" hidden={{ kind, templateId }}>
        <SubmitButton variant="quiet" size="small">
          {label}
        </SubmitButton>
      </SubmitForm>
    ) : null;
  const nothing = serving === undefined && kind === "other";
  return (
    <Card title={words.kinds[kind]}>
      {answer?.typed?.kind === kind ? <Refused intent="choose" answer={answer} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {nothing ? (
          <p className="text-texte2">{words.templates.none}</p>
        ) : (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone="ok">{words.templates.inForce}</Badge>
            {serving === undefined
              ? words.templates.house
              : `${serving.name} (${fill(words.templates.version, { version: String(serving.version) })}, ${day(serving.on)})`}
          </p>
        )}
        {nothing ? null : (
          <TextLink reloadDocument prefetch="none" to={serving === undefined ? file : `${file}&version=${serving.id}`}>
            {words.templates.download}
          </TextLink>
        )}
      </div>
      {others.length > 0 || (serving !== undefined && kind !== "other") ? (
        <details className="mt-3">
          <summary className="cursor-pointer font-semibold text-marque">{words.templates.earlier}</summary>
          <ul className="mt-2 flex flex-col divide-y divide-bordure">
            {others.map(({ id, name, version, on }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-1">
                <TextLink reloadDocument prefetch="none" to={`${file}&version=${id}`}>
                  {`${name} (${fill(words.templates.version, { version: String(version) })}, ${day(on)})`}
                </TextLink>
                {choose(id, words.templates.putInForce)}
              </li>
            ))}
            {kind === "other" || serving === undefined ? null : (
              <li className="flex flex-wrap items-center justify-between gap-2 py-1">
                <TextLink reloadDocument prefetch="none" to={file}>
                  {words.templates.house}
                </TextLink>
                {choose("", words.templates.backToHouse)}
              </li>
            )}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}

type Carded = Shared & { readonly data: TemplatesData };

export function UploadCard({ words, data, answer }: Carded) {
  const { templates, kinds } = words;
  return (
    <Card title={templates.upload}>
      <SubmitForm
        intent="upload"
        idempotencyKey={data.keys.upload}
        answer={answer}
        encType="multipart/form-data"
        className="flex flex-col gap-4"
      >
        <Select
          name="kind"
          label={templates.kind}
          options={data.kinds.map(({ kind }) => ({ value: kind, label: kinds[kind] }))}
        />
        <TextInput name="name" label={templates.name} help={templates.nameHelp} autoComplete="off" required />
        <FileInput name="file" label={templates.file} help={templates.fileHelp} accept=".docx" required />
        <SubmitButton className="w-fit">{templates.submit}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}

export function RepresentativeCard({ words: { templates }, data: { settings, may }, answer }: Carded) {
  return (
    <Card title={templates.representative}>
      {may ? (
        <SubmitForm
          intent="represent"
          answer={answer}
          hidden={{ version: String(settings.version) }}
          className="flex flex-col gap-4"
        >
          <TextInput
            name="representative"
            label={templates.representativeName}
            defaultValue={settings.representative}
            autoComplete="off"
            required
          />
          <TextInput
            name="quality"
            label={templates.representativeQuality}
            help={templates.representativeHelp}
            defaultValue={settings.quality}
            autoComplete="off"
            required
          />
          <SubmitButton variant="secondary" className="w-fit">
            {templates.save}
          </SubmitButton>
        </SubmitForm>
      ) : (
        <p>{[settings.representative, settings.quality].filter(Boolean).join(", ")}</p>
      )}
    </Card>
  );
}

export function StatutesCard({ words: { templates }, data: { slug, today, keys, statutes, may }, answer }: Carded) {
  return (
    <Card title={templates.statutes} description={templates.statutesHelp}>
      {statutes.length === 0 ? <p>{templates.statutesNone}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {statutes.map(({ id, title, adoptedOn, effectiveOn, fileHash }) => (
          <li key={id} className="py-2">
            {fileHash === null ? (
              <span className="font-semibold">{title}</span>
            ) : (
              <TextLink reloadDocument prefetch="none" to={`/${slug}/documents/statuts?version=${id}`}>
                {title}
              </TextLink>
            )}
            <span className="block text-aide text-texte2">
              {fill(templates.statutesLine, { adopted: day(adoptedOn), effective: day(effectiveOn) })}
            </span>
          </li>
        ))}
      </ul>
      {may ? (
        <details className="mt-2" open={answer?.typed?.intention === "statutes" || undefined}>
          <summary className="cursor-pointer font-semibold text-marque">{templates.statutesAdd}</summary>
          <SubmitForm
            intent="statutes"
            idempotencyKey={keys.statutes}
            answer={answer}
            encType="multipart/form-data"
            className="mt-3 flex flex-col gap-4"
          >
            <TextInput
              name="title"
              label={templates.statutesTitle}
              help={templates.statutesTitleHelp}
              autoComplete="off"
              required
            />
            <DayInput name="adoptedOn" label={templates.adoptedOn} today={today} required />
            <DayInput name="effectiveOn" label={templates.effectiveOn} today={today} required />
            <FileInput name="file" label={templates.statutesFile} accept=".pdf" optional />
            <SubmitButton variant="secondary" className="w-fit">
              {templates.statutesSubmit}
            </SubmitButton>
          </SubmitForm>
        </details>
      ) : null}
    </Card>
  );
}
