import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { parseSiren, personNames } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalId, optionalText } from "#platform/field.ts";
import { mayGovern } from "../governance.policy.ts";
import type { ArticlesRefusalCode } from "../setup/articles.fr.ts";
import { findArticles } from "../setup/articles.store.ts";
import type { AssociateRefusalCode } from "./associate.fr.ts";
import { type AssociateId, KINDS } from "./associate.ts";
import { recordEvent } from "./record-event.store.ts";
import { insertAssociate, insertEvent, lockRegister, nextNumber, readRegister } from "./register.store.ts";

type Recorded = { readonly associateId: AssociateId };
type Refused = Refusal<AssociateRefusalCode | ArticlesRefusalCode>;

async function isOfHouse({ tx, organizationId }: CommandContext, personId: PersonId): Promise<boolean> {
  return (await personNames(tx, organizationId, [personId])).has(personId);
}

/** Records that somebody asks to become an associate: a person of the house, or an organisation and who speaks for it. */
export const fileApplication = defineCommand({
  name: "governance.associate.apply",
  input: z.object({
    kind: oneOf(KINDS),
    personId: optionalId<"person">(),
    legalName: optionalText(120),
    siren: optionalText(20),
    representativeId: optionalId<"person">(),
    college: z.coerce.number("field.choose").int("field.choose"),
    appliedOn: dayText(),
  }),
  async run(context, input): Promise<Recorded | Refused> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    await lockRegister(context);
    const { kind, college, appliedOn, legalName } = input;
    const { colleges } = await findArticles(tx, organizationId);
    if (!colleges.some(({ number }) => number === college)) {
      return refuse("invalid", "associate.collegeMissing", {}, "college");
    }
    if (appliedOn > today) return refuse("invalid", "associate.future", {}, "appliedOn");
    const personId = kind === "person" ? input.personId : null;
    const representativeId = kind === "organization" ? input.representativeId : null;
    const siren = input.siren === "" || kind === "person" ? "" : parseSiren(input.siren);
    if (kind === "person" && (personId === null || !(await isOfHouse(context, personId)))) {
      return refuse("invalid", "associate.personMissing", {}, "personId");
    }
    if (kind === "organization" && legalName === "") return refuse("invalid", "associate.nameMissing", {}, "legalName");
    if (siren === null) return refuse("invalid", "associate.siren", {}, "siren");
    if (kind === "organization" && (representativeId === null || !(await isOfHouse(context, representativeId)))) {
      return refuse("invalid", "associate.representativeMissing", {}, "representativeId");
    }
    const same = (await readRegister(tx, organizationId, today)).find((one) =>
      kind === "person" ? one.personId === personId : siren !== "" && one.siren === siren,
    );
    if (same !== undefined) {
      const field = kind === "person" ? "personId" : "siren";
      return refuse("conflict", "associate.already", { number: String(same.number) }, field);
    }
    const id = context.id<"associate">();
    const number = await nextNumber(context);
    await insertAssociate(context, {
      ...{ id, number, kind, personId, siren, legalName: kind === "organization" ? legalName : "" },
    });
    await insertEvent(context, {
      ...{ associateId: id, kind: "apply", effectOn: appliedOn, college, representativeId, decidedBy: "", reason: "" },
    });
    context.audit({ subjectKind: "governance.associate", subjectId: id });
    return { associateId: id };
  },
});

/** Somebody who left, or was declined, asks again: the same line of the register. */
export const applyAgain = defineCommand({
  name: "governance.associate.applyAgain",
  input: z.object({
    associateId: idText<"associate">(),
    college: z.coerce.number("field.choose").int("field.choose"),
    effectOn: dayText(),
  }),
  async run(context, { associateId, college, effectOn }): Promise<Recorded | Refused> {
    const refusal = mayGovern(context.actor);
    if (refusal) return refusal;
    return recordEvent(context, associateId, { kind: "apply", effectOn, college });
  },
});
