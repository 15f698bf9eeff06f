import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { sendAgain } from "#platform/mail/mail.ts";
import { settleMail } from "../document/tell-people.store.ts";
import { id } from "../input.ts";
import { remindsOfPaid } from "../reminder/reminder.store.ts";
import { mayMail } from "./outgoing.policy.ts";
import { findOutgoing } from "./outgoing.store.ts";
import type { MailId } from "./outgoing.ts";

/** Tries again a message that failed, or one that was kept because no mail server was set: same text, same Message-ID. */
export const retryMail = defineCommand({
  name: "sales.outgoing.retry",
  input: z.object({ mailId: id<"mail">() }),
  async run(context, { mailId }): Promise<{ mailId: MailId } | Refusal> {
    const mail = await findOutgoing(context.tx, context.organizationId, mailId, true);
    if (mail === null) return refuse("missing", "outgoing.missing");
    const refusal = mayMail(context.actor, "retry", mail.activityId);
    if (refusal) return refusal;
    if (mail.status !== "failed" && mail.status !== "kept") return refuse("conflict", "outgoing.notFailed");
    if (await remindsOfPaid(context.tx, context.organizationId, mailId)) return refuse("conflict", "reminder.paid");
    await sendAgain(context, mailId);
    await settleMail(context, mailId);
    context.audit({ subjectKind: `sales.${mail.documentKind}`, subjectId: mail.documentId, details: { mailId } });
    return { mailId };
  },
});
