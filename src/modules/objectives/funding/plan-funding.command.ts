import { sql } from "kysely";
import { z } from "zod";
import { inMoney } from "#kernel/fact.ts";
import type { Id } from "#kernel/id.ts";
import { absolute, ZERO } from "#kernel/money.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { optionalAmount } from "#modules/membership/index.server.ts";
import { listStructures } from "#modules/network/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, requiredText } from "#platform/field.ts";
import { amendmentFor, loadConvention } from "../convention/load-convention.store.ts";
import type { ObjectivesRefusalCode } from "../objectives.fr.ts";
import { mayKeepConvention } from "../objectives.policy.ts";
import { amendmentNumber } from "../target/set-target.command.ts";
import { tranchesOf } from "./funding.store.ts";
import { remainder } from "./funding.ts";

const SUBJECT = "objectives.convention";
const no = (kind: Refusal["kind"], code: ObjectivesRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** Plans a tranche and how the parties share it: to the cent. */
export const planTranche = defineCommand({
  name: "objectives.tranche.plan",
  input: z.object({
    conventionId: idText<"convention">(),
    label: requiredText(160),
    funderId: idText<"structure">(),
    amount: optionalAmount("convention.amount"),
    dueOn: dayText(),
    /** The share of each party, by its identifier; nothing typed is nothing. */
    shares: z.record(z.string(), optionalAmount("convention.amount")).default({}),
    amendment: amendmentNumber(),
  }),
  async run(context, input): Promise<{ trancheId: Id<"tranche"> } | Refusal> {
    const { tx, organizationId, now, today } = context;
    const loaded = await loadConvention(context, input.conventionId, mayKeepConvention, true);
    if (isRefusal(loaded)) return loaded;
    const amendment = amendmentFor(loaded, input.amendment);
    if (isRefusal(amendment)) return amendment;
    if (input.amount === ZERO) return no("invalid", "convention.amount", "amount");
    const structures = await listStructures(tx, organizationId, { on: today });
    if (!structures.some(({ id }) => id === input.funderId))
      return no("invalid", "convention.partyMissing", "funderId");
    const shares = loaded.parties.flatMap(({ structureId }) => {
      const amount = input.shares[structureId] ?? ZERO;
      return amount === ZERO ? [] : [{ structureId, amount }];
    });
    const left = remainder(input.amount, shares);
    if (left !== ZERO) {
      const code: ObjectivesRefusalCode = left > 0n ? "convention.sharesShort" : "convention.sharesOver";
      return refuse("invalid", code, { left: inMoney(absolute(left)) }, "amount");
    }
    const trancheId = context.id<"tranche">();
    const partyIds = shares.map((share) => share.structureId);
    const amounts = shares.map((share) => share.amount.toString());
    await sql`insert into objectives.tranche (organization_id, id, convention_id, label, funder_id, amount, due_on, amendment,
        recorded_at, party_ids, shares)
      values (${organizationId}, ${trancheId}, ${input.conventionId}, ${input.label}, ${input.funderId},
        ${input.amount.toString()}, ${input.dueOn}, ${amendment}, ${now}, ${partyIds}::uuid[], ${amounts}::bigint[])`.execute(
      tx,
    );
    context.audit({ subjectKind: SUBJECT, subjectId: input.conventionId, details: { trancheId } });
    return { trancheId };
  },
});

/** Says that a tranche came. */
export const receiveTranche = defineCommand({
  name: "objectives.tranche.receive",
  input: z.object({ conventionId: idText<"convention">(), trancheId: idText<"tranche">(), receivedOn: dayText() }),
  async run(context, input): Promise<{ trancheId: Id<"tranche"> } | Refusal> {
    const { tx, organizationId, today } = context;
    const { conventionId, trancheId, receivedOn } = input;
    const loaded = await loadConvention(context, conventionId, mayKeepConvention, true);
    if (isRefusal(loaded)) return loaded;
    const tranche = (await tranchesOf(tx, organizationId, conventionId)).find(({ id }) => id === trancheId);
    if (tranche === undefined) return no("missing", "convention.trancheMissing");
    if (loaded.convention.signedOn === null) return no("conflict", "convention.notSigned");
    if (tranche.receivedOn !== null) return no("conflict", "convention.received");
    if (receivedOn > today) return no("invalid", "convention.receivedLater", "receivedOn");
    await sql`update objectives.tranche set received_on = ${receivedOn}
      where organization_id = ${organizationId} and id = ${trancheId}`.execute(tx);
    context.audit({ subjectKind: SUBJECT, subjectId: conventionId, details: { trancheId, receivedOn } });
    return { trancheId };
  },
});
