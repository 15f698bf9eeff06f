import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AccompanimentTables } from "../tables.ts";

export type AccompanimentSettings = {
  readonly monthsWithoutAppointment: number;
  readonly weeksWithoutInvoice: number;
  /** 0: nobody has chosen yet. */
  readonly version: number;
};

const USUAL: AccompanimentSettings = { monthsWithoutAppointment: 3, weeksWithoutInvoice: 8, version: 0 };

/** After how long silence is worth a call, as the cooperative chose it. */
export async function accompanimentSettings(tx: Tx, organizationId: OrganizationId): Promise<AccompanimentSettings> {
  const row = await tx
    .withTables<AccompanimentTables>()
    .selectFrom("accompaniment.settings")
    .select([
      "months_without_appointment as monthsWithoutAppointment",
      "weeks_without_invoice as weeksWithoutInvoice",
      "version",
    ])
    .where("organization_id", "=", organizationId)
    .executeTakeFirst();
  return row ?? USUAL;
}
