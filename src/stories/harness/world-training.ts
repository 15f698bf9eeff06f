import { sql } from "kysely";
import { addDays, type Instant } from "#kernel/day.ts";
import { addPerson } from "#modules/membership/index.server.ts";
import { addStructure, endSeat, giveSeat } from "#modules/network/index.server.ts";
import { bookSeats, planRun, proposeCourse } from "#modules/training/index.server.ts";
import { type Caller, execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { Runtime } from "../../runtime.ts";
import { today } from "./days.ts";
import { accepted, emailOf, PASSWORD } from "./world-inputs.ts";
import type { Act } from "./world-sales.ts";

/** A course that a structure proposes to the network, with a session to come where it has one seat itself. */
export async function proposeTraining(act: Act, structureId: string, name: string) {
  const course = { title: `Former avec ${name}`, programme: "Un jour.", trainer: "Une formatrice", hours: "7" };
  const { courseId } = await act(proposeCourse, { structureId, ...course });
  const day = addDays(today(), 30);
  const session = { startsOn: day, endsOn: day, seats: "8", cost: "700", split: "seats" };
  const { runId } = await act(planRun, { courseId, ...session });
  await act(bookSeats, { runId, structureId, seats: "1" });
  return { courseId, runId };
}

/** Structures of a story of its own, with somebody who speaks for each; afterwards they are heard no more. */
export async function openTrainingStory(
  beside: Runtime,
  { slug, chief }: { readonly slug: string; readonly chief: string },
  names: Readonly<Record<string, string>>,
) {
  const { app, drainer } = beside;
  const account = (email: string) => app.identity.ensureUser({ email, name: "Dominique", password: PASSWORD });
  const userId = await account(chief);
  const organizationId = await app.findOrganization(slug, userId);
  if (organizationId === null) throw new Error(`${slug} does not exist`);
  const caller: Caller = { organizationId, userId };
  // They came a month ago: what ends today is over today.
  const past = { ...app, clock: () => new Date(Date.now() - 30 * 86_400_000).toISOString() as Instant };
  const seats: string[] = [];
  for (const [key, name] of Object.entries(names)) {
    const email = emailOf(key);
    await account(email);
    const person = { firstName: "Dominique", lastName: `de ${name}`, email, invite: true };
    const { personId } = accepted(await execute(app, caller, addPerson, person));
    await drainer.idle();
    const { structureId } = accepted(await execute(past, caller, addStructure, { name, kind: "cae" }));
    seats.push(accepted(await execute(past, caller, giveSeat, { personId, structureId })).seatId);
  }
  return {
    /** A session that was to come was held last week: a served application has no clock to move. */
    letPass: (runId: string) =>
      withTenant(app.database, { organizationId, userId: null }, (tx) =>
        sql`update training.run set starts_on = ${addDays(today(), -8)}, ends_on = ${addDays(today(), -7)}
          where organization_id = ${organizationId} and id = ${runId}`.execute(tx),
      ),
    async close() {
      for (const seatId of seats) accepted(await execute(app, caller, endSeat, { seatId }));
    },
  };
}
