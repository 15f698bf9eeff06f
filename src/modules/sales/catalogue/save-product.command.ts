import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { activityProfile } from "#modules/membership/index.server.ts";
import { defineCommand, invalidInput } from "#platform/command.ts";
import { id, version } from "../input.ts";
import { findProduct, insertProduct, setProductArchived, updateProduct } from "./catalogue.store.ts";
import { mayProduct } from "./product.policy.ts";
import { PRODUCT_FIELDS, type ProductField, type ProductId, readProduct } from "./product.ts";

const productTextSchema = z.object(
  Object.fromEntries(PRODUCT_FIELDS.map((field) => [field, z.string().max(10_000).default("")])) as Record<
    ProductField,
    z.ZodDefault<z.ZodString>
  >,
);
const language = z.enum(["fr", "en"]).default("fr");

type Saved = { productId: ProductId; version: number };

/** Adds an article to the catalogue of an activity. Prices are read as the person's language writes them. */
export const createProduct = defineCommand({
  name: "sales.product.create",
  input: z.object({ activityId: id<"activity">(), product: productTextSchema, language }),
  async run(context, { activityId, product: text, language }): Promise<Saved | Refusal> {
    const { tx, organizationId, actor } = context;
    const refusal = mayProduct(actor, "edit", activityId);
    if (refusal) return refusal;
    if ((await activityProfile(tx, organizationId, activityId)) === null) return refuse("missing", "product.missing");
    const reading = readProduct(text, language);
    if ("errors" in reading) return invalidInput(reading.errors);
    const productId = context.id<"product">();
    await insertProduct(context, productId, activityId, reading.product);
    context.audit({ subjectKind: "sales.product", subjectId: productId });
    return { productId, version: 1 };
  },
});

/** Changes an article. Documents already written keep what they say. */
export const updateProductRecord = defineCommand({
  name: "sales.product.update",
  input: z.object({ productId: id<"product">(), version, product: productTextSchema, language }),
  async run(context, { productId, version: seen, product: text, language }): Promise<Saved | Refusal> {
    const { tx, organizationId, actor } = context;
    const stored = await findProduct(tx, organizationId, productId, true);
    if (stored === null) return refuse("missing", "product.missing");
    const refusal = mayProduct(actor, "edit", stored.activityId);
    if (refusal) return refusal;
    const reading = readProduct(text, language);
    if ("errors" in reading) return invalidInput(reading.errors);
    if (!(await updateProduct(context, productId, reading.product, seen))) {
      return refuse("conflict", "product.changedMeanwhile");
    }
    context.audit({ subjectKind: "sales.product", subjectId: productId, details: { version: seen + 1 } });
    return { productId, version: seen + 1 };
  },
});

/** Puts an article away, or takes it back. */
export const archiveProduct = defineCommand({
  name: "sales.product.archive",
  input: z.object({ productId: id<"product">(), archived: z.boolean() }),
  async run(context, { productId, archived }): Promise<{ productId: ProductId } | Refusal> {
    const stored = await findProduct(context.tx, context.organizationId, productId, true);
    if (stored === null) return refuse("missing", "product.missing");
    const refusal = mayProduct(context.actor, "edit", stored.activityId);
    if (refusal) return refusal;
    await setProductArchived(context, productId, archived);
    context.audit({ subjectKind: "sales.product", subjectId: productId, details: { archived } });
    return { productId };
  },
});
