import { data } from "react-router";
import { addDays, dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { act } from "#modules/membership/index.server.ts";
import { readTenant, todayOf } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { mayDocuments } from "../documents.policy.ts";
import { textsOf } from "../form-texts.ts";
import { cancelSignature, remindSigner, sendToSign } from "../signature/send-to-sign.command.ts";
import { shownSignature } from "../signature/shown-signature.store.ts";
import { en as signatureEn } from "../signature/signature.en.ts";
import { fr as signatureFr } from "../signature/signature.fr.ts";
import { SignatureBadge, SignatureCard } from "../signature/signature-card.view.tsx";
import type { Route } from "./+types/document.page";
import { en } from "./document.en.ts";
import { fr } from "./document.fr.ts";
import { DocumentText } from "./document-text.view.tsx";
import { cancelDocument } from "./make-document.command.ts";
import { openDocument, traceOpening, wordsOf } from "./open-document.store.ts";

/** A month to sign, unless said otherwise. */
const DAYS_TO_SIGN = 30;

export async function loader(args: Route.LoaderArgs) {
  const shown = await readTenant(args, async (reader) => {
    const opened = await openDocument(reader, args.params.documentId);
    if (isRefusal(opened)) return opened;
    const { document, person } = opened;
    await traceOpening(reader, document);
    const mayMake = mayDocuments(reader.actor, "make", person.facts) === null;
    const { id, title, kind, templateVersion, statutesTitle, pdfHash, docxHash, createdAt, cancelledAt } = document;
    return {
      files: reader.app.files,
      slug: reader.slug,
      own: reader.actor.personId === document.personId,
      personId: document.personId,
      name: `${person.firstName} ${person.lastName}`,
      document: { id, title, kind, templateVersion, statutesTitle, pdfHash, docxHash, cancelled: cancelledAt !== null },
      madeOn: dayIn(createdAt, reader.timeZone),
      mayMake,
      today: reader.today,
      key: newId<"key">(reader.now) as string,
      proposed: addDays(reader.today, DAYS_TO_SIGN),
      signature: await shownSignature(reader, document, mayMake),
    };
  });
  const { files, ...rest } = shown;
  return { ...rest, blocks: await wordsOf(files, rest.document.docxHash) };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const input = textsOf(form);
  const { documentId } = args.params;
  const done = (message: { readonly fr: string; readonly en: string }) => () => ({
    to: `/${args.params.cooperative}/documents/${documentId}`,
    message,
  });
  const said = (word: keyof typeof signatureFr.sign.said) =>
    done({ fr: signatureFr.sign.said[word], en: signatureEn.sign.said[word] });
  switch (input.intention) {
    case "send": {
      const expiresOn = parseDayInput(input.expiresOn ?? "", await todayOf(args)) ?? input.expiresOn;
      return act(args, form, sendToSign, { ...input, documentId, expiresOn }, said("sent"));
    }
    case "remind":
      return act(args, form, remindSigner, { documentId }, said("reminded"));
    case "withdraw":
      return act(args, form, cancelSignature, { documentId }, said("cancelled"));
    case "cancel":
      return act(
        args,
        form,
        cancelDocument,
        { documentId },
        done({ fr: fr.page.said.cancelled, en: en.page.said.cancelled }),
      );
    default:
      throw data(null, { status: 404 });
  }
}

/** A document: its paper, where it comes from, what can still be done. */
export default function DocumentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug, own, personId, name, document, madeOn, mayMake, blocks, signature } = loaderData;
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
      badge={
        document.cancelled ? (
          <Badge>{words.page.cancelled}</Badge>
        ) : signature.status === null ? null : (
          <SignatureBadge status={signature.status} />
        )
      }
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
        <div className="flex min-w-0 flex-col gap-5">
          {document.pdfHash === null ? null : (
            <SignatureCard
              signature={signature}
              address={address}
              today={loaderData.today}
              proposed={loaderData.proposed}
              idempotencyKey={loaderData.key}
              answer={actionData}
            />
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
            {mayMake && !document.cancelled && signature.status !== "waiting" && signature.status !== "signed" ? (
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
      </div>
    </Page>
  );
}
