import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { contractsOf, findPerson, participationsIn } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalId, requiredText } from "#platform/field.ts";
import { mayDocuments } from "../documents.policy.ts";
import { lastRequest } from "../signature/signature.store.ts";
import type { DocumentsTables } from "../tables.ts";
import { statutesOn } from "../template/statutes.store.ts";
import { templateInForce } from "../template/template.store.ts";
import { TEMPLATE_KINDS } from "../template/template.ts";
import { type DocumentId, findDocument } from "./document.store.ts";

export const DOCUMENT_MADE = "documents.document.made.v1";

const text = z.string().max(5_000, "field.tooLong");
const value = z.union([text, z.array(z.record(z.string().max(80), text)).max(60)]);

type Made = { readonly documentId: DocumentId };

/** Makes a document for a person from the template in force: its words are frozen here, its files follow the commit. */
export const makeDocument = defineCommand({
  name: "documents.document.make",
  input: z.object({
    personId: idText<"person">(),
    contractId: optionalId<"contract">(),
    activityId: optionalId<"activity">(),
    kind: oneOf(TEMPLATE_KINDS),
    title: requiredText(160),
    values: z.record(z.string().max(80), value),
    /** The names of those that were filled by hand. */
    filled: z.array(z.string().max(80)).max(200).default([]),
  }),
  async run(context, input): Promise<Made | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const person = await findPerson(tx, actor, input.personId);
    if (person === null) return refuse("missing", "document.personMissing");
    const refusal = mayDocuments(actor, "make", person.facts);
    if (refusal) return refusal;
    const elsewhere = await notTheirs(context, input);
    if (elsewhere) return elsewhere;
    const template = await templateInForce(tx, organizationId, input.kind);
    if (template === null && input.kind === "other") return refuse("conflict", "document.noTemplate");
    const statutes = await statutesOn(tx, organizationId, today);
    const id = context.id<"document">();
    await tx
      .withTables<DocumentsTables>()
      .insertInto("documents.document")
      .values({
        organization_id: organizationId,
        id,
        person_id: input.personId,
        contract_id: input.contractId,
        activity_id: input.activityId,
        kind: input.kind,
        title: input.title,
        template_id: template?.id ?? null,
        template_version: template?.version ?? null,
        statutes_id: statutes?.id ?? null,
        field_values: JSON.stringify(input.values) as unknown as Readonly<Record<string, string>>,
        filled: JSON.stringify(input.filled) as unknown as readonly string[],
        docx_hash: null,
        pdf_hash: null,
        created_at: now,
        created_by: actor.personId,
        cancelled_at: null,
        cancelled_by: null,
      })
      .execute();
    context.audit({ subjectKind: "documents.document", subjectId: id, details: { kind: input.kind } });
    context.emit(DOCUMENT_MADE, { documentId: id });
    return { documentId: id };
  },
});

/** A contract and an activity are the person's own: a form is not believed. */
async function notTheirs(
  { tx, organizationId }: CommandContext,
  {
    personId,
    contractId,
    activityId,
  }: Pick<z.infer<typeof makeDocument.input>, "personId" | "contractId" | "activityId">,
): Promise<Refusal | null> {
  if (contractId !== null) {
    const contracts = await contractsOf(tx, organizationId, personId);
    if (!contracts.some(({ id, cancelledAt }) => id === contractId && cancelledAt === null)) {
      return refuse("missing", "document.contractMissing", {}, "contractId");
    }
  }
  if (activityId === null) return null;
  const people = await participationsIn(tx, organizationId, activityId);
  return people.some((one) => one.personId === personId)
    ? null
    : refuse("missing", "document.activityMissing", {}, "activityId");
}

/** Sets a document aside: made by mistake. It stays readable, and is signed by nobody. */
export const cancelDocument = defineCommand({
  name: "documents.document.cancel",
  input: z.object({ documentId: idText<"document">() }),
  async run(context, { documentId }): Promise<Made | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const document = await findDocument(tx, organizationId, documentId, true);
    const person = document === null ? null : await findPerson(tx, actor, document.personId);
    if (document === null || person === null) return refuse("missing", "document.missing");
    const refusal = mayDocuments(actor, "make", person.facts);
    if (refusal) return refusal;
    if (document.cancelledAt !== null) return refuse("conflict", "document.cancelledAlready");
    const request = await lastRequest(tx, organizationId, documentId, true);
    if (request?.outcome === "signed") return refuse("conflict", "document.signed");
    if (request?.outcome === null) return refuse("conflict", "document.beingSigned");
    await tx
      .withTables<DocumentsTables>()
      .updateTable("documents.document")
      .set({ cancelled_at: now, cancelled_by: actor.personId })
      .where("organization_id", "=", organizationId)
      .where("id", "=", documentId)
      .execute();
    context.audit({ subjectKind: "documents.document", subjectId: documentId });
    return { documentId };
  },
});
