import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill, type Language } from "#kernel/language.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { act } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { textsOf } from "../form-texts.ts";
import { CONTRACT_KINDS, isTemplateKind, TEMPLATE_KINDS } from "../template/template.ts";
import type { Route } from "./+types/new-document.page";
import { en } from "./document.en.ts";
import { fr } from "./document.fr.ts";
import { filledFields, missingIn, prefixOf } from "./document-form.ts";
import { makeDocument } from "./make-document.command.ts";
import { type Choice, choose, prepare, subjectOf } from "./prepare-document.store.ts";
import { PreparedForm } from "./prepared-form.view.tsx";

const WORDS = { fr, en };

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const subject = await subjectOf(reader, parseId<"person">(args.params.personId));
    if (isRefusal(subject)) return subject;
    const { searchParams } = new URL(args.request.url);
    const asked = searchParams.get("modele");
    const { person, contracts, activities } = subject;
    const name = `${person.firstName} ${person.lastName}`;
    const choice = isTemplateKind(asked)
      ? choose(subject, asked, searchParams.get("contrat"), searchParams.get("activite"))
      : null;
    const prepared = choice === null ? null : await prepare(reader, person.personId, choice);
    return {
      slug: reader.slug,
      key: newId<"key">(reader.now) as string,
      personId: person.personId,
      name,
      contracts: contracts.map(({ id, kind, startsOn }) => ({ id, kind, startsOn })),
      activities: activities.map(({ activityId, name: title }) => ({ id: activityId, name: title })),
      choice,
      title: choice === null ? "" : `${WORDS.fr.kinds[choice.kind]} – ${name}`,
      prepared: isRefusal(prepared) ? { refused: reader.app.sentence(prepared, reader.language) } : prepared,
    };
  });
}

export type NewDocumentData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const input = textsOf(form);
  const made = await readTenant(args, async (reader) => {
    const subject = await subjectOf(reader, parseId<"person">(args.params.personId));
    if (isRefusal(subject)) return subject;
    if (!isTemplateKind(input.kind)) return refuse("conflict", "document.noTemplate");
    const choice: Choice = choose(subject, input.kind, input.contractId ?? null, input.activityId ?? null);
    const prepared = await prepare(reader, subject.person.personId, choice);
    if (isRefusal(prepared)) return prepared;
    const missing = missingIn(prepared.fields, input);
    const { values, filled } = filledFields(prepared, input);
    const refusal = refuse("invalid", "document.fieldsMissing", { count: String(missing.length) });
    return {
      missing: missing.map(({ name }) => name),
      problem: reader.app.sentence(refusal, reader.language),
      field: reader.app.fieldSentence("field.required", reader.language),
      command: { ...choice, personId: subject.person.personId, title: input.title ?? "", values, filled: [...filled] },
    };
  });
  if (made.missing.length > 0) {
    const fields = Object.fromEntries(made.missing.map((name) => [prefixOf(name), made.field]));
    const problem = { code: "document.fieldsMissing", sentence: made.problem, fields };
    return data({ problem, typed: typedValues(form) }, { status: 422 });
  }
  return act(args, form, makeDocument, made.command, ({ documentId }) => ({
    to: `/${args.params.cooperative}/documents/${documentId}`,
    message: { fr: fr.make.done, en: en.make.done },
  }));
}

/** Which document, for which contract; then what is missing, named before anything is made. */
export default function NewDocumentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose: pick, language } = useLanguage();
  const words = pick({ fr, en });
  const { slug, personId, name, choice, prepared } = loaderData;
  return (
    <Page
      title={words.make.title}
      width="form"
      crumbs={[{ to: `/${slug}/personnes/${personId}/documents`, label: fill(words.make.crumb, { name }) }]}
    >
      <Card>
        <ChoiceForm data={loaderData} language={language} />
      </Card>
      {prepared === null || choice === null ? null : "refused" in prepared ? (
        <Card>
          <p>{prepared.refused}</p>
        </Card>
      ) : (
        <PreparedForm words={words} data={loaderData} choice={choice} prepared={prepared} answer={actionData} />
      )}
    </Page>
  );
}

function ChoiceForm({ data: shown, language }: { readonly data: NewDocumentData; readonly language: Language }) {
  const words = WORDS[language];
  const { choice, activities } = shown;
  const wanted = choice === null ? undefined : CONTRACT_KINDS[choice.kind];
  const contracts = shown.contracts.filter(({ kind }) => wanted === undefined || kind === wanted);
  return (
    <SubmitForm method="get" key={JSON.stringify(choice)} className="flex flex-col gap-4">
      <Select
        name="modele"
        label={words.make.kind}
        defaultValue={choice?.kind ?? "cape"}
        options={TEMPLATE_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {contracts.length === 0 ? null : (
          <Select
            name="contrat"
            label={words.make.contract}
            defaultValue={choice === null ? (contracts[0]?.id ?? "") : (choice.contractId ?? "")}
            options={[
              ...contracts.map(({ id, kind, startsOn }) => ({
                value: id,
                label: `${kind.toUpperCase()} ${day(startsOn)}`,
              })),
              ...(wanted === undefined ? [{ value: "", label: words.make.noContract }] : []),
            ]}
          />
        )}
        {activities.length === 0 ? null : (
          <Select
            name="activite"
            label={words.make.activity}
            defaultValue={choice === null ? (activities[0]?.id ?? "") : (choice.activityId ?? "")}
            options={[
              ...activities.map(({ id, name }) => ({ value: id, label: name })),
              { value: "", label: words.make.noActivity },
            ]}
          />
        )}
      </div>
      <Button type="submit" variant={choice === null ? "primary" : "secondary"} className="w-fit">
        {words.make.next}
      </Button>
    </SubmitForm>
  );
}
