import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, requiredText } from "#platform/field.ts";
import type { MembershipTables } from "../tables.ts";
import type { SiteRefusalCode } from "./site.fr.ts";
import { mayChangeSites } from "./site.policy.ts";

async function nameTaken(context: CommandContext, name: string, but: Id<"site"> | null): Promise<boolean> {
  const row = await context.tx
    .withTables<MembershipTables>()
    .selectFrom("membership.site")
    .select("id")
    .where("organization_id", "=", context.organizationId)
    .where((eb) => eb(eb.fn<string>("lower", ["name"]), "=", name.toLowerCase()))
    .executeTakeFirst();
  return row !== undefined && row.id !== but;
}

/** Adds a place where the cooperative welcomes people. */
export const addSite = defineCommand({
  name: "membership.site.add",
  input: z.object({ name: requiredText(100) }),
  async run(context, { name }): Promise<{ siteId: Id<"site"> } | Refusal<SiteRefusalCode>> {
    const refusal = mayChangeSites(context.actor);
    if (refusal) return refusal;
    const id = context.id<"site">();
    if (await nameTaken(context, name, null)) return refuse("conflict", "site.nameTaken", {}, "name");
    const added = await context.tx
      .withTables<MembershipTables>()
      .insertInto("membership.site")
      .values({ organization_id: context.organizationId, id, name })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) return refuse("conflict", "site.nameTaken", {}, "name");
    context.audit({ subjectKind: "membership.site", subjectId: id, details: { name } });
    return { siteId: id };
  },
});

/** Gives a site another name. */
export const renameSite = defineCommand({
  name: "membership.site.rename",
  input: z.object({ siteId: idText<"site">(), name: requiredText(100) }),
  async run(context, { siteId, name }): Promise<{ siteId: Id<"site"> } | Refusal<SiteRefusalCode>> {
    const refusal = mayChangeSites(context.actor);
    if (refusal) return refusal;
    if (await nameTaken(context, name, siteId)) return refuse("conflict", "site.nameTaken", {}, "name");
    const changed = await context.tx
      .withTables<MembershipTables>()
      .updateTable("membership.site")
      .set({ name })
      .where("organization_id", "=", context.organizationId)
      .where("id", "=", siteId)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return refuse("missing", "site.missing");
    context.audit({ subjectKind: "membership.site", subjectId: siteId, details: { name } });
    return { siteId };
  },
});
