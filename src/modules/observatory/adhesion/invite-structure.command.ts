import { randomInt } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Instant } from "#kernel/day.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { minutesAfter } from "#kernel/zoned.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { hashOf } from "../observation/signature.server.ts";
import type { ObservatoryRefusalCode } from "../observatory.fr.ts";
import { mayGather } from "../observatory.policy.ts";
import { findStructure } from "./adhesion.store.ts";
import { ownKey } from "./key.store.ts";
import { plainCode } from "./protocol.ts";

type Refused = Refusal<ObservatoryRefusalCode>;

/** No letter that is taken for a digit. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const DAYS = 14;
const newCode = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join(
    "-",
  );

/** Gives a structure the code that it joins with: it works once, for two weeks, and is kept by nobody but who reads it now. */
export const inviteStructure = defineCommand({
  name: "observatory.invitation.give",
  input: z.object({ structureId: idText<"structure">() }),
  async run(context, { structureId }): Promise<{ readonly code: string; readonly expiresAt: Instant } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayGather(actor);
    if (refusal) return refusal;
    if ((await findStructure(tx, organizationId, structureId)) === null) return refuse("missing", "adhesion.structure");
    await sql`update observatory.invitation set cancelled_at = ${now} where organization_id = ${organizationId}
      and structure_id = ${structureId} and used_at is null and cancelled_at is null`.execute(tx);
    await ownKey(context);
    const code = newCode();
    const id = context.id<"invitation">();
    const expiresAt = minutesAfter(now, DAYS * 24 * 60);
    await sql`insert into observatory.invitation (organization_id, id, structure_id, code_hash, created_at, expires_at)
      values (${organizationId}, ${id}, ${structureId}, ${hashOf(plainCode(code))}, ${now}, ${expiresAt})`.execute(tx);
    context.audit({ subjectKind: "observatory.invitation", subjectId: id, details: { structureId } });
    return { code, expiresAt };
  },
});

/** Takes a code back before it was used. */
export const cancelInvitation = defineCommand({
  name: "observatory.invitation.cancel",
  input: z.object({ invitationId: idText<"invitation">() }),
  async run(context, { invitationId }): Promise<{ readonly invitationId: string } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayGather(actor);
    if (refusal) return refusal;
    const { numAffectedRows } = await sql`update observatory.invitation set cancelled_at = ${now}
      where organization_id = ${organizationId} and id = ${invitationId} and used_at is null and cancelled_at is null`.execute(
      tx,
    );
    if (numAffectedRows !== 1n) return refuse("missing", "adhesion.invitationMissing");
    context.audit({ subjectKind: "observatory.invitation", subjectId: invitationId });
    return { invitationId };
  },
});

/** Trusts a structure's key no more: nothing that it signs afterwards is received. What was received stays. */
export const revokeAdhesion = defineCommand({
  name: "observatory.adhesion.revoke",
  input: z.object({ adhesionId: idText<"adhesion">() }),
  async run(context, { adhesionId }): Promise<{ readonly adhesionId: string } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayGather(actor);
    if (refusal) return refusal;
    const { numAffectedRows } = await sql`update observatory.adhesion set revoked_at = ${now}
      where organization_id = ${organizationId} and id = ${adhesionId} and revoked_at is null`.execute(tx);
    if (numAffectedRows !== 1n) return refuse("missing", "adhesion.missing");
    context.audit({ subjectKind: "observatory.adhesion", subjectId: adhesionId });
    return { adhesionId };
  },
});
