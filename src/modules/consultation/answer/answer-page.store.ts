import { parseId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { seatsOf } from "#modules/network/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { ConsultationRefusalCode } from "../consultation/consultation.fr.ts";
import { axesOf, findConsultation, findPhase } from "../consultation/consultation.store.ts";
import { refuseUnlessTaking } from "../consultation/consultation.ts";
import { answersOf, askedBy, gatheringsOf } from "./answer.store.ts";
import { standing } from "./answer.ts";

type Named = { readonly consultationId?: string; readonly phaseId?: string };

/** What the two ways to answer show: the phase, what it asks, whom, and what stands already. */
export async function answeringPage(reader: Reader, { consultationId, phaseId }: Named) {
  const { tx, organizationId, actor, today } = reader;
  const missing: Refusal<ConsultationRefusalCode> = refuse("missing", "phase.missing");
  const id = parseId<"phase">(phaseId);
  const phase = id === null ? null : await findPhase(tx, organizationId, id);
  if (phase === null || phase.consultationId !== consultationId) return missing;
  const consultation = await findConsultation(tx, organizationId, phase.consultationId);
  if (consultation === null) return missing;
  const asked = await askedBy(tx, organizationId, consultation, phase, today);
  const seats = await seatsOf(tx, organizationId, actor.personId, today);
  const valid = standing(await answersOf(tx, organizationId, phase.id));
  const axes = await axesOf(tx, organizationId, consultation.id);
  const closed = refuseUnlessTaking(phase, today);
  return {
    ...{ seats, valid, asked },
    gatherings: await gatheringsOf(tx, organizationId, phase.id),
    shown: {
      ...{ consultationId: consultation.id as string, title: consultation.title, question: consultation.question },
      ...{ phase: phase.title, opensOn: phase.opensOn, closed: closed?.code ?? null },
      axes: axes.map((axis) => ({ id: axis.id as string, title: axis.title })),
    },
  };
}
