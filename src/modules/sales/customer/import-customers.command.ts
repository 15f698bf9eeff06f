import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { activityProfile } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { id } from "../input.ts";
import { mayCustomer } from "./customer.policy.ts";
import { insertCustomers, knownCustomers } from "./customer.store.ts";
import { CUSTOMER_FIELDS } from "./customer.ts";
import { MAX_IMPORT_LINES, planImport } from "./customer-import.ts";

const importInput = z.object({
  activityId: id<"activity">(),
  rows: z.array(z.array(z.string()).max(200)).max(MAX_IMPORT_LINES),
  columns: z.array(z.enum(CUSTOMER_FIELDS).nullable()).max(200),
  /** true: one wrong line, and nothing is imported. */
  allOrNothing: z.boolean(),
  /** Lines of customers already there are left out. */
  skipKnown: z.boolean(),
  /** Lines without SIREN, SIRET nor VAT number are private persons. */
  unnumberedArePersons: z.boolean().default(false),
});

type Imported = { imported: number; wrong: number; known: number };

/** Imports customers in one transaction: everything or, by choice, the lines that are right. Never half a line. */
export const importCustomers = defineCommand({
  name: "sales.customer.import",
  input: importInput,
  async run(context, input): Promise<Imported | Refusal> {
    const { activityId, rows, columns, allOrNothing, skipKnown, unnumberedArePersons } = input;
    const { tx, organizationId, actor } = context;
    const refusal = mayCustomer(actor, "import", activityId);
    if (refusal) return refusal;
    if ((await activityProfile(tx, organizationId, activityId)) === null) return refuse("missing", "customer.missing");
    const known = await knownCustomers(tx, organizationId, activityId);
    const plan = planImport(rows, columns, known, unnumberedArePersons);
    const wrong = plan.filter((line) => line.customer === null).length;
    if (wrong > 0 && allOrNothing) return refuse("conflict", "customer.importHasErrors", { count: String(wrong) });
    const taken = plan.flatMap((line) => (line.customer === null || (skipKnown && line.known) ? [] : [line.customer]));
    if (taken.length === 0) return refuse("conflict", "customer.importEmpty");
    const ids = await insertCustomers(context, activityId, taken);
    context.audit({
      subjectKind: "sales.customer",
      subjectId: ids[0] as string,
      details: { imported: ids.length, activityId },
    });
    return { imported: ids.length, wrong, known: plan.filter((line) => line.known).length };
  },
});
