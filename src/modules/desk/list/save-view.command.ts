import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, requiredText } from "#platform/field.ts";
import { viewSearch } from "#ui/url.ts";
import type { ViewId } from "../tables.ts";
import type { ViewRefusalCode } from "./list.fr.ts";
import { listOwner, mayChangeView } from "./list.policy.ts";
import { countViews, deleteView, findView, insertView, renameStoredView } from "./list.store.ts";

/** More than a toolbar can show. */
const MOST = 20;

type Refused = Refusal<ViewRefusalCode>;

export const listKey = z.string("field.other").regex(/^[a-z0-9/-]{1,60}$/, "field.other");

/** Gives a name to the address of a list, for oneself. */
export const saveView = defineCommand({
  name: "desk.view.save",
  input: z.object({
    list: listKey,
    search: z.string("field.other").max(1000, "field.tooLong").transform(viewSearch),
    name: requiredText(60),
  }),
  async run(context, { list, search, name }): Promise<{ viewId: ViewId } | Refused> {
    const { tx, organizationId, actor, now } = context;
    if ((await countViews(tx, actor, list)) >= MOST) {
      return refuse("conflict", "view.tooMany", { count: String(MOST) });
    }
    const id = context.id<"view">();
    const row = { organization_id: organizationId, id, person_id: listOwner(actor), list, name, search, saved_at: now };
    if (!(await insertView(tx, row))) return refuse("conflict", "view.nameTaken", {}, "name");
    context.audit({ subjectKind: "desk.view", subjectId: id, details: { list, search } });
    return { viewId: id };
  },
});

export const renameView = defineCommand({
  name: "desk.view.rename",
  input: z.object({ viewId: idText<"view">(), name: requiredText(60) }),
  async run(context, { viewId, name }): Promise<{ viewId: ViewId } | Refused> {
    const { tx, organizationId, actor } = context;
    const view = await findView(tx, organizationId, viewId);
    const refusal = mayChangeView(actor, view);
    if (refusal) return refusal;
    if (view === null || !(await renameStoredView(tx, organizationId, view, name))) {
      return refuse("conflict", "view.nameTaken", {}, "name");
    }
    context.audit({ subjectKind: "desk.view", subjectId: viewId });
    return { viewId };
  },
});

export const removeView = defineCommand({
  name: "desk.view.remove",
  input: z.object({ viewId: idText<"view">() }),
  async run(context, { viewId }): Promise<{ viewId: ViewId } | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayChangeView(actor, await findView(tx, organizationId, viewId));
    if (refusal) return refusal;
    await deleteView(tx, organizationId, viewId);
    context.audit({ subjectKind: "desk.view", subjectId: viewId });
    return { viewId };
  },
});
