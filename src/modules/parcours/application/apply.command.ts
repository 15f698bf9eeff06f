import { z } from "zod";
import type { Language } from "#kernel/language.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { OpenContext } from "#platform/command.ts";
import { oneOf, optionalId, requiredText, ticked } from "#platform/field.ts";
import { requestMail } from "#platform/mail/mail.ts";
import { definePublicCommand } from "#platform/public-command.ts";
import { publicFields } from "../candidate/application-input.ts";
import {
  changeCandidate,
  findCandidate,
  insertCandidate,
  openCandidateOf,
  recordEvent,
} from "../candidate/candidate.store.ts";
import { type Application, type Candidate, mergedApplication } from "../candidate/candidate.ts";
import { takeSeat } from "../information-meeting/register.command.ts";
import { consentText, lockOpenIntake } from "../intake/intake.store.ts";
import type { CandidateId } from "../tables.ts";
import type { ApplicationRefusalCode } from "./application.fr.ts";
import { type LetterKind, letterOf, meetingFile, type ToldMeeting } from "./letter.ts";
import { makeLink } from "./link.store.ts";
import { placeOf } from "./link.ts";
import { admitSubmission } from "./submission.store.ts";

/**
 * Somebody asks to join, from outside. The answer is the same whether their address is known or not: a second request
 * completes the first one, and only the message that leaves for that address tells more.
 */
export const apply = definePublicCommand({
  public: true,
  name: "parcours.candidate.apply",
  input: z.object({
    ...publicFields,
    meetingId: optionalId<"informationMeeting">(),
    consent: ticked().refine((agreed) => agreed, "application.consentNeeded" satisfies ApplicationRefusalCode),
    language: oneOf(["fr", "en"]),
    /** The sealed address of who sends. */
    sender: requiredText(100),
  }),
  async act(context, input): Promise<{ received: true } | Refusal> {
    const { tx, organizationId } = context;
    const { meetingId, consent: _, language, sender, ...application } = input;
    if (!(await lockOpenIntake(tx, organizationId))) return refuse("missing", "application.closed");
    const consent = await consentText(tx, organizationId, null);
    if (consent === null) return refuse("missing", "application.closed");
    if (!(await admitSubmission(context, sender))) return refuse("conflict", "application.tooMany");

    const known = await openCandidateOf(tx, organizationId, application.email);
    const candidateId = known?.candidateId ?? context.id<"candidate">();
    if (known === null) await begin(context, candidateId, application, language, consent.version);
    else await completeKnown(context, known, application, consent.version);

    const candidate = { candidateId, status: known?.status ?? ("received" as const) };
    const { timeZone } = await organizationProfile(tx, organizationId);
    const meeting = meetingId === null ? null : await takeSeat(context, candidate, meetingId, { by: null, timeZone });
    if (isRefusal(meeting)) return meeting;
    await writeToCandidate(context, candidateId, "applied", meeting);
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId, details: { consent: consent.version } });
    return { received: true };
  },
});

async function begin(
  context: OpenContext,
  id: CandidateId,
  application: Application,
  language: Language,
  consentVersion: number,
): Promise<void> {
  await insertCandidate(context, { id, application, source: "form", language, consentVersion, followerId: null });
  const details = { consent: consentVersion };
  await recordEvent(context, { candidateId: id, kind: "applied", by: null, status: "received", details });
}

/** What was empty is filled; what differs is kept beside, and nothing that was known is replaced by a stranger. */
async function completeKnown(
  context: OpenContext,
  known: Candidate,
  application: Application,
  consentVersion: number,
): Promise<void> {
  const { candidateId } = known;
  const { application: merged, left } = mergedApplication(known, application);
  await changeCandidate(context, candidateId, { application: merged, consentVersion, contact: true });
  const details = { consent: consentVersion, left };
  await recordEvent(context, { candidateId, kind: "appliedAgain", by: null, details });
}

/** Asks for a message to a candidate, with a new link of theirs and the meeting for their calendar. */
export async function writeToCandidate(
  context: OpenContext,
  candidateId: CandidateId,
  kind: LetterKind,
  meeting: ToldMeeting | null,
): Promise<void> {
  const { tx, organizationId, now, today } = context;
  const candidate = await findCandidate(tx, organizationId, candidateId);
  if (candidate === null || candidate.email === "") return;
  const { legalName, email, timeZone } = await organizationProfile(tx, organizationId);
  const { language, firstName } = candidate;
  const link = placeOf(await makeLink(context, candidateId));
  const letter = letterOf(kind, { language, name: firstName, cooperative: legalName, meeting, link, today });
  const told = { language, cooperative: legalName, timeZone, now };
  await requestMail(context, {
    recipient: candidate.email,
    replyTo: email,
    senderName: legalName,
    ...letter,
    attachments: meeting === null || kind === "meetingCancelled" ? [] : [meetingFile(meeting, told)],
    subjectKind: "parcours.candidate",
    subjectId: candidateId,
  });
}
