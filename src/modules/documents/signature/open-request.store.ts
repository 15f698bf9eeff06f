import { type Refusal, refuse } from "#kernel/refusal.ts";
import { findPerson, organizationProfile } from "#modules/membership/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import { type DocumentId, findDocument } from "../document/document.store.ts";
import { type DocumentAction, mayDocuments, maySign } from "../documents.policy.ts";
import type { SignatureRefusalCode } from "./signature.fr.ts";
import { lastRequest } from "./signature.store.ts";
import { nextSigner, type SignatureRequest, statusOf } from "./signature.ts";

/** The document an act is about, held, if this actor may do that with its person's documents. */
export async function documentFor(context: CommandContext, documentId: DocumentId, action: DocumentAction) {
  const { tx, organizationId, actor } = context;
  const document = await findDocument(tx, organizationId, documentId, true);
  const person = document === null ? null : await findPerson(tx, actor, document.personId);
  if (document === null || person === null) return refuse("missing", "document.missing");
  const refusal: Refusal | null = mayDocuments(actor, action, person.facts);
  if (refusal) return refusal;
  const { timeZone } = await organizationProfile(tx, organizationId);
  return { document, person, timeZone };
}

/** The request that waits for this very actor's signature; or why there is none. */
export async function requestToSign(
  context: CommandContext,
  documentId: DocumentId,
): Promise<
  | {
      readonly request: SignatureRequest;
      readonly rank: number;
      readonly email: string;
      readonly timeZone: string;
      readonly title: string;
    }
  | Refusal<SignatureRefusalCode>
> {
  const { tx, organizationId, actor, today } = context;
  const document = await findDocument(tx, organizationId, documentId, true);
  const request = document === null ? null : await lastRequest(tx, organizationId, documentId, true);
  if (document === null || request === null || !maySign(actor, request.signers)) {
    return refuse("missing", "signing.notYours");
  }
  const status = statusOf(request, today);
  if (status === "expired") return refuse("conflict", "signing.expired");
  if (status !== "waiting") return refuse("conflict", "signing.closed");
  const next = nextSigner(request.signers, request.events);
  if (next === null || next.personId !== actor.personId) return refuse("conflict", "signing.notYourTurn");
  const { timeZone } = await organizationProfile(tx, organizationId);
  return { request, rank: next.rank, email: next.email, timeZone, title: document.title };
}
