import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { act } from "../act.page.ts";
import { mayDocuments } from "../documents.policy.ts";
import type { Route } from "./+types/document.page";
import { en } from "./document.en.ts";
import { fr } from "./document.fr.ts";
import { DocumentText } from "./document-text.view.tsx";
import { cancelDocument } from "./make-document.command.ts";
import { openDocument, wordsOf } from "./open-document.store.ts";

export async function loader(args: Route.LoaderArgs) {
  const shown = await readTenant(args, async (reader) => {
    const opened = await openDocument(reader, args.params.documentId);
    if (isRefusal(opened)) return opened;
    const { document, person } = opened;
    const { id, title, kind, templateVersion, statutesTitle, pdfHash, docxHash, createdAt, cancelledAt } = document;
    return {
      files: reader.app.files,
      slug: reader.slug,
      own: reader.actor.personId === document.personId,
      personId: document.personId,
      name: `${person.firstName} ${person.lastName}`,
      document: { id, title, kind, templateVersion, statutesTitle, pdfHash, docxHash, cancelled: cancelledAt !== null },
      madeOn: dayIn(createdAt, reader.timeZone),
      mayMake: mayDocuments(reader.actor, "make", person.facts) === null,
    };
  });
  const { files, ...rest } = shown;
  return { ...rest, blocks: await wordsOf(files, rest.document.docxHash) };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { documentId } = args.params;
  return act(args, form, cancelDocument, { documentId }, () => ({
    to: `/${args.params.cooperative}/documents/${documentId}`,
    message: { fr: fr.page.said.cancelled, en: en.page.said.cancelled },
  }));
}

/** A document: its paper, where it comes from, what can still be done. */
export default function DocumentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug, own, personId, name, document, madeOn, mayMake, blocks } = loaderData;
  const address = `/${slug}/documents/${document.id}`;
  const facts = [
    { label: words.page.person, value: name },
    { label: words.page.madeOn, value: longDay(madeOn, language) },
    {
      label: words.page.template,
      value:
        document.templateVersion === null
          ? words.templates.house
          : fill(words.templates.version, { version: String(document.templateVersion) }),
    },
    ...(document.statutesTitle === null ? [] : [{ label: words.page.statutes, value: document.statutesTitle }]),
    ...(document.pdfHash === null ? [] : [{ label: words.page.print, value: document.pdfHash }]),
  ];
  return (
    <Page
      title={document.title}
      badge={document.cancelled ? <Badge>{words.page.cancelled}</Badge> : null}
      crumbs={[
        own && !mayMake
          ? { to: `/${slug}/mes-documents`, label: words.person.mine }
          : { to: `/${slug}/personnes/${personId}/documents`, label: fill(words.person.of, { name }) },
      ]}
      actions={
        document.pdfHash === null ? null : (
          <>
            <TextLink reloadDocument prefetch="none" to={`${address}/pdf`}>
              {words.page.pdf}
            </TextLink>
            <TextLink reloadDocument prefetch="none" to={`${address}/docx`}>
              {words.page.docx}
            </TextLink>
          </>
        )
      }
    >
      <Refused intent="cancel" answer={actionData} />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-[3fr_2fr]">
        {blocks === null ? (
          <Notice>{words.page.preparing}</Notice>
        ) : (
          <Card title={words.page.preview} className="max-lg:order-last">
            <DocumentText blocks={blocks} />
          </Card>
        )}
        <Card title={words.page.facts}>
          <dl className="flex flex-col gap-3">
            {facts.map(({ label, value }) => (
              <div key={label}>
                <dt className="text-aide text-texte2">{label}</dt>
                <dd className="[overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
          {mayMake && !document.cancelled ? (
            <div className="mt-5">
              <Confirm
                trigger={words.page.cancel}
                title={fill(words.page.cancelTitle, { title: document.title })}
                variant="quiet"
                size="small"
              >
                <SubmitForm intent="cancel" className="flex flex-col gap-4">
                  <p>{words.page.cancelHelp}</p>
                  <SubmitButton variant="danger">{words.page.cancel}</SubmitButton>
                </SubmitForm>
              </Confirm>
            </div>
          ) : null}
        </Card>
      </div>
    </Page>
  );
}
