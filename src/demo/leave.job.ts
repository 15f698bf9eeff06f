import { toDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { recordAdmission } from "#modules/accompaniment/index.server.ts";
import { addPerson, notifyBody, recordContract } from "#modules/membership/index.server.ts";
import { recordExit, recordFollowUp } from "#modules/parcours/index.server.ts";
import type { Act, Deed } from "./act.ts";
import { personId as memberId, siteOf } from "./join.job.ts";
import { emailOf, FOLLOWERS } from "./people.ts";
import type { Stage } from "./stage.job.ts";

/** Plays one step of somebody who leaves, comes back, or stays in test. */
export async function takeStep(
  stage: Stage,
  { key, at, by }: Act,
  { leaver, step }: Extract<Deed, { verb: "parcours" }>,
): Promise<void> {
  if (step.kind === "arrive") {
    const { firstName, lastName, site } = step;
    const followerId = memberId(stage, FOLLOWERS[site]);
    const who = { firstName, lastName, email: emailOf(leaver), siteId: siteOf(stage, site), followerId };
    await stage.run(key, by, at, addPerson, { ...who, invite: false });
    return;
  }
  const { personId } = stage.answer<{ personId: PersonId }>(`parcours:${leaver}:0`);
  const on = toDay(at.slice(0, 10));
  switch (step.kind) {
    case "contract": {
      const { contract: kind, from: startsOn, to: endsOn } = step;
      const { contractId } = await stage.run(key, by, at, recordContract, { personId, kind, startsOn, endsOn });
      if (kind !== "cape") return;
      for (const body of ["urssaf", "france_travail"] as const) {
        await stage.run(`${key}:${body}`, by, at, notifyBody, { contractId, body, on });
      }
      return;
    }
    case "associate":
      await stage.run(key, by, at, recordAdmission, { personId, admittedOn: step.on });
      return;
    case "exit":
      await stage.run(key, by, at, recordExit, { personId, kind: step.exit, on: step.on, ...step.more });
      return;
    case "news":
      await stage.run(key, by, at, recordFollowUp, { personId, months: step.months, became: step.became, on });
  }
}
