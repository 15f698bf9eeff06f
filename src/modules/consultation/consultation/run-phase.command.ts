import { sql } from "kysely";
import { z } from "zod";
import { dayIn } from "#kernel/day.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, requiredText } from "#platform/field.ts";
import type { ConsultationRefusalCode } from "./consultation.fr.ts";
import { mayRunConsultation } from "./consultation.policy.ts";
import { axesOf, findConsultation, findPhase, phasesOf, synthesesOf } from "./consultation.store.ts";
import {
  type Consultation,
  type ConsultationId,
  type Phase,
  type PhaseAction,
  type PhaseId,
  phaseTransitions,
  refuseOpening,
  refuseUnlessTaking,
} from "./consultation.ts";
import { closePhaseNow, openPhaseNow, remindNow } from "./run-phase.store.ts";

type Refused = Refusal<ConsultationRefusalCode | NetworkRefusalCode>;
type Ran = { readonly consultationId: ConsultationId; readonly phaseId: PhaseId; readonly told: number };
type Held = { readonly phase: Phase; readonly consultation: Consultation };

const input = z.object({ phaseId: idText<"phase">() });

/** The phase held for the act: its consultation first, so that two phases are never opened at once. */
async function held({ tx, organizationId, actor }: CommandContext, id: PhaseId): Promise<Held | Refused> {
  const refusal = mayRunConsultation(actor);
  if (refusal) return refusal;
  const named = await findPhase(tx, organizationId, id);
  if (named === null) return refuse("missing", "phase.missing");
  const consultation = await findConsultation(tx, organizationId, named.consultationId, true);
  const phase = await findPhase(tx, organizationId, id, true);
  if (phase === null || consultation === null) return refuse("missing", "phase.missing");
  return { phase, consultation };
}

const refuseMove = (phase: Phase, action: PhaseAction): Refused | null => {
  if (next(phaseTransitions, phase.status, action) !== null) return null;
  return refuse(
    "conflict",
    phase.status === "prepared" ? "phase.notOpen" : action === "open" ? "phase.already" : "phase.over",
  );
};

/** Opens a phase: those who speak for the structures asked are called. */
export const openPhase = defineCommand({
  name: "consultation.phase.open",
  input,
  async run(context, { phaseId }): Promise<Ran | Refused> {
    const { tx, organizationId, today } = context;
    const found = await held(context, phaseId);
    if (isRefusal(found)) return found;
    const { phase, consultation } = found;
    const phases = await phasesOf(tx, organizationId, consultation.id);
    const axes = await axesOf(tx, organizationId, consultation.id);
    const refusal = refuseMove(phase, "open") ?? refuseOpening(phase, phases, axes.length, today);
    if (refusal) return refusal;
    const told = await openPhaseNow(context, consultation, phase);
    context.audit({ subjectKind: "consultation.phase", subjectId: phaseId, details: { told } });
    return { consultationId: consultation.id, phaseId, told };
  },
});

/** Calls again those who have not answered, once a day at most. */
export const remindPhase = defineCommand({
  name: "consultation.phase.remind",
  input,
  async run(context, { phaseId }): Promise<Ran | Refused> {
    const { tx, organizationId, today } = context;
    const found = await held(context, phaseId);
    if (isRefusal(found)) return found;
    const { phase, consultation } = found;
    const closed = refuseUnlessTaking(phase, today);
    if (closed) return closed;
    const { timeZone } = await organizationProfile(tx, organizationId);
    if (phase.remindedAt !== null && dayIn(phase.remindedAt, timeZone) === today) {
      return refuse("conflict", "phase.remindedToday");
    }
    const told = await remindNow(context, consultation, phase);
    context.audit({ subjectKind: "consultation.phase", subjectId: phaseId, details: { told } });
    return { consultationId: consultation.id, phaseId, told };
  },
});

/** Closes a phase: its answers and the ground of its figures never change any more. */
export const closePhase = defineCommand({
  name: "consultation.phase.close",
  input,
  async run(context, { phaseId }): Promise<Ran | Refused> {
    const found = await held(context, phaseId);
    if (isRefusal(found)) return found;
    const { phase, consultation } = found;
    const refusal = refuseMove(phase, "close");
    if (refusal) return refusal;
    await closePhaseNow(context, consultation, phase);
    context.audit({ subjectKind: "consultation.phase", subjectId: phaseId });
    return { consultationId: consultation.id, phaseId, told: 0 };
  },
});

/** Publishes what the team draws from a consultation, or one more version of it. */
export const publishSynthesis = defineCommand({
  name: "consultation.synthesis.publish",
  input: z.object({ consultationId: idText<"consultation">(), body: requiredText(20_000) }),
  async run(context, { consultationId, body }): Promise<{ consultationId: ConsultationId } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayRunConsultation(actor);
    if (refusal) return refusal;
    if ((await findConsultation(tx, organizationId, consultationId, true)) === null) {
      return refuse("missing", "consultation.missing");
    }
    const phases = await phasesOf(tx, organizationId, consultationId);
    if (!phases.some(({ status }) => status === "closed")) return refuse("conflict", "synthesis.early");
    const [last] = await synthesesOf(tx, organizationId, consultationId);
    if (last?.body === body) return refuse("conflict", "synthesis.same", {}, "body");
    const number = (last?.number ?? 0) + 1;
    await sql`insert into consultation.synthesis (organization_id, consultation_id, number, body, published_at, published_by)
      values (${organizationId}, ${consultationId}, ${number}, ${body}, ${now}, ${actor.personId})`.execute(tx);
    context.audit({ subjectKind: "consultation.consultation", subjectId: consultationId, details: { number } });
    return { consultationId };
  },
});
