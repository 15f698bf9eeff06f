import type { ActivityId, Id, PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { activitiesOfPerson, contractsOf, findPerson } from "#modules/membership/index.server.ts";
import type { FieldDefinition, FieldValue } from "#platform/document-field.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { mayDocuments } from "../documents.policy.ts";
import { definitionsOf, valuesFor } from "../field/field-list.ts";
import { checkTemplate } from "../template/check-template.ts";
import { defaultTemplate } from "../template/default-template.ts";
import { templateInForce } from "../template/template.store.ts";
import { CONTRACT_KINDS, type TemplateKind } from "../template/template.ts";
import { lastFilled } from "./document.store.ts";

export type Choice = {
  readonly kind: TemplateKind;
  readonly contractId: Id<"contract"> | null;
  readonly activityId: ActivityId | null;
};

/** A field of the template, with what is known of it. */
export type PreparedField = FieldDefinition & {
  /** "": nobody knows it, it is asked for. */
  readonly value: string;
  /** Taken from the last document of the person, to be read again. */
  readonly proposed: string;
};

export type Prepared = {
  readonly template: { readonly name: string; readonly version: number } | null;
  readonly fields: readonly PreparedField[];
  readonly values: Readonly<Record<string, FieldValue>>;
};

/** The person, if this actor may make documents for them; with their contracts and activities. */
export async function subjectOf({ tx, actor, organizationId }: Reader, personId: PersonId | null) {
  const person = personId === null ? null : await findPerson(tx, actor, personId);
  if (person === null) return refuse("missing", "document.personMissing");
  const refusal = mayDocuments(actor, "make", person.facts);
  if (refusal) return refusal;
  const contracts = (await contractsOf(tx, organizationId, person.personId)).filter((one) => one.cancelledAt === null);
  const activities = await activitiesOfPerson(tx, organizationId, person.personId, "all");
  return { person, contracts: contracts.reverse(), activities };
}

export type Subject = Exclude<Awaited<ReturnType<typeof subjectOf>>, Refusal>;

/** What an address or a form asks for; the most recent contract of the right kind, and the first activity, unless said. */
export function choose(
  { contracts, activities }: Subject,
  kind: TemplateKind,
  contract: string | null,
  activity: string | null,
): Choice {
  const wanted = CONTRACT_KINDS[kind];
  const fitting = contracts.filter((one) => wanted === undefined || one.kind === wanted);
  const named = fitting.find(({ id }) => id === contract);
  const first = activities.find(({ endsOn }) => endsOn === null) ?? activities[0];
  const told = activities.find(({ activityId }) => activityId === activity);
  return {
    kind,
    contractId: contract === "" ? null : ((named ?? fitting[0])?.id ?? null),
    activityId: activity === "" ? null : ((told ?? first)?.activityId ?? null),
  };
}

/** Who asks, and with which fields. */
type Asking = Pick<Reader, "tx" | "actor" | "organizationId" | "today" | "language"> & {
  readonly app: Pick<Reader["app"], "documentFields">;
};

/** What the template asks for, what is known, what is missing. */
export async function prepare(reader: Asking, personId: PersonId, choice: Choice): Promise<Prepared | Refusal> {
  const { app, tx, actor, organizationId, today, language } = reader;
  const definitions = definitionsOf(app.documentFields);
  const template = await templateInForce(tx, organizationId, choice.kind);
  const asked = template?.fields ?? houseFields(choice.kind, definitions, language);
  if (isRefusal(asked)) return asked;
  const { contractId, activityId } = choice;
  const subject = { tx, actor, organizationId, personId, contractId, activityId, today };
  const values = await valuesFor(app.documentFields, subject);
  const before = await lastFilled(tx, organizationId, personId);
  const fields = definitions
    .filter(({ name, within }) => within === undefined && asked.includes(name))
    .map((field): PreparedField => {
      const value = values[field.name];
      return { ...field, value: typeof value === "string" ? value : "", proposed: before[field.name] ?? "" };
    });
  return { template: template && { name: template.name, version: template.version }, fields, values };
}

function houseFields(kind: TemplateKind, definitions: readonly FieldDefinition[], language: "fr" | "en") {
  const bytes = defaultTemplate(kind);
  if (bytes === null) return refuse("conflict", "document.noTemplate");
  const checked = checkTemplate(bytes, definitions, language);
  return isRefusal(checked) ? checked : checked.fields;
}
