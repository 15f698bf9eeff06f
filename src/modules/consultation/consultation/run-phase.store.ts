/** What opening, reminding and closing a phase do, whether somebody asks for it or its day has come. */
import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { Topic } from "#kernel/topic.ts";
import { findStructure, seatsOn } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { type NotifyContext, notify, settleNotices } from "#modules/notification/index.server.ts";
import { day } from "#ui/format.ts";
import { answeredIn, structuresAsked } from "../answer/answer.store.ts";
import { ANSWER_CALLED, ANSWER_RECALLED, RESULTS_READY } from "../topics.ts";
import type { Consultation, Phase } from "./consultation.ts";

type Running = NotifyContext & { readonly today: Day };

/** What a notice of a call is about: one structure in one phase. */
export const callOf = (phase: Pick<Phase, "id">, structureId: StructureId) => ({
  kind: "consultation.call",
  id: `${phase.id}:${structureId}`,
});

/** Those who speak for structures that have not answered are told. How many structures that made. */
async function call(context: Running, consultation: Consultation, phase: Phase, topic: Topic): Promise<number> {
  const { tx, organizationId, today } = context;
  const answered = await answeredIn(tx, organizationId, phase.id);
  const asked = await structuresAsked(tx, organizationId, consultation.audience, today);
  const seats = await seatsOn(tx, organizationId, today);
  let told = 0;
  for (const { structureId, name } of asked) {
    if (answered.has(structureId)) continue;
    const to = seats.filter((seat) => seat.structureId === structureId).map(({ personId }) => personId);
    if (to.length > 0) told += 1;
    await notify(context, {
      ...{ to, topic, subject: callOf(phase, structureId) },
      path: `consultations/${consultation.id}/phases/${phase.id}/reponse?structure=${structureId}`,
      facts: { structure: name, title: consultation.title, phase: phase.title, day: day(phase.closesOn) },
    });
  }
  return told;
}

export async function openPhaseNow(context: Running, consultation: Consultation, phase: Phase): Promise<number> {
  const { tx, organizationId, now, today } = context;
  const [opensOn = today] = [today, phase.opensOn].sort();
  await sql`update consultation.phase set status = 'open', opened_at = ${now}, opens_on = ${opensOn}
    where organization_id = ${organizationId} and id = ${phase.id}`.execute(tx);
  return call(context, consultation, phase, ANSWER_CALLED);
}

export async function remindNow(context: Running, consultation: Consultation, phase: Phase): Promise<number> {
  const { tx, organizationId, now } = context;
  await sql`update consultation.phase set reminded_at = ${now}
    where organization_id = ${organizationId} and id = ${phase.id}`.execute(tx);
  return call(context, consultation, phase, ANSWER_RECALLED);
}

/** Keeps the ground of the figures, then closes: nothing of the phase changes any more. */
export async function closePhaseNow(context: Running, consultation: Consultation, phase: Phase): Promise<void> {
  const { tx, organizationId, now, today } = context;
  const [on = today] = [today, phase.closesOn].sort();
  const asked = await structuresAsked(tx, organizationId, consultation.audience, on);
  const answered = await answeredIn(tx, organizationId, phase.id);
  // A structure that answered and has closed since is still one that was asked.
  const gone = [...answered].filter((id) => !asked.some(({ structureId }) => structureId === id));
  const left = await Promise.all(gone.map((id) => findStructure(tx, organizationId, id)));
  const ground = [
    ...asked.map(({ structureId, name, department, networks }) => ({
      ...{ structure_id: structureId, name, department, networks },
    })),
    ...left
      .filter((structure) => structure !== null)
      .map(({ id, name, department }) => ({ structure_id: id, name, department, networks: [] })),
  ];
  await sql`insert into consultation.asked_structure (organization_id, phase_id, structure_id, name, department, networks)
    select ${organizationId}, ${phase.id}, g.structure_id, g.name, g.department, g.networks
      from jsonb_to_recordset(${JSON.stringify(ground)}::jsonb)
        as g(structure_id uuid, name text, department text, networks text[])`.execute(tx);
  await sql`update consultation.phase set status = 'closed', closed_at = ${now}, closes_on = ${on}
    where organization_id = ${organizationId} and id = ${phase.id}`.execute(tx);
  for (const { structureId } of asked) await settleNotices(context, callOf(phase, structureId));
  const seats = await seatsOn(tx, organizationId, today);
  await notify(context, {
    to: [...new Set(seats.map(({ personId }) => personId))],
    ...{ topic: RESULTS_READY, subject: { kind: "consultation.phase", id: phase.id } },
    path: `consultations/${consultation.id}/resultats?phase=${phase.id}`,
    facts: { title: consultation.title, phase: phase.title },
  });
}
