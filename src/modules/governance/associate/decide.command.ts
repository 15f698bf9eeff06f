import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { ASSOCIATE } from "#modules/accompaniment/index.server.ts";
import { lockPerson, personNames, standingFacts, writeFact } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalId, optionalText } from "#platform/field.ts";
import { mayGovern } from "../governance.policy.ts";
import type { ArticlesRefusalCode } from "../setup/articles.fr.ts";
import { ADMITTERS } from "../setup/articles.ts";
import type { AssociateRefusalCode } from "./associate.fr.ts";
import type { AssociateId } from "./associate.ts";
import { recordEvent } from "./record-event.store.ts";

type Recorded = { readonly associateId: AssociateId };
type Refused = Refusal<AssociateRefusalCode | ArticlesRefusalCode>;

export const DECISIONS = ["admit", "decline"] as const;
export const LEAVINGS = ["leave", "exclude", "die"] as const;

/** Writes what the assembly, or the organ that the articles name, decided of an application. */
export const decideApplication = defineCommand({
  name: "governance.associate.decide",
  input: z.object({
    associateId: idText<"associate">(),
    decision: oneOf(DECISIONS),
    effectOn: dayText(),
    decidedBy: oneOf(ADMITTERS),
    reason: optionalText(500),
  }),
  async run(context, { associateId, decision, effectOn, decidedBy, reason }): Promise<Recorded | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    if (decision === "decline" && reason === "") return refuse("invalid", "associate.reason", {}, "reason");
    const event = { kind: decision, effectOn, decidedBy, reason };
    return recordEvent(context, associateId, event, async ({ personId }) => {
      // Their three-year term (C. trav. L7331-3) is met: the dated history says it, unless it did already.
      if (decision === "decline" || personId === null || !(await lockPerson(tx, organizationId, personId))) return null;
      const known = await standingFacts(tx, organizationId, ASSOCIATE, { personId });
      if (known.length > 0) return null;
      const said = { dimension: ASSOCIATE, subjectId: context.id<"admission">(), effectOn, value: true };
      await writeFact(context, { personId, ...said });
      return null;
    });
  },
});

/** Another college, or somebody else who speaks for an organisation. */
export const moveAssociate = defineCommand({
  name: "governance.associate.move",
  input: z.object({
    associateId: idText<"associate">(),
    effectOn: dayText(),
    college: z.coerce.number("field.choose").int("field.choose"),
    representativeId: optionalId<"person">(),
  }),
  async run(context, { associateId, effectOn, college, representativeId }): Promise<Recorded | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const event = { kind: "assign", effectOn, college, representativeId } as const;
    return recordEvent(context, associateId, event, async ({ kind, standing }) => {
      if (kind === "organization") {
        const names = representativeId === null ? null : await personNames(tx, organizationId, [representativeId]);
        if (representativeId === null || !names?.has(representativeId)) {
          return refuse("invalid", "associate.representativeMissing", {}, "representativeId");
        }
      }
      const same =
        standing.college === college && (kind === "person" || standing.representativeId === representativeId);
      return same ? refuse("conflict", "associate.nothingMoved", {}, "college") : null;
    });
  },
});

/** Records that somebody is an associate no more. An exclusion is decided by an assembly (C. com. L231-6). */
export const recordLeaving = defineCommand({
  name: "governance.associate.leave",
  input: z.object({
    associateId: idText<"associate">(),
    kind: oneOf(LEAVINGS),
    effectOn: dayText(),
    reason: optionalText(500),
  }),
  async run(context, { associateId, ...event }): Promise<Recorded | Refused> {
    const refusal = mayGovern(context.actor);
    if (refusal) return refusal;
    if (event.kind !== "exclude") return recordEvent(context, associateId, event);
    if (event.reason === "") return refuse("invalid", "associate.reason", {}, "reason");
    return recordEvent(context, associateId, { ...event, decidedBy: "assembly" });
  },
});
