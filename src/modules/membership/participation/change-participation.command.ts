import { z } from "zod";
import type { Day } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, optionalDay, ticked, versionNumber } from "#platform/field.ts";
import type { ActivityRefusalCode } from "../activity/activity.fr.ts";
import { activityToChange } from "../activity/update-activity.command.ts";
import type { PersonRefusalCode } from "../person/person.fr.ts";
import { findPerson } from "../person/person.store.ts";
import type { MembershipTables } from "../tables.ts";

type Refused = Refusal<ActivityRefusalCode | PersonRefusalCode>;
type Key = { activityId: ActivityId; personId: PersonId; startsOn: Day };

const rightsFields = {
  selfValidatesQuotes: ticked(),
  selfValidatesInvoices: ticked(),
  recordsPayments: ticked(),
  quoteRequired: ticked(),
};
const keyFields = { activityId: idText<"activity">(), personId: idText<"person">(), startsOn: dayText() };

type Rights = { [K in keyof typeof rightsFields]: boolean };

const columnsOf = (rights: Rights) => ({
  self_validates_quotes: rights.selfValidatesQuotes,
  self_validates_invoices: rights.selfValidatesInvoices,
  records_payments: rights.recordsPayments,
  quote_required: rights.quoteRequired,
});

function participations(context: CommandContext) {
  return context.tx.withTables<MembershipTables>();
}

async function participationToChange(context: CommandContext, key: Key, version: number) {
  const row = await participations(context)
    .selectFrom("membership.participation")
    .select(["ends_on", "version"])
    .where("organization_id", "=", context.organizationId)
    .where("activity_id", "=", key.activityId)
    .where("person_id", "=", key.personId)
    .where("starts_on", "=", key.startsOn)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse("missing", "participation.missing");
  return row.version === version ? row : refuse("conflict", "participation.changedMeanwhile");
}

async function save(
  context: CommandContext,
  key: Key,
  version: number,
  change: Record<string, unknown>,
  details: Record<string, string | boolean | null>,
): Promise<Key> {
  await participations(context)
    .updateTable("membership.participation")
    .set({ ...change, version: version + 1 })
    .where("organization_id", "=", context.organizationId)
    .where("activity_id", "=", key.activityId)
    .where("person_id", "=", key.personId)
    .where("starts_on", "=", key.startsOn)
    .execute();
  context.audit({
    subjectKind: "membership.activity",
    subjectId: key.activityId,
    details: { personId: key.personId, ...details },
  });
  return key;
}

/** Makes a person take part in an activity from a day, with what they may do alone. */
export const addParticipation = defineCommand({
  name: "membership.participation.add",
  input: z.object({ ...keyFields, endsOn: optionalDay(), ...rightsFields }),
  async run(context, { activityId, personId, startsOn, endsOn, ...rights }): Promise<Key | Refused> {
    const { tx, organizationId, actor } = context;
    const activity = await activityToChange(context, "share", activityId, null);
    if (isRefusal(activity)) return activity;
    if (activity.closedOn !== null) return refuse("conflict", "participation.activityClosed");
    const person = await findPerson(tx, actor, personId, true);
    // Whoever shares an activity must reach the person too: a list of all names is nobody's by guessing.
    if (person === null || person.archivedAt !== null || !mayBeChosen(context, person.facts)) {
      return refuse("invalid", "activity.personMissing", {}, "personId");
    }
    if (startsOn < activity.openedOn) {
      return refuse("invalid", "participation.beforeOpening", { opened: onDay(activity.openedOn) }, "startsOn");
    }
    if (endsOn !== null && endsOn < startsOn) {
      return refuse("invalid", "participation.endBeforeStart", { start: onDay(startsOn) }, "endsOn");
    }
    const others = await participations(context)
      .selectFrom("membership.participation")
      .select(["starts_on", "ends_on"])
      .where("organization_id", "=", organizationId)
      .where("activity_id", "=", activityId)
      .where("person_id", "=", personId)
      .execute();
    const overlaps = others.some(
      (other) =>
        (endsOn === null || other.starts_on <= endsOn) && (other.ends_on === null || other.ends_on >= startsOn),
    );
    if (overlaps) return refuse("conflict", "participation.overlaps", {}, "startsOn");
    await participations(context)
      .insertInto("membership.participation")
      .values({
        organization_id: organizationId,
        activity_id: activityId,
        person_id: personId,
        starts_on: startsOn,
        ends_on: endsOn,
        ...columnsOf(rights),
      })
      .execute();
    context.audit({
      subjectKind: "membership.activity",
      subjectId: activityId,
      details: { personId, startsOn, ...rights },
    });
    return { activityId, personId, startsOn };
  },
});

function mayBeChosen(context: CommandContext, facts: { reached: boolean }): boolean {
  return facts.reached || context.actor.grants.some((grant) => grant.reach === "all");
}

/** Changes what a person may do alone in an activity. */
export const updateRights = defineCommand({
  name: "membership.participation.updateRights",
  input: z.object({ ...keyFields, version: versionNumber(), ...rightsFields }),
  async run(context, { activityId, personId, startsOn, version, ...rights }): Promise<Key | Refused> {
    const activity = await activityToChange(context, "share", activityId, null);
    if (isRefusal(activity)) return activity;
    const key = { activityId, personId, startsOn };
    const found = await participationToChange(context, key, version);
    return isRefusal(found) ? found : save(context, key, version, columnsOf(rights), rights);
  },
});

/** Gives a participation its last day. */
export const endParticipation = defineCommand({
  name: "membership.participation.end",
  input: z.object({ ...keyFields, version: versionNumber(), endsOn: dayText() }),
  async run(context, { activityId, personId, startsOn, version, endsOn }): Promise<Key | Refused> {
    const activity = await activityToChange(context, "share", activityId, null);
    if (isRefusal(activity)) return activity;
    if (endsOn < startsOn) {
      return refuse("invalid", "participation.endBeforeStart", { start: onDay(startsOn) }, "endsOn");
    }
    const key = { activityId, personId, startsOn };
    const found = await participationToChange(context, key, version);
    return isRefusal(found) ? found : save(context, key, version, { ends_on: endsOn }, { endsOn });
  },
});
