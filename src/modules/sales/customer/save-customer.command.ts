import { z } from "zod";
import type { ActivityId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { activityProfile } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand, invalidInput } from "#platform/command.ts";
import { id, version } from "../input.ts";
import { mayCustomer } from "./customer.policy.ts";
import { findAlike, findCustomer, insertCustomers, setArchived, updateCustomer } from "./customer.store.ts";
import { BLANK_CUSTOMER, type CustomerId } from "./customer.ts";
import { customerTextSchema } from "./customer-input.ts";
import { readCustomer } from "./read-customer.ts";

type Saved = {
  customerId: CustomerId;
  version: number;
  /** Customers of the activity that look like this one: said, never refused. */
  alike: { id: CustomerId; name: string }[];
};

/** Adds a customer to an activity. */
export const createCustomer = defineCommand({
  name: "sales.customer.create",
  input: z.object({ activityId: id<"activity">(), customer: customerTextSchema }),
  async run(context, { activityId, customer: text }): Promise<Saved | Refusal> {
    const { tx, organizationId, actor } = context;
    const refusal = mayCustomer(actor, "create", activityId);
    if (refusal) return refusal;
    if ((await activityProfile(tx, organizationId, activityId)) === null) return refuse("missing", "customer.missing");
    const reading = readCustomer(text);
    if ("errors" in reading) return invalidInput(reading.errors);
    const alike = await findAlike(tx, organizationId, activityId, reading.customer, null);
    const [customerId] = (await insertCustomers(context, activityId, [reading.customer])) as [CustomerId];
    context.audit({ subjectKind: "sales.customer", subjectId: customerId });
    return { customerId, version: 1, alike: alike.map((other) => ({ id: other.id, name: other.name })) };
  },
});

/**
 * The customer of an activity that a document made elsewhere names: the one of this SIREN, else the one of this name that
 * has none yet; made when there is neither. A namesake of another SIREN is somebody else.
 */
export async function namedCustomer(
  context: CommandContext,
  activityId: ActivityId,
  named: { readonly name: string; readonly siren: string },
): Promise<{ customerId: CustomerId } | Refusal> {
  const alike = await findAlike(context.tx, context.organizationId, activityId, named, null);
  const known = alike.find(({ siren }) => siren === named.siren) ?? alike.find(({ siren }) => siren === null);
  if (known !== undefined) return { customerId: known.id };
  const made = await createCustomer.run(context, { activityId, customer: { ...BLANK_CUSTOMER, ...named } });
  return isRefusal(made) ? made : { customerId: made.customerId };
}

/** Changes a customer. Documents already issued keep what they said. */
export const updateCustomerRecord = defineCommand({
  name: "sales.customer.update",
  input: z.object({ customerId: id<"customer">(), version, customer: customerTextSchema }),
  async run(context, { customerId, version: seen, customer: text }): Promise<Saved | Refusal> {
    const { tx, organizationId, actor } = context;
    const stored = await findCustomer(tx, organizationId, customerId, true);
    if (stored === null) return refuse("missing", "customer.missing");
    const refusal = mayCustomer(actor, "edit", stored.activityId);
    if (refusal) return refusal;
    if (stored.erased) return refuse("conflict", "customer.erased");
    const reading = readCustomer(text);
    if ("errors" in reading) return invalidInput(reading.errors);
    if (!(await updateCustomer(context, customerId, reading.customer, seen))) {
      return refuse("conflict", "customer.changedMeanwhile");
    }
    const alike = await findAlike(tx, organizationId, stored.activityId, reading.customer, customerId);
    context.audit({ subjectKind: "sales.customer", subjectId: customerId, details: { version: seen + 1 } });
    return { customerId, version: seen + 1, alike: alike.map((other) => ({ id: other.id, name: other.name })) };
  },
});

/** Puts a customer away, or takes it back: its documents stay, new ones no longer offer it. */
export const archiveCustomer = defineCommand({
  name: "sales.customer.archive",
  input: z.object({ customerId: id<"customer">(), archived: z.boolean() }),
  async run(context, { customerId, archived }): Promise<{ customerId: CustomerId } | Refusal> {
    const stored = await findCustomer(context.tx, context.organizationId, customerId, true);
    if (stored === null) return refuse("missing", "customer.missing");
    const refusal = mayCustomer(context.actor, "archive", stored.activityId);
    if (refusal) return refusal;
    if (stored.erased) return refuse("conflict", "customer.erased");
    await setArchived(context, customerId, archived);
    context.audit({ subjectKind: "sales.customer", subjectId: customerId, details: { archived } });
    return { customerId };
  },
});
