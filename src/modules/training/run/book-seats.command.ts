import { sql } from "kysely";
import { z } from "zod";
import { counted } from "#kernel/fact.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { speakingFor } from "#modules/network/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, wholeText } from "#platform/field.ts";
import { loadRun } from "../load-training.store.ts";
import type { TrainingRefusalCode } from "../training.fr.ts";
import { mayReadTraining } from "../training.policy.ts";
import { freeFor, type RunId } from "./run.ts";

/** How many seats a structure wants; none gives them all back. The latest counts. Until the run begins. */
export const bookSeats = defineCommand({
  name: "training.seats.book",
  input: z.object({ runId: idText<"trainingRun">(), structureId: idText<"structure">(), seats: wholeText(0, 500) }),
  async run(context, { runId, structureId, seats }): Promise<{ readonly runId: RunId } | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const structure = await speakingFor(context, structureId);
    if (isRefusal(structure)) return structure;
    const loaded = await loadRun(context, runId, mayReadTraining, true);
    if (isRefusal(loaded)) return loaded;
    const { run, bookings } = loaded;
    const no = (code: TrainingRefusalCode) => refuse("conflict", code);
    if (run.cancelledOn !== null) return no("training.cancelled");
    if (run.settledAt !== null) return no("training.settled");
    if (today >= run.startsOn) return no("training.begun");
    const free = freeFor(run, bookings, structureId);
    if (seats > free) {
      return refuse("conflict", "training.full", { count: counted(free) }, "seats");
    }
    await sql`insert into training.booking (organization_id, id, run_id, structure_id, number, seats, said_at, said_by)
      values (${organizationId}, ${context.id<"trainingBooking">()}, ${runId}, ${structureId},
        (select count(*) + 1 from training.booking b where b.organization_id = ${organizationId} and b.run_id = ${runId}
            and b.structure_id = ${structureId}), ${seats}, ${now}, ${actor.personId})`.execute(tx);
    context.audit({ subjectKind: "training.run", subjectId: runId, details: { structureId, seats } });
    return { runId };
  },
});
