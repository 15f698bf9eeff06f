import { data, redirect } from "react-router";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { appContext, languageContext, visitorContext } from "#platform/http/context.ts";
import { problemOf, type RouteArguments, requireSignedIn, runCommand, statusOf } from "#platform/http/tenant.ts";
import { flash } from "#ui/flash.ts";
import { type Problem, typedValues } from "#ui/problem.ts";
import { textsOf } from "../form-texts.ts";
import { declineSignature, sendSigningCode, signDocument } from "./sign-document.command.ts";
import { en } from "./signature.en.ts";
import { fr } from "./signature.fr.ts";
import { networkOf } from "./signature.ts";

type Arguments = RouteArguments & { readonly params: { readonly cooperative?: string; readonly documentId?: string } };

/** Signs, asks for a code, or declines; the password is compared here, by the sign-in itself. */
export async function runSigningForm(args: Arguments) {
  const form = await args.request.formData();
  const input = textsOf(form);
  const { cooperative, documentId } = args.params;
  // What proves the signer is not given back to the page.
  const { password: _, ...typed } = typedValues(form);
  const again = (problem: Problem | null, status: number, codeSent = false) =>
    data({ problem, typed, codeSent }, { status });
  const done = (said: "signed" | "declined") =>
    redirect(`/${cooperative}/documents/${documentId}`, {
      headers: flash({ fr: fr.sign.said[said], en: en.sign.said[said] }),
    });
  if (input.intention === "decline") {
    const declined = await runCommand(args, declineSignature, { ...input, documentId });
    return declined.ok ? done("declined") : again(declined.problem, declined.status);
  }
  if (input.intention !== "sign") throw data(null, { status: 404 });
  if (input.demande === "code") {
    const sent = await runCommand(args, sendSigningCode, { documentId });
    return sent.ok ? again(null, 200, true) : again(sent.problem, sent.status);
  }
  const refusal = input.recognition === "password" ? await passwordRefusal(args, input.password ?? "") : null;
  if (refusal) {
    const problem = problemOf(args.context.get(appContext), refusal, args.context.get(languageContext));
    return again(problem, statusOf(refusal));
  }
  const { address } = args.context.get(visitorContext);
  const signed = await runCommand(
    args,
    signDocument,
    { ...input, documentId, network: networkOf(address) },
    { idempotencyKey: `sign:${input.cle}:${input.recognition === "mailCode" ? (input.code ?? "") : ""}` },
  );
  if (!signed.ok) return again(signed.problem, signed.status);
  if (!signed.output.wrongCode) return done("signed");
  const wrong = refuse("invalid", "signing.wrongCode", {}, "code");
  return again(problemOf(args.context.get(appContext), wrong, args.context.get(languageContext)), 422);
}

async function passwordRefusal(args: RouteArguments, password: string): Promise<Refusal | null> {
  const { identity } = args.context.get(appContext);
  const confirmed = await identity.confirmPassword(args.context.get(visitorContext), requireSignedIn(args), password);
  return isRefusal(confirmed) ? confirmed : null;
}
