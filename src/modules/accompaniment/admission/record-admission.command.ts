import { z } from "zod";
import { onDay } from "#kernel/fact.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { lockPerson, replaceFact, writeFact } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, optionalText } from "#platform/field.ts";
import type { AdmissionRefusalCode } from "./admission.fr.ts";
import { mayRecordAdmission } from "./admission.policy.ts";
import { type AdmissionId, ASSOCIATE, standingAdmissions } from "./admission.store.ts";

type Recorded = { readonly admissionId: AdmissionId };

/** Records the day on which somebody became an associate: their three-year term (C. trav. L7331-3) is met. */
export const recordAdmission = defineCommand({
  name: "accompaniment.admission.record",
  input: z.object({ personId: idText<"person">(), admittedOn: dayText() }),
  async run(context, { personId, admittedOn }): Promise<Recorded | Refusal<AdmissionRefusalCode>> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayRecordAdmission(actor);
    if (refusal) return refusal;
    // Of two that come at once, the second waits for the first and is refused like any later one.
    if (!(await lockPerson(tx, organizationId, personId))) return refuse("missing", "admission.personMissing");
    if (admittedOn > today) return refuse("invalid", "admission.future", {}, "admittedOn");
    const standing = (await standingAdmissions(tx, organizationId, { personId })).get(personId);
    if (standing) return refuse("conflict", "admission.already", { date: onDay(standing.admittedOn) });
    const admissionId = context.id<"admission">();
    const said = { dimension: ASSOCIATE, subjectId: admissionId, effectOn: admittedOn, value: true };
    await writeFact(context, { personId, ...said });
    context.audit({
      subjectKind: "accompaniment.admission",
      subjectId: admissionId,
      details: { personId, admittedOn },
    });
    return { admissionId };
  },
});

/** Cancels an admission recorded by mistake; it stays in the history, counted nowhere. */
export const cancelAdmission = defineCommand({
  name: "accompaniment.admission.cancel",
  input: z.object({ admissionId: idText<"admission">(), reason: optionalText(500) }),
  async run(context, { admissionId, reason }): Promise<Recorded | Refusal<AdmissionRefusalCode>> {
    const { tx, organizationId, actor } = context;
    const refusal = mayRecordAdmission(actor);
    if (refusal) return refusal;
    const [standing] = (await standingAdmissions(tx, organizationId, { subjectId: admissionId })).values();
    if (standing === undefined || !(await lockPerson(tx, organizationId, standing.personId))) {
      return refuse("missing", "admission.missing");
    }
    const { personId, admittedOn: effectOn } = standing;
    const withdrawn = { dimension: ASSOCIATE, subjectId: admissionId, effectOn, value: null };
    await replaceFact(context, { personId, ...withdrawn, reason: reason || "associate.cancelled" });
    context.audit({ subjectKind: "accompaniment.admission", subjectId: admissionId });
    return { admissionId };
  },
});
