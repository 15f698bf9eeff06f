import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText } from "#platform/field.ts";
import { day } from "#ui/format.ts";
import type { AccompanimentTables, AdmissionId } from "../tables.ts";
import type { AdmissionRefusalCode } from "./admission.fr.ts";
import { mayRecordAdmission } from "./admission.policy.ts";
import { standingAdmissions } from "./admission.store.ts";

type Recorded = { readonly admissionId: AdmissionId };

/** Records the day on which somebody became an associate: their three-year term (C. trav. L7331-3) is met. */
export const recordAdmission = defineCommand({
  name: "accompaniment.admission.record",
  input: z.object({ personId: idText<"person">(), admittedOn: dayText() }),
  async run(context, { personId, admittedOn }): Promise<Recorded | Refusal<AdmissionRefusalCode>> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayRecordAdmission(actor);
    if (refusal) return refusal;
    if (!(await personNames(tx, organizationId, [personId])).has(personId)) {
      return refuse("missing", "admission.personMissing");
    }
    if (admittedOn > today) return refuse("invalid", "admission.future", {}, "admittedOn");
    const id = context.id<"admission">();
    const row = { organization_id: organizationId, id, person_id: personId, admitted_on: admittedOn };
    // Of two that come at once, the second waits for the first and is refused like any later one.
    const { numInsertedOrUpdatedRows } = await tx
      .withTables<AccompanimentTables>()
      .insertInto("accompaniment.admission")
      .values({ ...row, recorded_at: now, recorded_by: actor.personId, cancelled_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) {
      const standing = (await standingAdmissions(tx, organizationId)).get(personId);
      return refuse("conflict", "admission.already", { date: standing ? day(standing.admittedOn) : "" });
    }
    context.audit({ subjectKind: "accompaniment.admission", subjectId: id, details: { personId, admittedOn } });
    return { admissionId: id };
  },
});

/** Cancels an admission recorded by mistake; it stays, counted nowhere. */
export const cancelAdmission = defineCommand({
  name: "accompaniment.admission.cancel",
  input: z.object({ admissionId: idText<"admission">() }),
  async run(context, { admissionId }): Promise<Recorded | Refusal<AdmissionRefusalCode>> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayRecordAdmission(actor);
    if (refusal) return refusal;
    const { numUpdatedRows } = await tx
      .withTables<AccompanimentTables>()
      .updateTable("accompaniment.admission")
      .set({ cancelled_at: now })
      .where("organization_id", "=", organizationId)
      .where("id", "=", admissionId)
      .where("cancelled_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("missing", "admission.missing");
    context.audit({ subjectKind: "accompaniment.admission", subjectId: admissionId });
    return { admissionId };
  },
});
