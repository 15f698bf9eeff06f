import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf, optionalText, requiredText, ticked } from "#platform/field.ts";
import type { ProcessingRefusalCode } from "./processing.fr.ts";
import { mayKeepRegister } from "./processing.policy.ts";
import { contactOf, processingOf } from "./processing.store.ts";
import { BASES, periodsOf } from "./processing.ts";

/** Writes the next version of an entry of the register, or the first of a new one (an empty key). The earlier ones stay. */
export const saveProcessing = defineCommand({
  name: "privacy.processing.save",
  input: z.object({
    key: optionalText(40),
    /** The version that was read; 0 for the house's text, or a new entry. */
    version: z.coerce.number("field.other").int("field.other").min(0, "field.other"),
    name: requiredText(200),
    purpose: requiredText(2000),
    basis: oneOf(BASES),
    basisDetail: optionalText(500),
    persons: requiredText(1000),
    data: requiredText(2000),
    recipients: requiredText(1000),
    transfers: optionalText(1000),
    retention: optionalText(1000),
    security: requiredText(2000),
    ended: ticked(),
  }),
  async run(context, input): Promise<{ key: string; version: number } | Refusal<ProcessingRefusalCode> | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayKeepRegister(actor);
    if (refusal) return refusal;
    const key = input.key === "" ? context.id() : input.key;
    const standing = input.key === "" ? null : await processingOf(tx, organizationId, key, "fr");
    if (input.key !== "" && standing === null) return refuse("missing", "processing.missing");
    if ((standing?.version ?? 0) !== input.version) return refuse("conflict", "processing.changedMeanwhile");
    if (input.retention === "" && periodsOf(key).length === 0) {
      return refuse("invalid", "processing.retentionNeeded", {}, "retention");
    }
    const version = input.version + 1;
    const saved =
      await sql`insert into privacy.processing (organization_id, key, version, name, purpose, basis, basis_detail,
        persons, data, recipients, transfers, retention, security, ended, recorded_at, recorded_by)
      values (${organizationId}, ${key}, ${version}, ${input.name}, ${input.purpose}, ${input.basis}, ${input.basisDetail},
        ${input.persons}, ${input.data}, ${input.recipients}, ${input.transfers}, ${input.retention}, ${input.security},
        ${input.ended}, ${now}, ${actor.personId}) on conflict do nothing`.execute(tx);
    if (saved.numAffectedRows === 0n) return refuse("conflict", "processing.changedMeanwhile");
    context.audit({ subjectKind: "privacy.processing", subjectId: key, details: { version, ended: input.ended } });
    return { key, version };
  },
});

/** Says whom to ask about data: the delegate, or whoever answers. */
export const saveContact = defineCommand({
  name: "privacy.register.nameContact",
  input: z.object({
    version: z.coerce.number("field.other").int("field.other").min(0, "field.other"),
    name: requiredText(200),
    contact: requiredText(300),
    delegate: ticked(),
  }),
  async run(context, input): Promise<{ version: number } | Refusal<ProcessingRefusalCode> | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayKeepRegister(actor);
    if (refusal) return refusal;
    const standing = await contactOf(tx, organizationId);
    if (standing.version !== input.version) return refuse("conflict", "processing.changedMeanwhile");
    const version = input.version + 1;
    const saved =
      await sql`insert into privacy.register_contact (organization_id, version, name, contact, delegate, recorded_at, recorded_by)
      values (${organizationId}, ${version}, ${input.name}, ${input.contact}, ${input.delegate}, ${now}, ${actor.personId})
      on conflict do nothing`.execute(tx);
    if (saved.numAffectedRows === 0n) return refuse("conflict", "processing.changedMeanwhile");
    context.audit({ subjectKind: "privacy.register", subjectId: organizationId, details: { version } });
    return { version };
  },
});
