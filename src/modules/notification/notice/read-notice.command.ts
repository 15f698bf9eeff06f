import { z } from "zod";
import type { Refusal } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import type { NoticeRefusalCode } from "./notice.fr.ts";
import { mayOpenNotice } from "./notice.policy.ts";
import { findNotice, markRead } from "./notice.store.ts";

/** Opens one's own notice: it is read, and its page is told. */
export const readNotice = defineCommand({
  name: "notification.notice.read",
  input: z.object({ noticeId: idText<"notice">() }),
  async run(context, { noticeId }): Promise<{ path: string } | Refusal<NoticeRefusalCode>> {
    const { tx, organizationId, actor, now } = context;
    const notice = await findNotice(tx, organizationId, noticeId);
    const refusal = mayOpenNotice(actor, notice);
    if (refusal) return refusal;
    await markRead(tx, actor, now, noticeId);
    context.audit({ subjectKind: "notification.notice", subjectId: noticeId });
    return { path: notice?.path ?? "" };
  },
});

/** Everything that a person was told is read. What they must do stays until it is done. */
export const readAllNotices = defineCommand({
  name: "notification.notice.readAll",
  input: z.object({}),
  async run(context): Promise<Record<string, never>> {
    await markRead(context.tx, context.actor, context.now);
    context.audit({ subjectKind: "membership.person", subjectId: context.actor.personId });
    return {};
  },
});
