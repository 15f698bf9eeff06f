import { sql } from "kysely";
import { z } from "zod";
import { addDays, addMonths } from "#kernel/day.ts";
import { counted } from "#kernel/fact.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalText } from "#platform/field.ts";
import { findingsOf, verdictsOf } from "../audit/audit.store.ts";
import type { LabelRefusalCode } from "../label.fr.ts";
import { mayDecide, mayReadLabelling } from "../label.policy.ts";
import type { LabellingId } from "../labelling/labelling.ts";
import { loadLabelling } from "../labelling/load.store.ts";
import { tellOf } from "../labelling/tell.store.ts";
import { criteriaOf, findEdition } from "../referential/referential.store.ts";
import { LABELLING_GRANTED, LABELLING_REFUSED } from "../topics.ts";
import { nextNumber } from "./decision.store.ts";
import { LEAST_ASSESSORS, passes, tally } from "./decision.ts";

type Decided = { readonly labellingId: LabellingId; readonly outcome: "granted" | "refused" };

/** Pronounces what the rule gives from the findings: nobody chooses the outcome, and it never changes. */
export const decideLabelling = defineCommand({
  name: "label.labelling.decide",
  input: z.object({ labellingId: idText<"labelling">(), note: optionalText(2000) }),
  async run(context, { labellingId, note }): Promise<Decided | Refusal> {
    const { tx, organizationId, actor, today, now } = context;
    const loaded = await loadLabelling(context, labellingId, true);
    if ("refused" in loaded) return loaded;
    const { labelling, seats } = loaded;
    const refusal = mayReadLabelling(actor, seats, labelling) ?? mayDecide(actor, seats, labelling);
    if (refusal) return refusal;
    const no = (code: LabelRefusalCode, count = 0) => refuse("conflict", code, { count: counted(count) });
    if (labelling.status !== "submitted") return no("labelling.notSubmitted");
    const edition = await findEdition(tx, organizationId, labelling.editionId);
    if (edition === null) return no("referential.missing");
    const least = LEAST_ASSESSORS[labelling.mode];
    if (labelling.assessorIds.length < least) return no("decision.tooFew", least);
    const criteria = await criteriaOf(tx, organizationId, edition.id);
    const codes = criteria.map(({ code }) => code);
    const findings = await findingsOf(tx, organizationId, labellingId);
    const count = tally(criteria, verdictsOf(codes, labelling.assessorIds, findings), edition);
    if (count.waiting > 0) return no("decision.waiting", count.waiting);
    const outcome = passes(count, edition) ? "granted" : "refused";
    const until = outcome === "granted" ? addDays(addMonths(today, edition.validityMonths), -1) : null;
    const number = outcome === "granted" ? await nextNumber(tx, organizationId, today.slice(0, 4)) : null;
    await sql`insert into label.decision (organization_id, labelling_id, outcome, mandatory_met, mandatory_total,
        recommended_met, recommended_total, mandatory_percent, recommended_percent, note, decided_on, decided_at, decided_by,
        number, valid_until)
      values (${organizationId}, ${labellingId}, ${outcome}, ${count.mandatoryMet}, ${count.mandatoryTotal},
        ${count.recommendedMet}, ${count.recommendedTotal}, ${edition.mandatoryPercent}, ${edition.recommendedPercent},
        ${note}, ${today}, ${now}, ${actor.personId}, ${number}, ${until})`.execute(tx);
    await sql`update label.labelling set status = ${outcome}, ended_at = ${now}
      where organization_id = ${organizationId} and id = ${labellingId}`.execute(tx);
    context.audit({ subjectKind: "label.labelling", subjectId: labellingId, details: { outcome, number } });
    await tellOf(
      context,
      labelling,
      outcome === "granted" ? LABELLING_GRANTED : LABELLING_REFUSED,
      "structure",
      until === null ? {} : { day: until },
    );
    return { labellingId, outcome };
  },
});
