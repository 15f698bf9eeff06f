import { onDay } from "#kernel/fact.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import type { CommandContext } from "#platform/command.ts";
import { settleLimits } from "../limit/limit-change.store.ts";
import { findArticles } from "../setup/articles.store.ts";
import type { AssociateRefusalCode } from "./associate.fr.ts";
import { type AssociateEvent, type AssociateId, standingOn, statusAfter } from "./associate.ts";
import { findRegistered, insertEvent, lockRegister, type Registered } from "./register.store.ts";

type Recorded = { readonly associateId: AssociateId };
type Refused = Refusal<AssociateRefusalCode>;
export type EventToRecord = Pick<AssociateEvent, "kind" | "effectOn"> & Partial<AssociateEvent>;

/** Adds what happened to an associate, after what the register says already and today at the latest. */
export async function recordEvent(
  context: CommandContext,
  associateId: AssociateId,
  event: EventToRecord,
  also: (associate: Registered) => Promise<Refused | null> | Refused | null = () => null,
): Promise<Recorded | Refused> {
  const { tx, organizationId, today } = context;
  await lockRegister(context);
  const associate = await findRegistered(tx, organizationId, associateId, today);
  if (associate === null) return refuse("missing", "associate.missing");
  const { status } = standingOn(associate.events);
  if (statusAfter(status, event.kind) === null) return refuse("conflict", "associate.notNow");
  const { college = null, effectOn } = event;
  if (effectOn > today) return refuse("invalid", "associate.future", {}, "effectOn");
  const last = associate.events.at(-1);
  if (last !== undefined && effectOn < last.effectOn) {
    return refuse("invalid", "associate.before", { day: onDay(last.effectOn) }, "effectOn");
  }
  const { colleges } = await findArticles(tx, organizationId);
  if (college !== null && !colleges.some(({ number }) => number === college)) {
    return refuse("invalid", "associate.collegeMissing", {}, "college");
  }
  const refused = await also(associate);
  if (isRefusal(refused)) return refused;
  await insertEvent(context, {
    ...{ representativeId: null, decidedBy: "", reason: "" },
    ...{ ...event, associateId, college },
  });
  context.audit({
    subjectKind: "governance.associate",
    subjectId: associateId,
    details: { event: event.kind, effectOn },
  });
  await settleLimits(context);
  return { associateId };
}
