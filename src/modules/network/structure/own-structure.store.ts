import { organizationProfile } from "#modules/membership/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import type { NetworkTables } from "../tables.ts";
import { departmentOfPostalCode } from "../territory/department.ts";

/** A new network knows itself first: others belong to that structure. Nothing for a cooperative. */
export async function installOwnStructure(context: CommandContext): Promise<void> {
  const { tx, organizationId, actor, now } = context;
  if (actor.house !== "network") return;
  const { legalName, legalForm, siren, street, postalCode, city, email, phone } = await organizationProfile(
    tx,
    organizationId,
  );
  await tx
    .withTables<NetworkTables>()
    .insertInto("network.structure")
    .values({
      ...{ organization_id: organizationId, id: context.id<"structure">(), kind: "network", is_self: true },
      ...{ name: legalName.slice(0, 160), legal_form: legalForm, siren, street, postal_code: postalCode, city },
      ...{ department: departmentOfPostalCode(postalCode) ?? "", website: "", email, phone, description: "" },
      ...{ trades: [], listed: true, created_at: now, closed_on: null },
    })
    .execute();
}

/** The structure that is the network itself. */
export async function ownStructureId(context: Pick<CommandContext, "tx" | "organizationId">) {
  const row = await context.tx
    .withTables<NetworkTables>()
    .selectFrom("network.structure")
    .select("id")
    .where("organization_id", "=", context.organizationId)
    .where("is_self", "=", true)
    .executeTakeFirst();
  return row?.id ?? null;
}
