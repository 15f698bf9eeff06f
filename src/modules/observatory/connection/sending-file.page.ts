import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { bytesAs } from "#platform/http/kept-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { mayTell } from "../observatory.policy.ts";
import type { Route } from "./+types/sending-file.page";
import { findSending } from "./connection.store.ts";

/** The document word for word, its signature and its receipt: what is needed to check it elsewhere. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId }) => {
    const refusal = mayTell(actor);
    if (refusal) return refusal;
    const id = parseId<"sending">(args.params.sendingId);
    const sending = id === null ? null : await findSending(tx, organizationId, id);
    if (sending === null) return refuse("missing", "sending.missing");
    const { document, signature, receipt, receiptSignature, period, sequence } = sending;
    const text = JSON.stringify({ document, signature, receipt, receiptSignature }, null, 2);
    const file = { mediaType: "application/json", name: `observatoire-${period}-${sequence}.json` };
    return bytesAs(Buffer.from(`${text}\n`), file, "attachment");
  });
}
