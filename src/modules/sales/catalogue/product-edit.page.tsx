import { Archive, ArchiveRestore } from "lucide-react";
import { data, redirect } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { UNITS } from "../document/unit.ts";
import { VAT_TREATMENTS } from "../document/vat-treatment.ts";
import type { Route } from "./+types/product-edit.page";
import { findProduct } from "./catalogue.store.ts";
import { en } from "./product.en.ts";
import { fr } from "./product.fr.ts";
import { mayProduct } from "./product.policy.ts";
import { BLANK_PRODUCT, type ProductText, productText, productTextOf } from "./product.ts";
import { archiveProduct, createProduct, updateProductRecord } from "./save-product.command.ts";

/** A new article (/catalogue/nouveau) or one to change (/catalogue/:productId). */
export function loader(args: Route.LoaderArgs) {
  const asked = parseId<"activity">(new URL(args.request.url).searchParams.get("activite")) as ActivityId | null;
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, language }) => {
    const key = newId<"key">(now) as string;
    if (args.params.productId !== undefined) {
      const productId = parseId<"product">(args.params.productId);
      const product = productId === null ? null : await findProduct(tx, organizationId, productId);
      if (product === null) return refuse("missing", "product.missing");
      const refusal = mayProduct(actor, "edit", product.activityId);
      if (refusal) return refusal;
      const { id, name, version, archived } = product;
      return {
        slug,
        key,
        product: { id: id as string, name, version, archived },
        text: productText(product, language),
        activities: [],
        activityId: "",
        showAccount: !actor.own.has(product.activityId),
      };
    }
    const activities = (await activitiesOf(tx, organizationId, visibleActivities(actor))).filter(
      (activity) => mayProduct(actor, "edit", activity.id) === null,
    );
    const mine = activities.find((activity) => actor.own.has(activity.id));
    const chosen = activities.find((activity) => activity.id === asked) ?? mine ?? activities[0];
    if (!chosen) return refuse("forbidden", "product.notAllowed");
    return {
      slug,
      key,
      product: null,
      text: BLANK_PRODUCT,
      activities: activities.map(({ id, name }) => ({ id: id as string, name })),
      activityId: chosen.id as string,
      showAccount: !actor.own.has(chosen.id),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { cooperative, productId } = args.params;
  const intent = String(form.get("intention") ?? "save");
  const key = String(form.get("cle") ?? "");
  const options = { idempotencyKey: key === "" ? undefined : `${intent}:${key}` };
  const list = `/${cooperative}/catalogue`;
  if (productId !== undefined && (intent === "archive" || intent === "restore")) {
    const archived = intent === "archive";
    const result = await runCommand(args, archiveProduct, { productId, archived }, options);
    if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
    const undo = { action: `${list}/${productId}`, fields: { intention: "restore" } };
    return redirect(list, {
      headers: flash(
        archived
          ? { fr: fr.flashArchived, en: en.flashArchived, undo }
          : { fr: fr.flashRestored, en: en.flashRestored },
      ),
    });
  }
  const product = productTextOf((field) => form.get(field) as string | null);
  const language = args.context.get(languageContext);
  const result =
    productId === undefined
      ? await runCommand(
          args,
          createProduct,
          { activityId: String(form.get("activityId")), product, language },
          options,
        )
      : await runCommand(
          args,
          updateProductRecord,
          { productId, version: Number(form.get("version")), product, language },
          options,
        );
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  return redirect(list, { headers: flash({ fr: fr.flashSaved, en: en.flashSaved }) });
}

export default function ProductEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, product, text, activities, activityId, showAccount } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData ?? null;
  return (
    <Page
      title={product === null ? words.create : words.edit}
      badge={product?.archived ? <Badge>{words.archived}</Badge> : null}
      width="form"
      crumbs={[{ label: words.title, to: `/${slug}/catalogue` }]}
      actions={
        product === null ? null : (
          <SubmitForm intent={product.archived ? "restore" : "archive"} idempotencyKey={key} answer={answer}>
            <SubmitButton variant="quiet" icon={product.archived ? ArchiveRestore : Archive}>
              {product.archived ? words.restore : words.archive}
            </SubmitButton>
          </SubmitForm>
        )
      }
    >
      <Card>
        <SubmitForm
          intent="save"
          idempotencyKey={key}
          answer={answer}
          hidden={product === null ? {} : { version: String(product.version) }}
          className="flex flex-col gap-5"
        >
          {product !== null ? null : activities.length > 1 ? (
            <Select
              name="activityId"
              label={words.activity}
              defaultValue={activityId}
              options={activities.map((activity) => ({ value: activity.id, label: activity.name }))}
            />
          ) : (
            <input type="hidden" name="activityId" value={activityId} />
          )}
          <ProductFields text={text} showAccount={showAccount} />
          <div>
            <SubmitButton>{words.save}</SubmitButton>
          </div>
        </SubmitForm>
      </Card>
    </Page>
  );
}

function ProductFields({ text, showAccount }: { readonly text: ProductText; readonly showAccount: boolean }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const field = (name: keyof ProductText) => ({ name, label: words.fieldsOf[name], defaultValue: text[name] });
  const choices = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput {...field("name")} required autoComplete="off" fieldClassName="sm:col-span-2" />
      <TextInput {...field("unitPrice")} required inputMode="decimal" autoComplete="off" className="text-right" />
      <Select
        {...field("unit")}
        options={Object.entries(UNITS).map(([value, names]) => ({ value, label: names[language] }))}
      />
      <RadioGroup {...field("mode")} options={choices(words.modes)} />
      <RadioGroup {...field("nature")} options={choices(words.natures)} />
      <Select
        {...field("vat")}
        options={VAT_TREATMENTS.map((treatment) => ({ value: treatment.key, label: treatment.words[language] }))}
      />
      {showAccount ? (
        <TextInput {...field("account")} inputMode="numeric" optional />
      ) : (
        <input type="hidden" name="account" value={text.account} />
      )}
      <Textarea {...field("description")} optional fieldClassName="sm:col-span-2" />
    </div>
  );
}
