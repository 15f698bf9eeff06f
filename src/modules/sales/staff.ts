import type { SupportRole } from "#kernel/actor.ts";

/** Who of the support team writes and decides of sales documents: everybody but payroll. */
export const SALES_STAFF: readonly SupportRole[] = ["accompagnateur", "accountant", "direction", "administrator"];
