import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import type { StructureId } from "#modules/network/index.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf } from "#platform/field.ts";
import { yearsOf } from "../convention/convention.ts";
import { loadConvention } from "../convention/load-convention.store.ts";
import type { ObjectivesRefusalCode } from "../objectives.fr.ts";
import { mayDeclareEffect, mayReadConvention } from "../objectives.policy.ts";
import { effectsOf } from "./effect.store.ts";
import { EFFECT_KINDS } from "./effect.ts";
import { standingOf } from "./measured.store.ts";

const no = (kind: Refusal["kind"], code: ObjectivesRefusalCode, field?: string) => refuse(kind, code, {}, field);

/**
 * Declares an effect as the party's own books say it: the figures are those of the document it sent, which is named. By its
 * own representatives alone; one that another document has replaced meanwhile is read again first.
 */
export const measureEffect = defineCommand({
  name: "objectives.effect.measure",
  input: z.object({
    conventionId: idText<"convention">(),
    structureId: idText<"structure">(),
    year: z.coerce.number("field.choose").int("field.choose"),
    kind: oneOf(EFFECT_KINDS),
    documentId: idText<"received">(),
  }),
  async run(context, { conventionId, structureId, year, kind, documentId }): Promise<Done | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const loaded = await loadConvention(context, conventionId, mayReadConvention, true);
    if (isRefusal(loaded)) return loaded;
    if (loaded.convention.signedOn === null) return no("conflict", "convention.notSigned");
    const refusal = mayDeclareEffect(actor, loaded.sides, structureId);
    if (refusal) return refusal;
    if (!yearsOf(loaded.convention).includes(year)) return no("invalid", "convention.yearOutside", "year");
    const [standing] = await standingOf(context, [structureId], year);
    if (standing?.documentId !== documentId) return no("conflict", "convention.documentReplaced");
    const measured = standing.measured.find((one) => one.kind === kind);
    if (measured === undefined || "why" in measured) return no("conflict", "convention.notMeasured");
    const details = { structureId, year, kind, documentId };
    context.audit({ subjectKind: "objectives.convention", subjectId: conventionId, details });
    const declared = (await effectsOf(tx, organizationId, conventionId)).some(
      (one) =>
        one.structureId === structureId && one.year === year && one.kind === kind && one.documentId === documentId,
    );
    if (declared) return { structureId };
    await sql`insert into objectives.effect (organization_id, id, convention_id, structure_id, year, kind, number, amount, source,
        document_id, document_on, recorded_at, recorded_by)
      values (${organizationId}, ${context.id()}, ${conventionId}, ${structureId}, ${year}, ${kind}, ${measured.number},
        ${measured.amount.toString()}, '', ${documentId}, ${standing.on}, ${now}, ${actor.personId})`.execute(tx);
    return { structureId };
  },
});

type Done = { readonly structureId: StructureId };
