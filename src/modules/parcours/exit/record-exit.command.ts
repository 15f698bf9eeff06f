import { z } from "zod";
import { onDay } from "#kernel/fact.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import {
  contractsOf,
  endContract,
  lockPerson,
  reachesPerson,
  replaceFact,
  standingFacts,
  writeFact,
} from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalText, requiredText } from "#platform/field.ts";
import { KEEPERS } from "../social-file/social-file.policy.ts";
import type { ExitRefusalCode } from "./exit.fr.ts";
import { mayExit } from "./exit.policy.ts";
import { exitOf } from "./exit.store.ts";
import { BECAME, EXIT_KINDS, endsContract, FOLLOW_UPS, followUpDay, followUpDimension } from "./exit.ts";

type Refused = Refusal<ExitRefusalCode>;
type PersonKey = Parameters<typeof lockPerson>[2];

async function allowed(context: CommandContext, action: "follow" | "record", personId: PersonKey) {
  const kept = await reachesPerson(context.tx, context.actor, KEEPERS, personId);
  const refusal = mayExit(context.actor, action, { kept });
  if (refusal) return refusal;
  const held = await lockPerson(context.tx, context.organizationId, personId);
  return held ? null : refuse("missing", "exit.personMissing");
}

/**
 * Records how somebody leaves, or that an associate stays without being accompanied any more. The contract that runs ends on
 * that day in the same act; what the person became, gained and whether their rights were rebuilt are facts beside it.
 */
export const recordExit = defineCommand({
  name: "parcours.exit.record",
  input: z.object({
    personId: idText<"person">(),
    kind: oneOf(EXIT_KINDS),
    /** The last day. */
    on: dayText(),
    motive: optionalText(2000),
    company: optionalText(200),
    skills: optionalText(2000),
    rights: z.enum(["", "rebuilt", "not_rebuilt"]).default(""),
  }),
  async run(context, input): Promise<{ exitId: string } | Refused> {
    const { tx, organizationId } = context;
    const { personId, kind, on } = input;
    const refusal = await allowed(context, "record", personId);
    if (refusal) return refusal;
    const standing = await exitOf(tx, organizationId, personId);
    if (standing !== null) return refuse("conflict", "exit.already", { date: onDay(standing.on) }, "on");
    const contract = (await contractsOf(tx, organizationId, personId)).find(
      ({ cancelledAt, startsOn, endsOn }) =>
        cancelledAt === null && startsOn <= on && (endsOn === null || endsOn >= on),
    );
    if (contract === undefined) return refuse("invalid", "exit.noContract", {}, "on");
    if (kind === "associate_stays") {
      const admitted = (await standingFacts(tx, organizationId, "associate", { personId })).some(
        (fact) => fact.effectOn <= on,
      );
      if (!admitted) return refuse("invalid", "exit.notAssociate", {}, "kind");
    }
    const exitId = context.id<"exit">();
    if (endsContract(kind) && contract.endsOn !== on) {
      const end = { contractId: contract.id, version: contract.version, endsOn: on, reason: "exit.recorded" };
      const ended = await endContract.run(context, end);
      if (isRefusal(ended)) return ended as Refused;
    }
    const about = { personId, subjectId: exitId, effectOn: on };
    await writeFact(context, { ...about, dimension: "exit", value: kind });
    const more = { exit_motive: input.motive, exit_company: input.company, exit_rights: input.rights };
    for (const [dimension, value] of Object.entries(more)) {
      if (value !== "") await writeFact(context, { ...about, dimension, value });
    }
    if (input.skills !== "") {
      await writeFact(context, { personId, effectOn: on, dimension: "skills_gained", value: input.skills });
    }
    context.audit({ subjectKind: "parcours.exit", subjectId: exitId, details: { personId, kind, on } });
    return { exitId };
  },
});

/** Notes what became of somebody six, twelve or twenty-four months after they left. */
export const recordFollowUp = defineCommand({
  name: "parcours.exit.follow",
  input: z.object({
    personId: idText<"person">(),
    months: z.coerce.number().pipe(z.union(FOLLOW_UPS.map((months) => z.literal(months)))),
    became: oneOf(BECAME),
    on: dayText(),
  }),
  async run(context, { personId, months, became, on }): Promise<{ exitId: string } | Refused> {
    const { tx, organizationId, today } = context;
    const refusal = await allowed(context, "follow", personId);
    if (refusal) return refusal;
    const exit = await exitOf(tx, organizationId, personId);
    if (exit === null) return refuse("conflict", "exit.missing");
    // A month ahead of its day is soon enough; earlier would be another thing.
    const due = followUpDay(exit.on, months);
    if (on > today) return refuse("invalid", "exit.followUpFuture", {}, "on");
    if (on < exit.on) return refuse("invalid", "exit.followUpEarly", { date: onDay(exit.on) }, "on");
    const said = {
      personId,
      subjectId: exit.exitId,
      dimension: followUpDimension(months),
      effectOn: on,
      value: became,
    };
    await replaceFact(context, { ...said, reason: "exit.followed" });
    const details = { personId, months, due };
    context.audit({ subjectKind: "parcours.exit", subjectId: exit.exitId, details });
    return { exitId: exit.exitId };
  },
});

/** Takes back an exit recorded by mistake, with its reason; the end of the contract is corrected on the contract. */
export const cancelExit = defineCommand({
  name: "parcours.exit.cancel",
  input: z.object({ personId: idText<"person">(), reason: requiredText(500) }),
  async run(context, { personId, reason }): Promise<{ exitId: string } | Refused> {
    const { tx, organizationId } = context;
    const refusal = await allowed(context, "record", personId);
    if (refusal) return refusal;
    const exit = await exitOf(tx, organizationId, personId);
    if (exit === null) return refuse("conflict", "exit.missing");
    for (const dimension of ["exit", "exit_motive", "exit_company", "exit_rights"]) {
      const withdrawn = { personId, subjectId: exit.exitId, dimension, effectOn: exit.on, value: null };
      await replaceFact(context, { ...withdrawn, reason });
    }
    context.audit({ subjectKind: "parcours.exit", subjectId: exit.exitId, details: { personId } });
    return { exitId: exit.exitId };
  },
});
