import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { parseSiren } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import {
  idText,
  oneOf,
  optionalDay,
  optionalEmail,
  optionalPhone,
  optionalText,
  optionalWebAddress,
  requiredText,
  ticked,
  versionNumber,
} from "#platform/field.ts";
import type { FieldCode } from "#platform/http/field.fr.ts";
import type { NetworkRefusalCode } from "../network.fr.ts";
import { mayPrepare, maySpeakFor } from "../network.policy.ts";
import { seatsOf } from "../seat/seat.store.ts";
import type { NetworkTables } from "../tables.ts";
import { departmentOfPostalCode, isDepartment } from "../territory/department.ts";
import { findStructure } from "./structure.store.ts";
import { STRUCTURE_KINDS, type StructureId, TRADE_FAMILIES } from "./structure.ts";

type Refused = Refusal<NetworkRefusalCode>;

const siren = () =>
  optionalText(20).transform((text, context) => {
    const value = text === "" ? "" : parseSiren(text);
    if (value === null) context.addIssue({ code: "custom", message: "field.siren" satisfies FieldCode });
    return value ?? z.NEVER;
  });

/** What its own representatives keep: how to reach it, what it does. */
const contactFields = {
  street: optionalText(200),
  postalCode: optionalText(10),
  city: optionalText(100),
  department: optionalText(3).refine((code) => code === "" || isDepartment(code), "field.choose" satisfies FieldCode),
  website: optionalWebAddress(200),
  email: optionalEmail(),
  phone: optionalPhone(),
  description: optionalText(2000),
  trades: z.array(oneOf(TRADE_FAMILIES)).max(TRADE_FAMILIES.length).default([]),
};

/** What the network's team says it is. */
const identityFields = {
  kind: oneOf(STRUCTURE_KINDS),
  name: requiredText(160),
  siren: siren(),
  legalForm: optionalText(120),
  listed: ticked(),
};

type Contact = z.infer<z.ZodObject<typeof contactFields>>;

function columnsOfContact({ postalCode, department, trades, ...rest }: Contact) {
  return {
    ...rest,
    postal_code: postalCode,
    department: department === "" ? (departmentOfPostalCode(postalCode) ?? "") : department,
    trades: TRADE_FAMILIES.filter((trade) => trades.includes(trade)),
  };
}

/** Whether another structure of the directory, still open, bears this name or this number. */
async function known(context: CommandContext, name: string, number: string, but: StructureId | null) {
  const rows = await context.tx
    .withTables<NetworkTables>()
    .selectFrom("network.structure")
    .select("id")
    .where("organization_id", "=", context.organizationId)
    .where("closed_on", "is", null)
    .where((eb) =>
      eb.or([
        eb(eb.fn<string>("lower", ["name"]), "=", name.toLowerCase()),
        ...(number === "" ? [] : [eb("siren", "=", number)]),
      ]),
    )
    .execute();
  return rows.some(({ id }) => id !== but);
}

/** Adds a structure to what the network knows. */
export const addStructure = defineCommand({
  name: "network.structure.add",
  input: z.object({ ...identityFields, ...contactFields }),
  async run(
    context,
    { kind, name, siren: number, legalForm, listed, ...contact },
  ): Promise<{ structureId: StructureId } | Refused> {
    const refusal = mayPrepare(context.actor);
    if (refusal) return refusal;
    if (await known(context, name, number, null)) return refuse("conflict", "structure.known", {}, "name");
    const structureId = context.id<"structure">();
    await context.tx
      .withTables<NetworkTables>()
      .insertInto("network.structure")
      .values({
        ...{ organization_id: context.organizationId, id: structureId, kind, name, siren: number, listed },
        ...{ legal_form: legalForm, created_at: context.now, closed_on: null },
        ...columnsOfContact(contact),
      })
      .execute();
    context.audit({ subjectKind: "network.structure", subjectId: structureId });
    return { structureId };
  },
});

/** Changes what the team says of a structure: what it is, its name, whether the public page shows it, when it closed. */
export const identifyStructure = defineCommand({
  name: "network.structure.identify",
  input: z.object({
    structureId: idText<"structure">(),
    version: versionNumber(),
    ...identityFields,
    closedOn: optionalDay(),
  }),
  async run(context, input): Promise<{ structureId: StructureId } | Refused> {
    const { structureId, version, kind, name, siren: number, legalForm, listed, closedOn } = input;
    const refusal = mayPrepare(context.actor);
    if (refusal) return refusal;
    const found = await findStructure(context.tx, context.organizationId, structureId, true);
    if (found === null) return refuse("missing", "structure.missing");
    if (found.version !== version) return refuse("conflict", "structure.changedMeanwhile");
    if (await known(context, name, number, structureId)) return refuse("conflict", "structure.known", {}, "name");
    await write(context, structureId, version, {
      ...{ kind, name, siren: number, legal_form: legalForm, listed },
      closed_on: found.isSelf ? null : closedOn,
    });
    return { structureId };
  },
});

/** Changes how a structure is reached and what it does: its representatives, and the team. */
export const describeStructure = defineCommand({
  name: "network.structure.describe",
  input: z.object({ structureId: idText<"structure">(), version: versionNumber(), ...contactFields }),
  async run(context, { structureId, version, ...contact }): Promise<{ structureId: StructureId } | Refused> {
    const { tx, organizationId, actor, today } = context;
    const refusal = maySpeakFor(actor, await seatsOf(tx, organizationId, actor.personId, today), structureId);
    if (refusal) return refusal;
    const found = await findStructure(tx, organizationId, structureId, true);
    if (found === null) return refuse("missing", "structure.missing");
    if (found.version !== version) return refuse("conflict", "structure.changedMeanwhile");
    await write(context, structureId, version, columnsOfContact(contact));
    return { structureId };
  },
});

async function write(
  context: CommandContext,
  structureId: StructureId,
  version: number,
  columns: Partial<ReturnType<typeof columnsOfContact>> & Record<string, unknown>,
): Promise<void> {
  await context.tx
    .withTables<NetworkTables>()
    .updateTable("network.structure")
    .set({ ...columns, version: version + 1 })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", structureId)
    .execute();
  context.audit({ subjectKind: "network.structure", subjectId: structureId });
}
