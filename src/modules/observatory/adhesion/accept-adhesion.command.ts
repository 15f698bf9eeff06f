import { sql } from "kysely";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { definePublicCommand } from "#platform/public-command.ts";
import { hashOf, isSigned } from "../observation/signature.server.ts";
import type { ObservatoryRefusalCode } from "../observatory.fr.ts";
import type { InvitationId, StructureId } from "../tables.ts";
import { findStructure, houseName } from "./adhesion.store.ts";
import { ownKey } from "./key.store.ts";
import { cooperativesKnown } from "./known-cooperative.store.ts";
import { ADHESION_VERSIONS, plainCode, readRequest, type SignedText, signedText, textOf } from "./protocol.ts";

/**
 * A structure joins with the code that it was given and the key that it will sign with. The signature shows that it holds
 * the private part; the network answers with its own key. A new code for a structure that had joined changes its key.
 */
export const acceptAdhesion = definePublicCommand({
  public: true,
  name: "observatory.adhesion.accept",
  input: signedText,
  async act(context, { text, signature }): Promise<SignedText | Refusal<ObservatoryRefusalCode>> {
    const { tx, organizationId, now } = context;
    const asked = readRequest(text);
    if (asked === null) return refuse("invalid", "adhesion.unreadable");
    const version = ADHESION_VERSIONS.find((one) => asked.versions.includes(one));
    if (version === undefined) return refuse("conflict", "observation.version");
    if (!isSigned(asked.publicKey, "essaim-adhesion", text, signature))
      return refuse("forbidden", "adhesion.signature");
    const { rows } = await sql<{ id: InvitationId; structureId: StructureId }>`
      update observatory.invitation set used_at = ${now}
       where organization_id = ${organizationId} and code_hash = ${hashOf(plainCode(asked.code))}
         and used_at is null and cancelled_at is null and expires_at > ${now}
      returning id, structure_id as "structureId"`.execute(tx);
    const invitation = rows[0];
    if (invitation === undefined) return refuse("forbidden", "adhesion.code");
    const { structureId } = invitation;
    const structure = await findStructure(tx, organizationId, structureId);
    if (structure === null) return refuse("forbidden", "adhesion.code");
    await sql`update observatory.adhesion set revoked_at = ${now}
      where organization_id = ${organizationId} and structure_id = ${structureId} and revoked_at is null`.execute(tx);
    const id = context.id<"adhesion">();
    await sql`insert into observatory.adhesion (organization_id, id, structure_id, public_key, since)
      values (${organizationId}, ${id}, ${structureId}, ${asked.publicKey}, ${now})`.execute(tx);
    const key = await ownKey(context);
    context.audit({ subjectKind: "observatory.adhesion", subjectId: id, details: { structureId } });
    const answer = textOf({
      format: "essaim-adhesion-answer",
      version,
      adhesion: id,
      network: await houseName(tx, organizationId),
      structure: structure.name,
      publicKey: key.publicKey,
      cooperatives: await cooperativesKnown(context),
    });
    return { text: answer, signature: key.sign("essaim-adhesion-answer", answer) };
  },
});
