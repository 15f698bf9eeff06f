import { type RouteArguments, runCommand } from "#platform/http/tenant.ts";
import type { Problem } from "#ui/problem.ts";
import { type CustomerId, customerTextOf } from "./customer.ts";
import { createCustomer } from "./save-customer.command.ts";

/** Adds the customer typed within the form of a document; what is wrong is named as that form names it. */
export async function addInlineCustomer(
  args: RouteArguments,
  posted: FormData,
  activityId: string,
): Promise<{ readonly customerId: CustomerId } | { readonly problem: Problem; readonly status: number }> {
  const key = String(posted.get("cle") ?? "");
  const customer = customerTextOf((field) => posted.get(`customer.${field}`) as string | null);
  const result = await runCommand(
    args,
    createCustomer,
    { activityId, customer },
    { idempotencyKey: key === "" ? undefined : `customer:${key}` },
  );
  if (result.ok) return { customerId: result.output.customerId };
  const fields = Object.fromEntries(
    Object.entries(result.problem.fields).map(([name, sentence]) => [
      name.startsWith("customer.") || name === "activityId" ? name : `customer.${name}`,
      sentence,
    ]),
  );
  return { problem: { ...result.problem, fields }, status: result.status };
}
