import { z } from "zod";
import type { Day } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalDay, optionalText, versionNumber } from "#platform/field.ts";
import { replaceFact, standingFacts, writeFact } from "../history/fact.store.ts";
import { stateOn } from "../history/fact.ts";
import type { PersonRefusalCode } from "../person/person.fr.ts";
import { findPerson } from "../person/person.store.ts";
import type { MembershipTables } from "../tables.ts";
import type { ContractRefusalCode } from "./contract.fr.ts";
import { mayRecordContract } from "./contract.policy.ts";
import { contractsOf, findContract } from "./contract.store.ts";
import { CONTRACT_KINDS, checkContract } from "./contract.ts";

type Refused = Refusal<ContractRefusalCode | PersonRefusalCode>;
type Recorded = { contractId: Id<"contract"> };

/** Records a CAPE, its renewal, or a CESA, as signed. */
export const recordContract = defineCommand({
  name: "membership.contract.record",
  input: z.object({
    personId: idText<"person">(),
    kind: oneOf(CONTRACT_KINDS),
    startsOn: dayText(),
    endsOn: optionalDay(),
  }),
  async run(context, { personId, ...contract }): Promise<Recorded | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayRecordContract(actor);
    if (refusal) return refusal;
    // The person's lock comes first, as in the trigger: contracts of one person are recorded one after the other.
    const person = await findPerson(tx, actor, personId, true);
    if (person === null) return refuse("missing", "person.missing");
    if (person.archivedAt !== null) return refuse("conflict", "person.archived");
    const others = (await contractsOf(tx, organizationId, personId)).filter((other) => other.cancelledAt === null);
    const problem = checkContract(others, contract);
    if (problem) return problem;
    const contractId = context.id<"contract">();
    await tx
      .withTables<MembershipTables>()
      .insertInto("membership.contract")
      .values({
        organization_id: organizationId,
        id: contractId,
        person_id: personId,
        kind: contract.kind,
        starts_on: contract.startsOn,
        ends_on: contract.endsOn,
        recorded_at: now,
        cancelled_at: null,
      })
      .execute();
    const { kind, startsOn: effectOn, endsOn: untilOn } = contract;
    await writeFact(context, {
      personId,
      dimension: "contract",
      subjectId: contractId,
      effectOn,
      untilOn,
      value: kind,
    });
    await welcomeBack(context, personId, effectOn);
    context.audit({ subjectKind: "membership.contract", subjectId: contractId, details: { personId, ...contract } });
    return { contractId };
  },
});

/** A contract after an exit is a return: the exit stays in the history, and does not hold any more. */
async function welcomeBack(context: CommandContext, personId: PersonId, effectOn: Day): Promise<void> {
  const facts = await standingFacts(context.tx, context.organizationId, "exit", { personId });
  const gone = stateOn(facts, effectOn, null).get("exit");
  if (gone === undefined || gone.value === "returned" || gone.value === "associate_stays") return;
  await writeFact(context, { personId, dimension: "exit", subjectId: gone.subjectId, effectOn, value: "returned" });
}

/** Gives a contract its last day, or another one; nothing for a CESA without foreseen end. */
export const endContract = defineCommand({
  name: "membership.contract.end",
  input: z.object({
    contractId: idText<"contract">(),
    version: versionNumber(),
    endsOn: optionalDay(),
    reason: optionalText(500),
  }),
  async run(context, { contractId, version, endsOn, reason }): Promise<Recorded | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayRecordContract(actor);
    if (refusal) return refusal;
    const contract = await findContract(tx, organizationId, contractId);
    if (contract === null) return refuse("missing", "contract.missing");
    if (contract.cancelledAt !== null) return refuse("conflict", "contract.cancelledAlready");
    if (contract.version !== version) return refuse("conflict", "contract.changedMeanwhile");
    const others = (await contractsOf(tx, organizationId, contract.personId)).filter(
      (other) => other.id !== contractId && other.cancelledAt === null,
    );
    const problem = checkContract(others, { ...contract, endsOn });
    if (problem) return problem;
    await tx
      .withTables<MembershipTables>()
      .updateTable("membership.contract")
      .set({ ends_on: endsOn, version: version + 1 })
      .where("organization_id", "=", organizationId)
      .where("id", "=", contractId)
      .execute();
    const { personId, kind, startsOn: effectOn } = contract;
    const said = { dimension: "contract", subjectId: contractId, effectOn, untilOn: endsOn, value: kind };
    await replaceFact(context, { personId, ...said, reason: reason || "contract.ended" });
    const details = { from: contract.endsOn, to: endsOn };
    context.audit({ subjectKind: "membership.contract", subjectId: contractId, details });
    return { contractId };
  },
});

/** Cancels a contract recorded by mistake: it stays visible, and counts nowhere. */
export const cancelContract = defineCommand({
  name: "membership.contract.cancel",
  input: z.object({ contractId: idText<"contract">(), version: versionNumber(), reason: optionalText(500) }),
  async run(context, { contractId, version, reason }): Promise<Recorded | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayRecordContract(actor);
    if (refusal) return refusal;
    const contract = await findContract(tx, organizationId, contractId);
    if (contract === null) return refuse("missing", "contract.missing");
    if (contract.cancelledAt !== null) return refuse("conflict", "contract.cancelledAlready");
    if (contract.version !== version) return refuse("conflict", "contract.changedMeanwhile");
    await tx
      .withTables<MembershipTables>()
      .updateTable("membership.contract")
      .set({ cancelled_at: now, version: version + 1 })
      .where("organization_id", "=", organizationId)
      .where("id", "=", contractId)
      .execute();
    const { personId, startsOn: effectOn, endsOn: untilOn } = contract;
    const withdrawn = { dimension: "contract", subjectId: contractId, effectOn, untilOn, value: null };
    await replaceFact(context, { personId, ...withdrawn, reason: reason || "contract.cancelled" });
    context.audit({ subjectKind: "membership.contract", subjectId: contractId });
    return { contractId };
  },
});
