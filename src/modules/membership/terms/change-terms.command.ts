import { z } from "zod";
import { onDay } from "#kernel/fact.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand, type InvalidInput, invalidInput } from "#platform/command.ts";
import { dayText, idText, optionalText, ticked } from "#platform/field.ts";
import type { ContractRefusalCode } from "../contract/contract.fr.ts";
import { contractsOf, findContract, type StoredContract } from "../contract/contract.store.ts";
import { lastDayOfDelay, TRIAL_MONTHS } from "../contract/delay.ts";
import { writeFact } from "../history/fact.store.ts";
import { lockPerson } from "../person/name.store.ts";
import { reachesPerson } from "../person/reached-persons.store.ts";
import type { TermsRefusalCode } from "./terms.fr.ts";
import { mayTerms, TERMS_READERS } from "./terms.policy.ts";
import { termsOfContract } from "./terms.store.ts";
import { changedTerms, checkTerm, type TermKey, type Terms, termsOfKind, trialEndOf } from "./terms.ts";

type Refused = InvalidInput | Refusal<TermsRefusalCode | ContractRefusalCode>;
type Changed = { readonly contractId: StoredContract["id"]; readonly amendment: number };

/**
 * Records the terms of a contract as signed, then each amendment with its day of effect, numbered one after the other. A
 * typing mistake corrects the terms in force, with a reason, under the same number.
 */
export const changeTerms = defineCommand({
  name: "membership.terms.change",
  input: z.object({
    contractId: idText<"contract">(),
    /** The number of the last amendment as shown, -1 for none: somebody else's meanwhile is told. */
    seen: z.coerce.number().int().min(-1),
    from: dayText(),
    mistake: ticked(),
    reason: optionalText(500),
    values: z.record(z.string(), z.string().trim()),
  }),
  async run(context, input): Promise<Changed | Refused> {
    const { tx, organizationId } = context;
    const { contractId } = input;
    const contract = await standingContract(context, contractId);
    if (isRefusal(contract)) return contract;
    const keys = termsOfKind(contract.kind);
    const faults = keys.flatMap((key) => {
      const problem = checkTerm(key, input.values[key] ?? "");
      return problem === null ? [] : [[`values.${key}`, problem] as const];
    });
    if (faults.length > 0) return invalidInput(Object.fromEntries(faults));
    const past = await termsOfContract(tx, organizationId, contractId);
    const last = past.at(-1) ?? null;
    if ((last?.amendment ?? -1) !== input.seen) return refuse("conflict", "terms.changedMeanwhile");
    if (input.mistake && input.reason === "") return refuse("invalid", "terms.reason", {}, "reason");
    const values = Object.fromEntries(keys.map((key) => [key, input.values[key] ?? ""])) as Record<TermKey, string>;
    const corrects = last !== null && input.mistake ? last : null;
    const amendment = corrects === null ? input.seen + 1 : corrects.amendment;
    const effectOn = corrects?.effectOn ?? (last === null ? contract.startsOn : input.from);
    const terms: Terms = { amendment, values };
    const refusal =
      checkEffect(contract, last, effectOn, corrects !== null) ?? (await checkTrial(context, contract, terms));
    if (refusal) return refusal;
    const changed = changedTerms(last, terms);
    if (changed.length === 0) return refuse("invalid", "terms.unchanged");
    await writeFact(context, {
      ...{ personId: contract.personId, dimension: "terms", subjectId: contractId, effectOn },
      value: { amendment, values },
      reason: corrects === null ? input.reason : input.reason || "terms.corrected",
      ...(corrects === null ? {} : { corrects: corrects.factId }),
    });
    // Which clauses, never what they say.
    context.audit({ subjectKind: "membership.contract", subjectId: contractId, details: { amendment, changed } });
    return { contractId, amendment };
  },
});

/** The contract to change, its person held, when the actor may; a cancelled one is none. */
async function standingContract(
  { tx, organizationId, actor }: CommandContext,
  contractId: StoredContract["id"],
): Promise<StoredContract | Refused> {
  const found = await findContract(tx, organizationId, contractId);
  if (found === null) return refuse("missing", "contract.missing");
  const reached = await reachesPerson(tx, actor, TERMS_READERS, found.personId);
  const facts = { self: actor.personId === found.personId, reached };
  const refusal = mayTerms(actor, "change", facts);
  if (refusal) return refusal;
  if (found.cancelledAt !== null) return refuse("conflict", "contract.cancelledAlready");
  await lockPerson(tx, organizationId, found.personId);
  return found;
}

function checkEffect(
  contract: StoredContract,
  last: { readonly effectOn: string } | null,
  effectOn: StoredContract["startsOn"],
  corrects: boolean,
): Refusal<TermsRefusalCode> | null {
  if (effectOn < contract.startsOn || (contract.endsOn !== null && effectOn > contract.endsOn)) {
    const from = onDay(contract.startsOn);
    return contract.endsOn === null
      ? refuse("invalid", "terms.outsideOpen", { from }, "from")
      : refuse("invalid", "terms.outside", { from, to: onDay(contract.endsOn) }, "from");
  }
  if (!corrects && last !== null && effectOn <= last.effectOn) {
    return refuse("invalid", "terms.before", { date: onDay(last.effectOn as StoredContract["startsOn"]) }, "from");
  }
  return null;
}

/** L7332-1: eight months at most, less the duration of the CAPE and of any other contract before. */
async function checkTrial(
  { tx, organizationId }: CommandContext,
  contract: StoredContract,
  terms: Terms,
): Promise<Refusal<TermsRefusalCode> | null> {
  const trialEnd = trialEndOf(terms);
  if (trialEnd === null) return null;
  const before = (await contractsOf(tx, organizationId, contract.personId)).filter(
    (other) => other.cancelledAt === null && other.startsOn < contract.startsOn,
  );
  const latest = lastDayOfDelay(contract.startsOn, TRIAL_MONTHS, before);
  return trialEnd > latest
    ? refuse("invalid", "terms.trialTooLong", { latest: onDay(latest) }, "values.trial_end")
    : null;
}
