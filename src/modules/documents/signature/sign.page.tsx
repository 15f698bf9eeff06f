import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox, RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SignaturePad } from "#ui/signature-pad.island.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { findDocument } from "../document/document.store.ts";
import { DocumentText } from "../document/document-text.view.tsx";
import { wordsOf } from "../document/open-document.store.ts";
import { maySign } from "../documents.policy.ts";
import type { Route } from "./+types/sign.page";
import { runSigningForm } from "./sign-form.page.ts";
import { en } from "./signature.en.ts";
import { fr } from "./signature.fr.ts";
import { lastRequest } from "./signature.store.ts";
import { maskedEmail, nextSigner, statusOf } from "./signature.ts";

export async function loader(args: Route.LoaderArgs) {
  const { app, docxHash, ...shown } = await readTenant(
    args,
    async ({ app, tx, actor, organizationId, slug, now, today }) => {
      const id = parseId<"document">(args.params.documentId);
      const document = id === null ? null : await findDocument(tx, organizationId, id);
      const request = id === null ? null : await lastRequest(tx, organizationId, id);
      if (document === null || request === null || !maySign(actor, request.signers)) {
        return refuse("missing", "signing.notYours");
      }
      const next = nextSigner(request.signers, request.events);
      const status = statusOf(request, today);
      const closed = status === "expired" ? "signing.expired" : status === "waiting" ? null : "signing.closed";
      const code = closed ?? (next?.personId === actor.personId ? null : "signing.notYourTurn");
      if (code !== null) return refuse("conflict", code);
      return {
        app,
        docxHash: document.docxHash,
        slug,
        key: newId<"key">(now) as string,
        documentId: document.id,
        title: document.title,
        hash: request.documentHash,
        name: next?.name ?? "",
        email: maskedEmail(next?.email ?? ""),
      };
    },
  );
  return { ...shown, blocks: await wordsOf(app.files, docxHash) };
}

export function action(args: Route.ActionArgs) {
  return runSigningForm(args);
}

/** Read, then sign: the words of the document, its file, and one form that recognises the signer again. */
export default function SignPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { sign } = words;
  const { slug, documentId, title, hash, name, email, key, blocks } = loaderData;
  const address = `/${slug}/documents/${documentId}`;
  const answer = actionData?.problem ? { problem: actionData.problem, typed: actionData.typed } : undefined;
  return (
    <Page title={fill(sign.title, { title })} width="form" crumbs={[{ to: address, label: sign.crumb }]}>
      {actionData?.codeSent ? <Notice tone="ok">{fill(sign.codeSent, { email })}</Notice> : null}
      <Card title={sign.read}>
        {blocks === null ? null : <DocumentText blocks={blocks} />}
        <p className="mt-3">
          <TextLink reloadDocument prefetch="none" to={`${address}/pdf`}>
            {sign.pdf}
          </TextLink>
        </p>
        <p className="mt-1 text-aide text-texte2 [overflow-wrap:anywhere]">
          {sign.print} {hash}
        </p>
      </Card>
      <Card title={sign.signature}>
        <SubmitForm
          intent="sign"
          idempotencyKey={key}
          answer={answer}
          hidden={{ documentHash: hash, sentence: sign.consent }}
          className="flex flex-col gap-5"
        >
          <TextInput name="typedName" label={sign.typedName} defaultValue={name} autoComplete="name" required />
          <SignaturePad name="drawing" label={sign.drawing} help={sign.drawingHelp} clear={sign.clear} />
          <RadioGroup
            name="recognition"
            label={sign.recognition}
            defaultValue={actionData?.codeSent ? "mailCode" : "password"}
            options={[
              { value: "password", label: sign.byPassword },
              { value: "mailCode", label: fill(sign.byCode, { email }) },
            ]}
          />
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            <TextInput name="password" type="password" label={sign.password} autoComplete="current-password" optional />
            <div className="flex flex-col gap-2">
              <TextInput name="code" label={sign.code} inputMode="numeric" autoComplete="one-time-code" optional />
              <SubmitButton variant="quiet" size="small" name="demande" value="code" className="w-fit">
                {sign.sendCode}
              </SubmitButton>
            </div>
          </div>
          <Checkbox name="consent" label={sign.consent} />
          <SubmitButton className="w-fit">{sign.submit}</SubmitButton>
        </SubmitForm>
      </Card>
      <Card>
        <details>
          <summary className="cursor-pointer font-semibold">{sign.declineTitle}</summary>
          <SubmitForm intent="decline" answer={answer} className="mt-3 flex flex-col gap-4">
            <p className="text-texte2">{sign.declineHelp}</p>
            <Textarea name="reason" label={sign.reason} required />
            <SubmitButton variant="danger" className="w-fit">
              {sign.decline}
            </SubmitButton>
          </SubmitForm>
        </details>
      </Card>
    </Page>
  );
}
