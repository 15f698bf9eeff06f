import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { optionalText } from "#platform/field.ts";
import { id } from "../input.ts";
import { mayRemind } from "./reminder.policy.ts";
import { findLateCustomer, setPaused } from "./reminder.store.ts";

const customerId = id<"customer">();

/** Leaves a customer alone: a payment promised, a dispute. */
export const pauseReminders = defineCommand({
  name: "sales.reminder.pause",
  input: z.object({ customerId, reason: optionalText(500) }),
  run: (context, { customerId, reason }) => change(context, customerId, reason),
});

/** Reminds the customer again when the plan says so. */
export const resumeReminders = defineCommand({
  name: "sales.reminder.resume",
  input: z.object({ customerId }),
  run: (context, { customerId }) => change(context, customerId, null),
});

async function change(
  context: Parameters<typeof setPaused>[0],
  customerId: Parameters<typeof setPaused>[1],
  reason: string | null,
): Promise<{ name: string } | Refusal> {
  const customer = await findLateCustomer(context.tx, context.organizationId, customerId, true);
  if (customer === null) return refuse("missing", "reminder.missing");
  const refusal = mayRemind(context.actor, "pause", customer.activityId);
  if (refusal) return refusal;
  await setPaused(context, customer.id, reason);
  context.audit({
    subjectKind: "sales.customer",
    subjectId: customer.id,
    details: { paused: reason !== null, reason: reason ?? "" },
  });
  return { name: customer.name };
}
