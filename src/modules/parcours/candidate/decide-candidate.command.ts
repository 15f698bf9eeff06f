import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalText, ticked } from "#platform/field.ts";
import { requestMail } from "#platform/mail/mail.ts";
import { giveSeatsBack } from "../information-meeting/register.command.ts";
import type { CandidateId } from "../tables.ts";
import { changeCandidate, recordEvent } from "./candidate.store.ts";
import { loadMoving } from "./load-candidate.command.ts";

const decided = { candidateId: idText<"candidate">(), reason: optionalText(2000) };
type Decided = { candidateId: CandidateId } | Refusal;

/** Says yes, and why. The person is made by another act, once they confirm. */
export const acceptCandidate = defineCommand({
  name: "parcours.candidate.accept",
  input: z.object(decided),
  async run(context, { candidateId, reason }): Promise<Decided> {
    const moving = await loadMoving(context, candidateId, "accept");
    if (isRefusal(moving)) return moving;
    const { status } = moving;
    await changeCandidate(context, candidateId, { status, contact: true });
    await recordEvent(context, {
      candidateId,
      kind: "accepted",
      by: context.actor.personId,
      status,
      details: { reason },
    });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId });
    return { candidateId };
  },
});

/** Says no, with a reason that stays within the team, and writes a kind message when it is asked to. */
export const refuseCandidate = defineCommand({
  name: "parcours.candidate.refuse",
  input: z.object({
    ...decided,
    /** One of the cooperative's own list, in its words of that day. */
    motive: optionalText(200),
    send: ticked(),
    subject: optionalText(200),
    body: optionalText(8000),
  }),
  async run(context, { candidateId, reason, motive, send, subject, body }): Promise<Decided> {
    const moving = await loadMoving(context, candidateId, "refuse");
    if (isRefusal(moving)) return moving;
    const { candidate, status } = moving;
    if (motive === "" && reason === "") return refuse("invalid", "candidate.reasonNeeded", {}, "motive");
    const by = context.actor.personId;
    await giveSeatsBack(context, candidateId, { keep: null, by });
    await changeCandidate(context, candidateId, { status, contact: send });
    await recordEvent(context, { candidateId, kind: "refused", by, status, details: { motive, reason } });
    if (send) {
      if (candidate.email === "") return refuse("invalid", "candidate.noAddress", {}, "send");
      if (subject === "" || body === "") return refuse("invalid", "candidate.letterNeeded", {}, "body");
      const { legalName, email } = await organizationProfile(context.tx, context.organizationId);
      const mailId = await requestMail(context, {
        recipient: candidate.email,
        replyTo: email,
        senderName: legalName,
        subject,
        body,
        subjectKind: "parcours.candidate",
        subjectId: candidateId,
      });
      await recordEvent(context, { candidateId, kind: "wrote", by, details: { mailId, subject } });
    }
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId, details: { wrote: send } });
    return { candidateId };
  },
});

/** They gave up, or no longer answer. */
export const abandonCandidate = defineCommand({
  name: "parcours.candidate.abandon",
  input: z.object(decided),
  async run(context, { candidateId, reason }): Promise<Decided> {
    const moving = await loadMoving(context, candidateId, "abandon");
    if (isRefusal(moving)) return moving;
    const { status } = moving;
    const by = context.actor.personId;
    await giveSeatsBack(context, candidateId, { keep: null, by });
    await changeCandidate(context, candidateId, { status, contact: false });
    await recordEvent(context, { candidateId, kind: "abandoned", by, status, details: { reason } });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId });
    return { candidateId };
  },
});

/** A decision is taken back: the candidacy goes on, and its history keeps what was decided. */
export const reopenCandidate = defineCommand({
  name: "parcours.candidate.reopen",
  input: z.object(decided),
  async run(context, { candidateId, reason }): Promise<Decided> {
    const moving = await loadMoving(context, candidateId, "reopen");
    if (isRefusal(moving)) return moving;
    const { status } = moving;
    await changeCandidate(context, candidateId, { status, contact: false });
    await recordEvent(context, {
      candidateId,
      kind: "reopened",
      by: context.actor.personId,
      status,
      details: { reason },
    });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId });
    return { candidateId };
  },
});
