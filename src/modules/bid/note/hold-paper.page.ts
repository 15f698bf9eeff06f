import { type Refusal, refuse } from "#kernel/refusal.ts";
import { documentType, type KeptType } from "#platform/files/file-content.ts";
import { filesIn, holdUpload } from "#platform/http/held-upload.ts";
import type { RouteArguments } from "#platform/http/tenant.ts";
import type { BidRefusalCode } from "../bid.fr.ts";

const MOST_BYTES = 10_000_000;

function checkPaper(bytes: Uint8Array): KeptType | Refusal<BidRefusalCode> {
  if (bytes.byteLength > MOST_BYTES) return refuse("invalid", "bid.heavy");
  return documentType(bytes) ?? refuse("invalid", "bid.kind");
}

/** The paper of a note waits for its form; null when none was sent. Whose bid it is, the command says. */
export async function holdPaper(args: RouteArguments, form: FormData) {
  const [file] = filesIn(form, "file");
  if (file === undefined) return null;
  return holdUpload(args, file, { purpose: "document", field: "file", allow: () => null, check: checkPaper });
}
