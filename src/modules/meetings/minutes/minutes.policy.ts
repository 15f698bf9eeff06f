import type { Actor } from "#kernel/actor.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { MeetingRefusalCode } from "../meeting/meeting.fr.ts";
import { mayConvene } from "../meeting/meeting.policy.ts";

/** Whoever calls meetings writes their minutes. Published, whoever may read the meeting reads them. */
export const mayWriteMinutes = (actor: Actor): Refusal<MeetingRefusalCode> | null => mayConvene(actor);
