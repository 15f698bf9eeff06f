import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText, requiredText, ticked, versionNumber } from "#platform/field.ts";
import type { LabelRefusalCode } from "../label.fr.ts";
import { mayKeepReferentials } from "../label.policy.ts";
import type { LabelTables } from "../tables.ts";
import { EXAMPLE_NAME, EXAMPLE_REFERENTIAL } from "./example-referential.ts";
import { readCriteria } from "./read-criteria.ts";
import { criteriaOf, findEdition, listEditions, writeCriteria } from "./referential.store.ts";
import {
  type Criterion,
  type Edition,
  type EditionId,
  editionTransitions,
  LEVELS,
  MOST_CRITERIA,
  NOT_APPLICABLE_RULES,
  type RefusedLine,
} from "./referential.ts";

type Refused = Refusal;
type Written = { readonly editionId: EditionId };
const no = (kind: Refusal["kind"], code: LabelRefusalCode, field?: string): Refused => refuse(kind, code, {}, field);

/** Begins a referential: empty, or with the free example. */
export const startReferential = defineCommand({
  name: "label.referential.start",
  input: z.object({ name: optionalText(160), example: ticked() }),
  async run(context, { name, example }): Promise<Written | Refused> {
    const refusal = mayKeepReferentials(context.actor);
    if (refusal) return refusal;
    const called = example ? EXAMPLE_NAME : name;
    if (called === "") return no("invalid", "referential.nameNeeded", "name");
    const { tx, organizationId } = context;
    if ((await listEditions(tx, organizationId)).some((one) => one.name.toLowerCase() === called.toLowerCase())) {
      return no("conflict", "referential.known", "name");
    }
    const referentialId = context.id<"referential">();
    await tx
      .withTables<LabelTables>()
      .insertInto("label.referential")
      .values({ organization_id: organizationId, id: referentialId, name: called, example, created_at: context.now })
      .execute();
    const read = example ? readCriteria(EXAMPLE_REFERENTIAL) : null;
    return openEdition(context, referentialId, 1, read !== null && typeof read === "object" ? read.criteria : [], null);
  },
});

async function openEdition(
  context: CommandContext,
  referentialId: Edition["referentialId"],
  number: number,
  criteria: readonly Criterion[],
  from: Edition | null,
): Promise<Written> {
  const editionId = context.id<"labelEdition">();
  await context.tx
    .withTables<LabelTables>()
    .insertInto("label.edition")
    .values({
      ...{ organization_id: context.organizationId, id: editionId, referential_id: referentialId, number },
      ...{ status: "draft", created_at: context.now, published_at: null },
      ...(from === null
        ? {}
        : {
            mandatory_percent: from.mandatoryPercent,
            recommended_percent: from.recommendedPercent,
            not_applicable: from.notApplicable,
            validity_months: from.validityMonths,
          }),
    })
    .execute();
  await writeCriteria(context.tx, context.organizationId, editionId, criteria);
  context.audit({ subjectKind: "label.edition", subjectId: editionId, details: { criteria: criteria.length } });
  return { editionId };
}

/** The next edition of a referential: a draft with the criteria and the rule of this one. */
export const reviseReferential = defineCommand({
  name: "label.edition.revise",
  input: z.object({ editionId: idText<"labelEdition">() }),
  async run(context, { editionId }): Promise<Written | Refused> {
    const refusal = mayKeepReferentials(context.actor);
    if (refusal) return refusal;
    const { tx, organizationId } = context;
    const from = await findEdition(tx, organizationId, editionId, true);
    if (from === null) return no("missing", "referential.missing");
    const editions = (await listEditions(tx, organizationId)).filter((one) => one.referentialId === from.referentialId);
    if (editions.some(({ status }) => status === "draft")) return no("conflict", "referential.draftOpen");
    const criteria = await criteriaOf(tx, organizationId, editionId);
    const last = Math.max(...editions.map(({ number }) => number));
    return openEdition(context, from.referentialId, last + 1, criteria, from);
  },
});

/** The draft that an act is about. */
async function draftFor(context: CommandContext, editionId: EditionId): Promise<Edition | Refused> {
  const refusal = mayKeepReferentials(context.actor);
  if (refusal) return refusal;
  const edition = await findEdition(context.tx, context.organizationId, editionId, true);
  if (edition === null) return no("missing", "referential.missing");
  return next(editionTransitions, edition.status, "publish") === null
    ? no("conflict", "referential.published")
    : edition;
}

const UNREADABLE = {
  empty: "import.empty",
  notJson: "import.notJson",
  headings: "import.headings",
  tooLarge: "import.tooLarge",
} as const;

export type Imported = Written & { readonly imported: number; readonly refused: readonly RefusedLine[] };

