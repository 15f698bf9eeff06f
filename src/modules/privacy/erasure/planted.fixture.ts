/** Somebody whose every row carries a strange word, to look for it afterwards in the whole database. Tests only. */
import { sql } from "kysely";
import type { Id, PersonId } from "#kernel/id.ts";
import type { TestTenant } from "#testing/tenant.ts";

export const WORD = "Zyxplant";

export type Planted = { readonly personId: PersonId; readonly candidateId: Id<"candidate">; readonly userId: string };

/** Writes what each module would, in each table that may speak of somebody; `files`: contents kept by the store. */
export async function plant(
  tenant: TestTenant,
  staff: PersonId,
  { userId, files }: { readonly userId: string; readonly files: readonly [string, string, string] },
): Promise<Planted> {
  const org = tenant.organizationId;
  const personId = tenant.newId<"person">() as PersonId;
  const candidateId = tenant.newId<"candidate">();
  const [
    appointmentId,
    requestId,
    documentId,
    pieceId,
    kindId,
    activityId,
    workshopId,
    sessionId,
    evaluationId,
    waiverId,
    importId,
  ] = Array.from({ length: 11 }, () => tenant.newId<"thing">());
  const then = "2020-01-15T10:00:00.000Z";
  const rows = [
    sql`insert into membership.person (organization_id, id, user_id, first_name, last_name, email, phone, created_at)
      values (${org}, ${personId}, ${userId}, ${WORD}, 'Prénom', ${`${WORD}@exemple.example`}, ${WORD}, ${then})`,
    sql`insert into membership.activity (organization_id, id, code, name, opened_on, closed_on, email, phone)
      values (${org}, ${activityId}, 'ZX9', 'Enseigne gardée', '2015-01-01', '2020-06-30', ${WORD}, ${WORD})`,
    sql`insert into membership.participation (organization_id, activity_id, person_id, starts_on, ends_on)
      values (${org}, ${activityId}, ${personId}, '2015-01-01', '2020-06-30')`,
    sql`insert into membership.contract (organization_id, id, person_id, kind, starts_on, ends_on, recorded_at)
      values (${org}, ${tenant.newId()}, ${personId}, 'cesa', '2015-01-01', '2020-06-30', ${then})`,
    ...["street", "goals", "exit_motive", "emergency_name", "terms"].map(
      (
        dimension,
      ) => sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at, reason)
        values (${org}, ${tenant.newId()}, ${personId}, ${dimension}, '2019-01-01', ${JSON.stringify(WORD)}::jsonb, ${then}, ${WORD})`,
    ),
    // They moved since: what was known of the street until then is kept for counting.
    sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at)
      values (${org}, ${tenant.newId()}, ${personId}, 'street', '2020-02-01', '"2 rue Basse"', '2020-02-03T10:00:00Z')`,
    sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at, reason)
      values (${org}, ${tenant.newId()}, ${personId}, 'contract', '2015-01-01', '"cesa"', ${then}, ${WORD})`,
    sql`insert into parcours.candidate (organization_id, id, status, source, first_name, last_name, email, phone, postal_code, city,
        trade, project, situation, prescriber, heard, availability, message, language, created_at, last_contact_at, person_id)
      values (${org}, ${candidateId}, 'converted', 'staff', ${WORD}, ${WORD}, ${`${WORD}@exemple.example`}, ${WORD}, ${WORD}, ${WORD},
        ${WORD}, ${WORD}, ${WORD}, ${WORD}, ${WORD}, ${WORD}, ${WORD}, 'fr', ${then}, ${then}, ${personId})`,
    sql`insert into parcours.candidate_event (organization_id, id, candidate_id, kind, details, at)
      values (${org}, ${tenant.newId()}, ${candidateId}, 'received', ${JSON.stringify({ said: WORD })}::jsonb, ${then})`,
    sql`insert into parcours.interview (organization_id, id, candidate_id, held_on, person_id, status, notes, next_step, written_by, written_at)
      values (${org}, ${tenant.newId()}, ${candidateId}, '2020-01-10', ${staff}, 'held', ${WORD}, ${WORD}, ${staff}, ${then})`,
    sql`insert into parcours.candidate_link (organization_id, id, candidate_id, created_at, expires_at)
      values (${org}, ${tenant.newId()}, ${candidateId}, ${then}, '2020-06-01T00:00:00Z')`,
    sql`insert into accompaniment.appointment (organization_id, id, status, starts_at, minutes, mode, nature, subject, place, created_at, created_by)
      values (${org}, ${appointmentId}, 'held', ${then}, 60, 'onSite', 'interview', ${WORD}, ${WORD}, ${then}, ${staff})`,
    sql`insert into accompaniment.appointment_party (organization_id, appointment_id, person_id, part)
      values (${org}, ${appointmentId}, ${personId}, 'person'), (${org}, ${appointmentId}, ${staff}, 'adviser')`,
    sql`insert into accompaniment.appointment_event (organization_id, id, appointment_id, kind, at, by, reason, starts_at)
      values (${org}, ${tenant.newId()}, ${appointmentId}, 'move', ${then}, ${staff}, ${WORD}, ${then})`,
    ...["shared", "team", "mine"].map(
      (
        privacy,
      ) => sql`insert into accompaniment.appointment_note (organization_id, id, appointment_id, privacy, version, body, written_at, written_by)
        values (${org}, ${tenant.newId()}, ${appointmentId}, ${privacy}, 1, ${WORD}, ${then}, ${staff})`,
    ),
    sql`insert into accompaniment.task (organization_id, id, person_id, assignee_id, title, created_at, created_by)
      values (${org}, ${tenant.newId()}, ${personId}, ${staff}, ${WORD}, ${then}, ${staff})`,
    sql`insert into accompaniment.workshop_demand (organization_id, id, title, details, asked_at, asked_by)
      values (${org}, ${tenant.newId()}, ${WORD}, ${WORD}, ${then}, ${personId})`,
    sql`insert into accompaniment.workshop (organization_id, id, title, description, themes, place, outside_trainer, capacity, signup, created_at, created_by)
      values (${org}, ${workshopId}, 'Atelier', '', '', '', '', 8, 'open', ${then}, ${staff})`,
    sql`insert into accompaniment.workshop_session (organization_id, id, workshop_id, starts_at, minutes)
      values (${org}, ${sessionId}, ${workshopId}, ${then}, 60)`,
    sql`insert into accompaniment.session_signature (organization_id, id, session_id, person_id, part, method, strokes, typed_name, digest, signed_at, recorded_by)
      values (${org}, ${tenant.newId()}, ${sessionId}, ${personId}, 'participant', 'typed', '', ${WORD}, ${WORD}, ${then}, ${personId})`,
    sql`insert into accompaniment.calendar_feed (organization_id, id, person_id, token_hash, created_at)
      values (${org}, ${tenant.newId()}, ${personId}, ${"a".repeat(64)}, ${then})`,
    sql`insert into accompaniment.external_calendar (organization_id, id, person_id, address, host, added_at)
      values (${org}, ${tenant.newId()}, ${personId}, ${WORD}, ${WORD}, ${then})`,
    ...files.map(
      (hash) => sql`insert into platform.file (organization_id, hash, media_type, name, size, at)
        values (${org}, ${hash}, 'application/pdf', ${`${WORD}.pdf`}, 3, ${then})`,
    ),
    sql`insert into documents.document (organization_id, id, person_id, kind, title, field_values, filled, docx_hash, pdf_hash, created_at, created_by)
      values (${org}, ${documentId}, ${personId}, 'cesa', ${WORD}, ${JSON.stringify({ nom: WORD })}::jsonb, '[]', ${files[0]}, ${files[1]},
        ${then}, ${staff})`,
    sql`insert into documents.signature_request (organization_id, id, document_id, document_hash, sent_at, sent_by, expires_on)
      values (${org}, ${requestId}, ${documentId}, ${files[1]}, ${then}, ${staff}, '2020-02-15')`,
    sql`insert into documents.signer (organization_id, request_id, rank, person_id, side, name, email)
      values (${org}, ${requestId}, 1, ${personId}, 'person', ${WORD}, ${WORD})`,
    sql`insert into documents.signature_event (organization_id, request_id, number, kind, person_id, at, time_zone, details, seal)
      values (${org}, ${requestId}, 1, 'sent', ${personId}, ${then}, 'Europe/Paris', ${JSON.stringify({ wrote: WORD })}::jsonb, ${"b".repeat(64)})`,
    sql`insert into documents.piece_kind (organization_id, id, name, sensitive, needs_validation, expires, levels)
      values (${org}, ${kindId}, 'Carte d’identité', true, true, false, '{}')`,
    sql`insert into documents.piece (organization_id, id, kind_id, person_id, file_hash, file_name, media_type, given_at, given_by)
      values (${org}, ${pieceId}, ${kindId}, ${personId}, ${files[2]}, ${`${WORD}.pdf`}, 'application/pdf', ${then}, ${personId})`,
    sql`insert into documents.piece_decision (organization_id, id, piece_id, accepted, reason, decided_at, decided_by)
      values (${org}, ${tenant.newId()}, ${pieceId}, false, ${WORD}, ${then}, ${staff})`,
    sql`insert into documents.piece_text (organization_id, piece_id, words) values (${org}, ${pieceId}, to_tsvector('simple', ${WORD}))`,
    sql`insert into contribution.waiver (organization_id, id, person_id, target, from_month, until_month, reason, decided_by, decided_on, recorded_at, recorded_by)
      values (${org}, ${waiverId}, ${personId}, 'everything', '2019-01', '2019-02', ${WORD}, 'AG', '2019-01-01', ${then}, ${staff})`,
    sql`insert into contribution.waiver_withdrawal (organization_id, waiver_id, reason, withdrawn_at, withdrawn_by)
      values (${org}, ${waiverId}, ${WORD}, ${then}, ${staff})`,
    sql`insert into parcours.import (organization_id, id, kind, file_name, at, by, added, updated, refused, told)
      values (${org}, ${importId}, 'appointments', 'rendez-vous.xlsx', ${then}, ${staff}, 0, 1, 0, false)`,
    sql`insert into parcours.import_item (organization_id, import_id, position, line, kind, subject_id, person_id, was)
      values (${org}, ${importId}, 1, 2, 'appointmentChange', ${appointmentId}, ${personId},
        ${JSON.stringify({ version: 1, before: { subject: WORD, place: WORD } })}::jsonb)`,
    sql`insert into skills.grid_version (organization_id, version, content, recorded_at, recorded_by)
      values (${org}, 1, '{}', ${then}, ${staff}) on conflict do nothing`,
    sql`insert into skills.evaluation (organization_id, id, person_id, side, grid_version, evaluated_on, comment, recorded_at, recorded_by)
      values (${org}, ${evaluationId}, ${personId}, 'self', 1, '2020-01-10', ${WORD}, ${then}, ${personId})`,
    sql`insert into skills.rating (organization_id, evaluation_id, skill_id, level, note)
      values (${org}, ${evaluationId}, ${tenant.newId()}, 3, ${WORD})`,
    sql`insert into notification.notice (organization_id, id, person_id, topic, heading, subject_kind, subject_id, path, facts, at)
      values (${org}, ${tenant.newId()}, ${staff}, 'x.y', 'x', 'z', 'z', 'personnes', ${JSON.stringify({ name: `${WORD} Prénom` })}::jsonb, ${then}),
             (${org}, ${tenant.newId()}, ${personId}, 'x.y', 'x', 'z', 'z', 'personnes', ${JSON.stringify({ title: WORD })}::jsonb, ${then})`,
    sql`insert into notification.cadence (organization_id, person_id, heading, choice, changed_at)
      values (${org}, ${personId}, 'x', 'daily', ${then})`,
    sql`insert into desk.saved_view (organization_id, id, person_id, list, name, search, saved_at)
      values (${org}, ${tenant.newId()}, ${personId}, 'factures', ${WORD}, ${`q=${WORD}`}, ${then})`,
    sql`insert into platform.mail (organization_id, id, recipient, sender_name, subject, body, attachments, subject_kind, subject_id, status, at)
      values (${org}, ${tenant.newId()}, ${`${WORD}@exemple.example`.toLowerCase()}, ${WORD}, ${WORD}, ${WORD},
          ${JSON.stringify([{ hash: "c".repeat(64), name: `${WORD}.pdf` }])}::jsonb, 'documents.document', 'z', 'sent', ${then}),
        (${org}, ${tenant.newId()}, 'autre@exemple.example', '', ${WORD}, ${WORD}, '[]', 'parcours.candidate', ${candidateId}, 'waiting', ${then})`,
    sql`insert into platform.audit (organization_id, id, at, user_id, person_id, action, subject_kind, subject_id, details)
      values (${org}, ${tenant.newId()}, ${then}, 'u', ${staff}, 'a.b.c', 'membership.person', ${personId}, ${JSON.stringify({ w: WORD })}::jsonb),
        (${org}, ${tenant.newId()}, ${then}, 'u', ${staff}, 'a.b.c', 'parcours.candidate', ${candidateId}, ${JSON.stringify({ w: WORD })}::jsonb),
        (${org}, ${tenant.newId()}, ${then}, 'u', ${staff}, 'a.b.c', 'x.y', 'z', ${JSON.stringify({ personId, w: WORD })}::jsonb)`,
    sql`insert into platform.idempotency (organization_id, key, command, input_hash, output, at)
      values (${org}, ${`cle-${personId}`}, 'a.b.c', 'h', ${JSON.stringify({ w: WORD })}::jsonb, ${then})`,
    sql`insert into platform.outbox (organization_id, id, event, payload, at, next_attempt_at, done_at)
      values (${org}, ${tenant.newId()}, 'a.b.v1', ${JSON.stringify({ w: WORD })}::jsonb, ${then}, ${then}, ${then})`,
    sql`insert into platform.held_file (organization_id, id, user_id, purpose, hash, media_type, name, size, at)
      values (${org}, ${tenant.newId()}, ${userId}, 'piece', ${"d".repeat(64)}, 'application/pdf', ${`${WORD}.pdf`}, 3, ${then})`,
  ];
  await tenant.run(async (tx) => {
    for (const row of rows) await row.execute(tx);
  });
  return { personId, candidateId, userId };
}
