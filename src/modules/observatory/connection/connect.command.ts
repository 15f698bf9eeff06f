import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, requiredText } from "#platform/field.ts";
import { findKey, makeKey } from "../adhesion/key.store.ts";
import { keepCooperatives } from "../adhesion/known-cooperative.store.ts";
import { ADHESION_VERSIONS, plainCode, readAnswer, type SignedText, textOf } from "../adhesion/protocol.ts";
import { isSigned } from "../observation/signature.server.ts";
import type { ObservatoryRefusalCode } from "../observatory.fr.ts";
import { mayTell } from "../observatory.policy.ts";
import type { ConnectionId } from "../tables.ts";

type Refused = Refusal<ObservatoryRefusalCode>;

/** Makes the key that this cooperative will sign with, and asks for an adhesion with the code of the network. */
export const prepareConnection = defineCommand({
  name: "observatory.connection.prepare",
  input: z.object({ code: requiredText(60) }),
  async run(context, { code }): Promise<(SignedText & { readonly keyId: string }) | Refused> {
    const refusal = mayTell(context.actor);
    if (refusal) return refusal;
    const key = await makeKey(context);
    const text = textOf({
      format: "essaim-adhesion",
      versions: [...ADHESION_VERSIONS],
      code: plainCode(code),
      publicKey: key.publicKey,
    });
    context.audit({ subjectKind: "observatory.signingKey", subjectId: key.id });
    return { text, signature: key.sign("essaim-adhesion", text), keyId: key.id };
  },
});

/** Keeps what the network answered: its key, and the adhesion that documents will name. */
export const openConnection = defineCommand({
  name: "observatory.connection.open",
  input: z.object({
    address: z.url().max(500),
    keyId: idText<"signingKey">(),
    text: z.string().max(20_000),
    signature: z.string().max(200),
  }),
  async run(context, { address, keyId, text, signature }): Promise<{ readonly connectionId: ConnectionId } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayTell(actor);
    if (refusal) return refusal;
    if ((await findKey(context, keyId)) === null) return refuse("missing", "connection.missing");
    const answer = readAnswer(text);
    if (answer === null || !ADHESION_VERSIONS.includes(answer.version)) return refuse("conflict", "connection.answer");
    if (!isSigned(answer.publicKey, "essaim-adhesion-answer", text, signature)) {
      return refuse("conflict", "connection.answer");
    }
    // A new code changes the key of a network that was known.
    await sql`update observatory.connection set closed_at = ${now}
      where organization_id = ${organizationId} and address = ${address} and closed_at is null`.execute(tx);
    const id = context.id<"connection">();
    await sql`insert into observatory.connection (organization_id, id, address, network_name, network_key, adhesion_id,
        structure_name, key_id, format_version, connected_at, connected_by)
      values (${organizationId}, ${id}, ${address}, ${answer.network}, ${answer.publicKey}, ${answer.adhesion},
        ${answer.structure}, ${keyId}, ${answer.version}, ${now}, ${actor.personId})`.execute(tx);
    await keepCooperatives(context, id, answer.cooperatives);
    context.audit({ subjectKind: "observatory.connection", subjectId: id, details: { address } });
    return { connectionId: id };
  },
});

/** Sends to a network no more. What was sent stays there and here. */
export const closeConnection = defineCommand({
  name: "observatory.connection.close",
  input: z.object({ connectionId: idText<"connection">() }),
  async run(context, { connectionId }): Promise<{ readonly connectionId: string } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayTell(actor);
    if (refusal) return refusal;
    const { numAffectedRows } = await sql`update observatory.connection set closed_at = ${now}
      where organization_id = ${organizationId} and id = ${connectionId} and closed_at is null`.execute(tx);
    if (numAffectedRows !== 1n) return refuse("missing", "connection.missing");
    context.audit({ subjectKind: "observatory.connection", subjectId: connectionId });
    return { connectionId };
  },
});
