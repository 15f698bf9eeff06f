import { z } from "zod";
import { defineCommand } from "#platform/command.ts";
import { listOwner } from "./list.policy.ts";
import { saveArrangement } from "./list.store.ts";
import { listKey } from "./save-view.command.ts";

const columnKey = z.string("field.other").regex(/^\w{1,40}$/, "field.other");

/** Chooses, for oneself, the columns of a list that are shown and how high its lines are. */
export const arrangeList = defineCommand({
  name: "desk.list.arrange",
  input: z.object({
    list: listKey,
    hidden: z.array(columnKey).max(40, "field.other"),
    density: z.enum(["comfort", "compact"], "field.choose").nullable(),
  }),
  async run(context, { list, hidden, density }): Promise<{ list: string }> {
    const { tx, actor, now } = context;
    const owner = { organizationId: actor.organizationId, personId: listOwner(actor) };
    await saveArrangement(tx, owner, list, { hidden, density }, now);
    context.audit({ subjectKind: "membership.person", subjectId: owner.personId, details: { list, hidden, density } });
    return { list };
  },
});
