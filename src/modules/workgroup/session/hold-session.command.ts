import { sql } from "kysely";
import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import {
  dayText,
  idText,
  optionalId,
  optionalText,
  optionalTime,
  optionalWebAddress,
  requiredText,
  versionNumber,
} from "#platform/field.ts";
import type { WorkgroupRefusalCode } from "../group/group.fr.ts";
import { mayLeadGroup, mayWorkIn } from "../group/group.policy.ts";
import { loadGroup } from "../group/load-group.store.ts";
import { findSession, minutesOf, type SessionId } from "./session.store.ts";
import { tellSession } from "./tell-session.store.ts";

const no = (kind: Refusal["kind"], code: WorkgroupRefusalCode, field?: string) => refuse(kind, code, {}, field);
type Done = { readonly sessionId: SessionId };

/** Plans a session, or changes one whose minutes are not written: the members are told. */
export const planSession = defineCommand({
  name: "workgroup.session.plan",
  input: z.object({
    workgroupId: idText<"workgroup">(),
    sessionId: optionalId<"session">(),
    heldOn: dayText(),
    /** Of the session as it was read, when it is changed. */
    version: versionNumber().optional(),
    startsAt: optionalTime(),
    place: optionalText(200),
    link: optionalWebAddress(400),
    agenda: optionalText(4000),
  }),
  async run(context, input): Promise<(Done & { readonly told: boolean }) | Refusal> {
    const { tx, organizationId, now } = context;
    const loaded = await loadGroup(context, input.workgroupId, mayLeadGroup, true);
    if (isRefusal(loaded)) return loaded;
    const { group } = loaded;
    const { heldOn, startsAt, place, link, agenda } = input;
    const known = await findSession(tx, organizationId, group.id, input.sessionId);
    if (input.sessionId !== null && known === null) return no("missing", "workgroup.sessionMissing");
    if (known !== null && known.minutes > 0) return no("conflict", "workgroup.sessionHeld");
    if (known !== null && known.version !== input.version) return no("conflict", "workgroup.sessionChanged");
    const sessionId = known?.id ?? context.id<"session">();
    if (known === null) {
      await sql`insert into workgroup.session
          (organization_id, id, workgroup_id, held_on, starts_at, place, link, agenda, recorded_at)
        values (${organizationId}, ${sessionId}, ${group.id}, ${heldOn}, ${startsAt}, ${place}, ${link}, ${agenda}, ${now})`.execute(
        tx,
      );
    } else {
      await sql`update workgroup.session set held_on = ${heldOn}, starts_at = ${startsAt}, place = ${place},
          link = ${link}, agenda = ${agenda}, version = version + 1
        where organization_id = ${organizationId} and id = ${sessionId}`.execute(tx);
    }
    const told = await tellSession(context, loaded, { sessionId, heldOn });
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: group.id, details: { sessionId } });
    return { sessionId, told };
  },
});

/** Writes the minutes of a session and who came: a new version, the ones before stay. */
export const writeMinutes = defineCommand({
  name: "workgroup.minutes.write",
  input: z.object({
    workgroupId: idText<"workgroup">(),
    sessionId: idText<"session">(),
    body: requiredText(20_000),
    came: z.array(idText<"person">()).max(300).default([]),
  }),
  async run(context, input): Promise<Done | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const loaded = await loadGroup(context, input.workgroupId, mayWorkIn, true);
    if (isRefusal(loaded)) return loaded;
    const { group, members } = loaded;
    const session = await findSession(tx, organizationId, group.id, input.sessionId);
    if (session === null) return no("missing", "workgroup.sessionMissing");
    if (session.heldOn > today) return no("conflict", "workgroup.sessionLater");
    const [before] = await minutesOf(tx, organizationId, session.id);
    // Members of today, and those whom the version before already told.
    const known = new Set<PersonId>([...members, ...(before?.came ?? [])].map(({ personId }) => personId));
    const came = [...new Set(input.came)];
    if (came.some((personId) => !known.has(personId))) return no("invalid", "workgroup.memberMissing", "came");
    if (before?.body === input.body && sameSet(came, before.came)) return no("conflict", "workgroup.sameMinutes");
    const number = (before?.number ?? 0) + 1;
    await sql`insert into workgroup.minutes (organization_id, session_id, number, body, written_at, written_by)
      values (${organizationId}, ${session.id}, ${number}, ${input.body}, ${now}, ${actor.personId})`.execute(tx);
    await sql`insert into workgroup.attendee (organization_id, session_id, number, person_id)
      select ${organizationId}, ${session.id}, ${number}, unnest(${came}::uuid[])`.execute(tx);
    const details = { sessionId: session.id, number, came: came.length };
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: group.id, details });
    return { sessionId: session.id };
  },
});

const sameSet = (came: readonly PersonId[], before: readonly { readonly personId: PersonId }[]) =>
  came.length === before.length && before.every(({ personId }) => came.includes(personId));
