import type { CommandHost } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { Posted } from "#platform/http/post-outside.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { keepCooperatives } from "../adhesion/known-cooperative.store.ts";
import { readFailure, readReceipt, readSigned } from "../adhesion/protocol.ts";
import { isSigned } from "../observation/signature.server.ts";
import type { SendingId } from "../tables.ts";
import { type Connection, findConnection, findSending, type Sending, saveAnswer } from "./connection.store.ts";
import { type Outside, reachNetwork } from "./reach-network.server.ts";

/** Answers that another try will not change: the rest is tried again with growing delays. */
const FINAL = new Set([400, 403, 404, 409, 413, 422, 426]);
const UNREACHABLE = "unreachable";

/**
 * Takes a signed document to its network, outside of any transaction, and keeps the receipt. Given twice, it gets the same
 * receipt: the network knows it by its number and its fingerprint.
 */
export async function deliverFigures(
  app: Outside & Pick<CommandHost, "database" | "clock">,
  event: OutboxEvent,
): Promise<void> {
  const { organizationId } = event;
  const scope = { organizationId, userId: null };
  const id = event.payload.sendingId as SendingId;
  const found = await withTenant(app.database, scope, async (tx) => {
    const sending = await findSending(tx, organizationId, id);
    if (sending === null || sending.receipt !== null) return null;
    const connection = await findConnection(tx, organizationId, sending.connectionId);
    return connection === null || connection.closedAt !== null ? null : { sending, connection };
  });
  if (found === null) return;
  const { sending, connection } = found;
  const { document: text, signature } = sending;
  const answer = await reachNetwork(app, connection.address, "observation", { text, signature });
  const said = readReply(answer, sending, connection);
  await withTenant(app.database, scope, async (tx) => {
    const place = { tx, organizationId, now: app.clock() };
    await saveAnswer(place, id, said);
    if ("cooperatives" in said) await keepCooperatives(place, connection.id, said.cooperatives);
  });
  if ("fault" in said && said.fault === UNREACHABLE) {
    throw new Error(`the network did not take the document: ${"fault" in answer ? answer.fault : answer.status}`);
  }
}

/** The receipt when it is one: of this document, signed by the key that was exchanged. */
function readReply(
  answer: Posted,
  sending: Sending,
  connection: Connection,
):
  | { readonly receipt: string; readonly signature: string; readonly cooperatives: readonly string[] | undefined }
  | { readonly fault: string } {
  if ("fault" in answer) return { fault: answer.fault === "private" ? "private" : UNREACHABLE };
  const { status, text } = answer;
  // What is not in the words of a network was answered by something on the way to it.
  if (status !== 200) return { fault: (FINAL.has(status) ? readFailure(text) : null) ?? UNREACHABLE };
  const signed = readSigned(text);
  const receipt = signed === null ? null : readReceipt(signed.text);
  if (signed === null || receipt === null) return { fault: "receipt" };
  const own =
    receipt.adhesion === connection.adhesionId &&
    receipt.hash === sending.hash &&
    receipt.sequence === sending.sequence;
  if (!own || !isSigned(connection.networkKey, "essaim-receipt", signed.text, signed.signature))
    return { fault: "receipt" };
  return { receipt: signed.text, signature: signed.signature, cooperatives: receipt.cooperatives };
}