/** Reads criteria from the text of a CSV or JSON: the good lines are kept, each other is said with its reason. */
export const importCriteria = defineCommand({
  name: "label.criterion.import",
  input: z.object({ editionId: idText<"labelEdition">(), text: requiredText(400_000) }),
  async run(context, { editionId, text }): Promise<Imported | Refused> {
    const draft = await draftFor(context, editionId);
    if ("refused" in draft) return draft;
    const read = readCriteria(text);
    if (typeof read === "string") return no("invalid", UNREADABLE[read], "file");
    const { criteria, refused } = read;
    const known = (await criteriaOf(context.tx, context.organizationId, editionId)).map(({ code }) => code);
    if (new Set([...known, ...criteria.map(({ code }) => code)]).size > MOST_CRITERIA) {
      return no("invalid", "import.tooLarge", "file");
    }
    await writeCriteria(context.tx, context.organizationId, editionId, criteria);
    const details = { imported: criteria.length, refused: refused.length };
    context.audit({ subjectKind: "label.edition", subjectId: editionId, details });
    return { editionId, imported: criteria.length, refused };
  },
});

/** Writes one criterion of a draft; the same code takes the place of the one that had it. */
export const saveCriterion = defineCommand({
  name: "label.criterion.save",
  input: z.object({
    editionId: idText<"labelEdition">(),
    code: requiredText(20).regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "field.other"),
    field: requiredText(80),
    level: oneOf(LEVELS),
    wording: requiredText(500),
    expected: optionalText(500),
  }),
  async run(context, { editionId, ...criterion }): Promise<Written | Refused> {
    const draft = await draftFor(context, editionId);
    if ("refused" in draft) return draft;
    const known = await criteriaOf(context.tx, context.organizationId, editionId);
    if (known.length >= MOST_CRITERIA) return no("invalid", "import.tooLarge", "code");
    await writeCriteria(context.tx, context.organizationId, editionId, [criterion]);
    context.audit({ subjectKind: "label.edition", subjectId: editionId, details: { code: criterion.code } });
    return { editionId };
  },
});

export const removeCriterion = defineCommand({
  name: "label.criterion.remove",
  input: z.object({ editionId: idText<"labelEdition">(), code: requiredText(20) }),
  async run(context, { editionId, code }): Promise<Written | Refused> {
    const draft = await draftFor(context, editionId);
    if ("refused" in draft) return draft;
    const { tx, organizationId } = context;
    const known = await criteriaOf(tx, organizationId, editionId);
    if (!known.some((one) => one.code === code)) return no("missing", "referential.criterionMissing");
    await sql`delete from label.criterion
      where organization_id = ${organizationId} and edition_id = ${editionId} and code = ${code}`.execute(tx);
    context.audit({ subjectKind: "label.edition", subjectId: editionId, details: { removed: code } });
    return { editionId };
  },
});

const percent = () =>
  z.coerce.number("field.wholeNumber").int("field.wholeNumber").min(0, "field.negative").max(100, "field.tooLarge");

/** The rule of decision of a draft: shares, what does not apply, how long the label holds. */
export const saveRule = defineCommand({
  name: "label.edition.rule",
  input: z.object({
    editionId: idText<"labelEdition">(),
    version: versionNumber(),
    mandatoryPercent: percent(),
    recommendedPercent: percent(),
    notApplicable: oneOf(NOT_APPLICABLE_RULES),
    validityMonths: z.coerce
      .number("field.wholeNumber")
      .int("field.wholeNumber")
      .min(1, "field.wholeNumber")
      .max(120, "field.tooLarge"),
  }),
  async run(context, { editionId, version, ...rule }): Promise<Written | Refused> {
    const draft = await draftFor(context, editionId);
    if ("refused" in draft) return draft;
    if (draft.version !== version) return no("conflict", "referential.changed");
    await changeEdition(context, editionId, {
      mandatory_percent: rule.mandatoryPercent,
      recommended_percent: rule.recommendedPercent,
      not_applicable: rule.notApplicable,
      validity_months: rule.validityMonths,
      version: version + 1,
    });
    return { editionId };
  },
});

/** From now on structures register under it, and it never changes. */
export const publishEdition = defineCommand({
  name: "label.edition.publish",
  input: z.object({ editionId: idText<"labelEdition">() }),
  async run(context, { editionId }): Promise<Written | Refused> {
    const draft = await draftFor(context, editionId);
    if ("refused" in draft) return draft;
    if ((await criteriaOf(context.tx, context.organizationId, editionId)).length === 0) {
      return no("conflict", "referential.empty");
    }
    await changeEdition(context, editionId, { status: "published", published_at: context.now });
    return { editionId };
  },
});

async function changeEdition(
  context: CommandContext,
  editionId: EditionId,
  columns: Readonly<Record<string, string | number>>,
): Promise<void> {
  await context.tx
    .withTables<LabelTables>()
    .updateTable("label.edition")
    .set(columns)
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", editionId)
    .execute();
  context.audit({ subjectKind: "label.edition", subjectId: editionId, details: columns });
}
