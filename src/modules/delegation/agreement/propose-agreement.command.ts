import { z } from "zod";
import { DELEGABLE_WORK } from "#kernel/actor.ts";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { centsText, dayText, requiredText } from "#platform/field.ts";
import type { DelegationRefusalCode } from "../delegation.fr.ts";
import { mayDelegate } from "../delegation.policy.ts";
import { housesNamed, insertAgreement } from "./agreement.store.ts";
import { type Agreement, CLAUSE, checkProposal } from "./agreement.ts";
import { AGREEMENT_CHANGED } from "./carry-agreement.job.ts";

const item = z.object({
  work: z.enum(DELEGABLE_WORK, "field.choose"),
  /** Cents before tax. */
  unitPrice: centsText(100_000_000n),
  volume: z.coerce.number("field.other").int("field.other").min(0, "field.other").max(100_000, "field.other"),
});

/** The client signs what it proposes: the provider finds it in its own house, and answers there. */
export const proposeAgreement = defineCommand({
  name: "delegation.agreement.propose",
  input: z.object({
    /** The address or the SIREN of the provider. */
    provider: requiredText(60).transform((text) => text.replace(/^(\d{3}) ?(\d{3}) ?(\d{3})$/, "$1$2$3").toLowerCase()),
    items: z.array(item).max(10),
    startsOn: dayText(),
    endsOn: dayText(),
  }),
  async run(context, input): Promise<{ agreementId: Id<"delegation"> } | Refusal<DelegationRefusalCode>> {
    const { tx, organizationId, actor, now } = context;
    const { items, startsOn, endsOn } = input;
    const refusal = mayDelegate(actor) ?? checkProposal(input);
    if (refusal) return refusal;
    const [house, another] = await housesNamed(tx, input.provider);
    if (house === undefined) return refuse("invalid", "delegation.noHouse", {}, "provider");
    if (another !== undefined) return refuse("invalid", "delegation.severalHouses", {}, "provider");
    if (house.organizationId === organizationId) return refuse("invalid", "delegation.self", {}, "provider");
    const names = await personNames(tx, organizationId, [actor.personId]);
    const agreement: Agreement = {
      ...{ id: context.id<"delegation">(), side: "client", items, startsOn, endsOn },
      ...{ otherOrganizationId: house.organizationId, otherName: house.name, otherSiren: house.siren },
      ...{ otherSlug: house.slug, clause: CLAUSE, proposedAt: now, proposedBy: names.get(actor.personId) ?? "—" },
      ...{ signedAt: null, signedBy: "", declinedAt: null, revokedAt: null, revokedBy: "", reason: "" },
    };
    if (!(await insertAgreement(tx, organizationId, agreement))) {
      return refuse("conflict", "delegation.already", {}, "startsOn");
    }
    context.audit({ subjectKind: "delegation.agreement", subjectId: agreement.id });
    context.emit(AGREEMENT_CHANGED, { agreementId: agreement.id });
    return { agreementId: agreement.id };
  },
});
