import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { addPerson, findPerson, mayPerson, writeFact } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalId, ticked } from "#platform/field.ts";
import { ALWAYS, type DimensionKey, definitionOf } from "../dimension/dimension.ts";
import type { CandidateId } from "../tables.ts";
import { changeCandidate, recordEvent } from "./candidate.store.ts";
import { firstFile } from "./first-file.ts";
import { loadMoving } from "./load-candidate.command.ts";
import { fr as tradesFr } from "./trade.fr.ts";

type Joined = { candidateId: CandidateId; personId: PersonId } | Refusal;

/**
 * Somebody accepted becomes a person of the cooperative, with what they typed themselves. Membership's own act decides who
 * may add a person and what a person must have, within this transaction.
 */
export const convertCandidate = defineCommand({
  name: "parcours.candidate.convert",
  input: z.object({ candidateId: idText<"candidate">(), siteId: optionalId<"site">(), invite: ticked() }),
  async run(context, { candidateId, siteId, invite }): Promise<Joined> {
    const moving = await loadMoving(context, candidateId, "convert");
    if (isRefusal(moving)) return moving;
    const { candidate, status } = moving;
    if (candidate.email === "") return refuse("conflict", "candidate.noAddress");
    const { firstName, lastName, email, phone, followerId } = candidate;
    const added = await addPerson.run(context, { firstName, lastName, email, phone, siteId, followerId, invite });
    // Its fields are those of another page: the sentence alone is told here.
    if (isRefusal(added)) return refuse(added.kind, added.code, { ...added.facts });
    const { personId } = added;
    // What they typed begins their social file: nobody types it again.
    const trades: Readonly<Record<string, string>> = tradesFr;
    const values = firstFile(candidate, trades[candidate.trade] ?? candidate.trade);
    for (const [dimension, value] of Object.entries(values)) {
      const effectOn = definitionOf(dimension as DimensionKey).lasting ? ALWAYS : context.today;
      await writeFact(context, { personId, dimension, effectOn, value });
    }
    await changeCandidate(context, candidateId, { status, personId, contact: true });
    const details = { personId };
    await recordEvent(context, { candidateId, kind: "converted", by: context.actor.personId, status, details });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId, details });
    return { candidateId, personId };
  },
});

/**
 * A candidate is somebody whom the cooperative knows already: they come back. The person stays as they are; what the
 * candidate wrote otherwise is kept with the candidacy, on the person's page.
 */
export const attachCandidate = defineCommand({
  name: "parcours.candidate.attach",
  input: z.object({ candidateId: idText<"candidate">(), personId: optionalId<"person">() }),
  async run(context, { candidateId, personId }): Promise<Joined> {
    const { tx, actor } = context;
    const moving = await loadMoving(context, candidateId, "attach");
    if (isRefusal(moving)) return moving;
    if (personId === null) return refuse("invalid", "candidate.personUnchosen");
    const { candidate, status } = moving;
    const person = await findPerson(tx, actor, personId, true);
    if (person === null || mayPerson(actor, "read", person.facts) !== null) {
      return refuse("missing", "candidate.personMissing");
    }
    await changeCandidate(context, candidateId, { status, personId, contact: false });
    const kept = Object.fromEntries(
      (["firstName", "lastName", "email", "phone"] as const)
        .filter((field) => candidate[field] !== person[field])
        .map((field) => [field, person[field]]),
    );
    const details = { personId, kept };
    await recordEvent(context, { candidateId, kind: "attached", by: actor.personId, status, details });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId, details: { personId } });
    return { candidateId, personId };
  },
});
