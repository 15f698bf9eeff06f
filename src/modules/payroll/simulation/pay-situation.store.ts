import { type Actor, visibleActivities } from "#kernel/actor.ts";
import { type Day, type Month, monthOf } from "#kernel/day.ts";
import { type ActivityId, type OrganizationId, type PersonId, parseId } from "#kernel/id.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import {
  type ActivityName,
  activitiesOf,
  organizationProfile,
  participationsIn,
  statusesOn,
  termsInForce,
} from "#modules/membership/index.server.ts";
import { availableOf } from "#modules/treasury/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { currentActivity } from "#ui/current-activity.ts";
import { hasPayParameters, payParameters } from "../settings.ts";
import type { ContractPay, PayContract, PayParameters, PayRefusal } from "./pay-parameters.ts";
import { maySimulatePay } from "./simulation.policy.ts";

/** Whose pay is asked about, from which activity. */
export type Payee = {
  readonly activity: ActivityName;
  /** The reader's own activity: then it is their own pay, whoever else takes part. */
  readonly own: boolean;
  readonly personId: PersonId | null;
  readonly contract: PayContract;
  /** What the contract says of time and of the fixed part, on the day. */
  readonly terms: ContractPay;
  /** Those whose pay the reader may ask about here: themselves, or whom the activity has today. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  /** When the person joined the activity: what the contribution calls seniority. */
  readonly since: Day | null;
  /** How many take part today: the money is for all of them. */
  readonly sharedBy: number;
  readonly month: Month;
  readonly parameters: PayParameters;
  /** The cooperative has set its parameters; else they are the usual ones. */
  readonly parametersSet: boolean;
};

export type PayeeQuery = {
  readonly organizationId: OrganizationId;
  readonly actor: Actor;
  readonly activityId: ActivityId | null;
  /** For staff, one of those who take part; otherwise the first under CESA. */
  readonly personId: PersonId | null;
  readonly today: Day;
};

/** Whose pay an address asks about: its activity, else the one the reader is looking at. */
export function payeeQuery(reader: Pick<Reader, "organizationId" | "actor" | "today">, request: Request): PayeeQuery {
  const { organizationId, actor, today } = reader;
  const parameters = new URL(request.url).searchParams;
  return {
    organizationId,
    actor,
    activityId:
      parseId<"activity">(parameters.get("activite")) ?? currentActivity(request.headers.get("cookie"), actor),
    personId: parseId<"person">(parameters.get("personne")),
    today,
  };
}

/** Whose pay, under which contract and parameters. Refuses an activity that the reader may not ask about. */
export async function payeeOf(tx: Tx, query: PayeeQuery): Promise<Payee | PayRefusal> {
  const { organizationId, actor, activityId, today } = query;
  if (activityId === null) return refuse("missing", "pay.noActivity");
  const refusal = maySimulatePay(actor, activityId);
  if (refusal) return refusal;
  const [activity] = await activitiesOf(tx, organizationId, new Set([activityId]));
  if (!activity) return refuse("missing", "pay.noActivity");
  const taking = (await participationsIn(tx, organizationId, activityId)).filter(
    (item) => item.startsOn <= today && (item.endsOn === null || item.endsOn >= today),
  );
  const own = actor.own.has(activityId);
  const people = taking
    .filter((item) => !own || item.personId === actor.personId)
    .map((item) => ({ id: item.personId, name: item.personName }));
  const contracts = await statusesOn(
    tx,
    organizationId,
    people.map((person) => person.id),
    today,
  );
  const person =
    people.find(({ id }) => id === query.personId) ??
    people.find(({ id }) => contracts.get(id) === "cesa") ??
    people[0] ??
    null;
  const terms =
    person === null ? undefined : (await termsInForce(tx, organizationId, [person.id], today)).get(person.id);
  const digits = (text: string | undefined) => (text === undefined || !/^\d+$/.test(text) ? null : BigInt(text));
  const fixedPart = digits(terms?.values.fixed_part);
  const { settings } = await organizationProfile(tx, organizationId);
  return {
    activity,
    own,
    personId: person?.id ?? null,
    contract: person === null ? "none" : (contracts.get(person.id) ?? "none"),
    terms: {
      weeklyHours: digits(terms?.values.weekly_hours),
      fixedPart: fixedPart === null ? null : toCents(fixedPart),
    },
    people,
    since: taking.find((item) => item.personId === person?.id)?.startsOn ?? null,
    sharedBy: taking.length,
    month: monthOf(today),
    parameters: payParameters(settings),
    parametersSet: hasPayParameters(settings),
  };
}

/** The same, with the money of the activity today. */
export async function paySituation(
  tx: Tx,
  query: PayeeQuery,
): Promise<(Payee & { readonly available: Cents }) | PayRefusal> {
  const payee = await payeeOf(tx, query);
  if (isRefusal(payee)) return payee;
  const { organizationId, today } = query;
  const { available } = await availableOf(tx, { organizationId, activities: [payee.activity.id], on: today });
  return { ...payee, available: available.amount };
}

/** The activities about which the reader may ask: for staff without an activity of their own. */
export async function payableActivities(
  tx: Tx,
  organizationId: OrganizationId,
  actor: Actor,
): Promise<readonly ActivityName[]> {
  const seen = await activitiesOf(tx, organizationId, visibleActivities(actor));
  return seen.filter((activity) => maySimulatePay(actor, activity.id) === null);
}
