import { holdersOf } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { StoredDocument } from "../document/document.store.ts";
import { SIGNING_ROLES } from "../documents.policy.ts";
import { lastRequest } from "./signature.store.ts";
import { checkCode, nextSigner, statusOf } from "./signature.ts";
import { momentInWords } from "./trail.ts";

/** Where the signatures of a document stand, for its page. */
export async function shownSignature(
  { tx, organizationId, actor, today }: Reader,
  document: StoredDocument,
  mayMake: boolean,
) {
  const request = await lastRequest(tx, organizationId, document.id);
  const standing = request === null ? null : statusOf(request, today);
  const maySend = mayMake && document.cancelledAt === null && standing !== "waiting" && standing !== "signed";
  const next = request === null || standing !== "waiting" ? null : nextSigner(request.signers, request.events);
  return {
    status: standing,
    expiresOn: request?.expiresOn ?? null,
    yourTurn: next?.personId === actor.personId,
    signedHash: request?.signedHash ?? null,
    check: request?.signedHash == null ? null : `/verifier/${checkCode(organizationId, request.id)}`,
    signers: (request?.signers ?? []).map((signer) => {
      const event = request?.events.find(
        ({ kind, rank }) => rank === signer.rank && (kind === "signed" || kind === "declined"),
      );
      return {
        name: signer.name,
        side: signer.side,
        state:
          event?.kind === "signed"
            ? "signed"
            : event !== undefined
              ? "declined"
              : next?.rank === signer.rank
                ? "turn"
                : "later",
        at: event === undefined ? "" : momentInWords(event).replace(/ \(.*$/, ""),
        reason: event?.kind === "declined" ? String(event.details.reason ?? "") : "",
      } as const;
    }),
    representatives: maySend
      ? (await holdersOf(tx, organizationId, SIGNING_ROLES)).filter((one) => one.personId !== document.personId)
      : [],
    maySend,
    mayManage: mayMake && standing === "waiting",
  };
}

export type ShownSignature = Awaited<ReturnType<typeof shownSignature>>;
