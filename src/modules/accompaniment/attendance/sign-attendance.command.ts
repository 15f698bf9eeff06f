import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { organizationProfile, personNames, personsReached } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText } from "#platform/field.ts";
import { ACCOMPANYING, type Reached } from "../appointment/appointment.policy.ts";
import type { AccompanimentTables } from "../tables.ts";
import type { WorkshopRefusalCode } from "../workshop/workshop.fr.ts";
import { workshopOf } from "../workshop/workshop.store.ts";
import type { SessionId, Workshop, WorkshopSession } from "../workshop/workshop.ts";
import { mayKeep, maySign } from "./attendance.policy.ts";
import { absencesOf } from "./attendance.store.ts";
import { checkMoment, isDrawing, isSameName, type SignatureMethod } from "./signature.ts";

type Signed = { readonly sessionId: SessionId };
type Refused = Refusal<WorkshopRefusalCode>;
type Found = { readonly workshop: Workshop; readonly session: WorkshopSession; readonly reached: Reached };

async function openSession({ tx, organizationId, actor }: CommandContext, id: SessionId): Promise<Found | Refused> {
  const workshop = await workshopOf(tx, organizationId, id);
  const session = workshop?.sessions.find((one) => one.id === id);
  if (workshop === null || session === undefined) return refuse("missing", "signature.missing");
  if (workshop.cancelledAt !== null) return refuse("conflict", "workshop.cancelledAlready");
  return { workshop, session, reached: await personsReached(tx, actor, ACCOMPANYING) };
}

/** Writes the signature with the digest of what was signed, by whom and when: the sheet prints it. */
async function insertSignature(
  context: CommandContext,
  { workshop, session }: Found,
  signed: { personId: PersonId; method: SignatureMethod; strokes: string; typedName: string },
): Promise<Signed | Refused> {
  const { tx, organizationId, actor, now } = context;
  const { personId, method, strokes, typedName } = signed;
  if ((await absencesOf(tx, organizationId, session.id)).has(personId)) return refuse("conflict", "signature.already");
  const words = [organizationId, session.id, personId, method, strokes, typedName, now].join("\n");
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<AccompanimentTables>()
    .insertInto("accompaniment.session_signature")
    .values({
      organization_id: organizationId,
      id: context.id<"sessionSignature">(),
      session_id: session.id,
      person_id: personId,
      part: workshop.trainers.includes(personId) ? "trainer" : "participant",
      method,
      strokes,
      typed_name: typedName,
      digest: createHash("sha256").update(words).digest("hex"),
      signed_at: now,
      recorded_by: actor.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return refuse("conflict", "signature.already");
  context.audit({ subjectKind: "accompaniment.session", subjectId: session.id, details: { personId, method } });
  return { sessionId: session.id };
}

/** Signs that one is there: by a drawing, or by writing one's name. */
export const signAttendance = defineCommand({
  name: "accompaniment.attendance.sign",
  input: z.object({
    sessionId: idText<"workshopSession">(),
    personId: idText<"person">(),
    strokes: optionalText(12_000),
    typedName: optionalText(120),
  }),
  async run(context, { sessionId, personId, strokes, typedName }): Promise<Signed | Refused> {
    const { tx, organizationId, actor, now } = context;
    const found = await openSession(context, sessionId);
    if ("refused" in found) return found;
    const refusal = maySign(actor, found.workshop, personId, found.reached);
    if (refusal) return refusal;
    const early = checkMoment(found.session, now, (await organizationProfile(tx, organizationId)).timeZone);
    if (early) return early;
    if (isDrawing(strokes))
      return insertSignature(context, found, { personId, method: "drawn", strokes, typedName: "" });
    if (typedName === "") return refuse("invalid", "signature.empty", {}, "typedName");
    const name = (await personNames(tx, organizationId, [personId])).get(personId) ?? "";
    if (!isSameName(typedName, name)) return refuse("invalid", "signature.otherName", { name }, "typedName");
    return insertSignature(context, found, { personId, method: "typed", strokes: "", typedName });
  },
});

/** What whoever keeps the attendance saw: a name on the paper sheet, an absence, excused or not. */
export const keepAttendance = defineCommand({
  name: "accompaniment.attendance.keep",
  input: z.object({
    sessionId: idText<"workshopSession">(),
    personId: idText<"person">(),
    seen: oneOf(["paper", "absent", "excused"]),
  }),
  async run(context, { sessionId, personId, seen }): Promise<Signed | Refused> {
    const { tx, organizationId, actor, now } = context;
    const found = await openSession(context, sessionId);
    if ("refused" in found) return found;
    const refusal = mayKeep(actor, found.workshop, personId, found.reached);
    if (refusal) return refusal;
    if (found.session.startsAt > now) return refuse("conflict", "signature.tooEarly");
    if (seen === "paper") {
      return insertSignature(context, found, { personId, method: "paper", strokes: "", typedName: "" });
    }
    const written = await sql`insert into accompaniment.session_absence
        (organization_id, session_id, person_id, kind, recorded_at, recorded_by)
      select ${organizationId}, ${sessionId}, ${personId}, ${seen}, ${now}, ${actor.personId}
       where not exists (select 1 from accompaniment.session_signature g where g.organization_id = ${organizationId}
         and g.session_id = ${sessionId} and g.person_id = ${personId}) on conflict do nothing`.execute(tx);
    if (written.numAffectedRows !== 1n) return refuse("conflict", "signature.already");
    context.audit({ subjectKind: "accompaniment.session", subjectId: sessionId, details: { personId, seen } });
    return { sessionId };
  },
});
