import { Search, UserPlus } from "lucide-react";
import { data, Form, redirect } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/customer-edit.page";
import { mayCustomer } from "./customer.policy.ts";
import { findCustomer } from "./customer.store.ts";
import { BLANK_CUSTOMER, customerText, customerTextOf } from "./customer.ts";
import { CustomerFields } from "./customer-fields.view.tsx";
import { listCustomers } from "./customer-list.store.ts";
import { en } from "./customer-screen.en.ts";
import { fr } from "./customer-screen.fr.ts";
import { guessCustomer } from "./read-customer.ts";
import { createCustomer, updateCustomerRecord } from "./save-customer.command.ts";

/** Where one goes after adding a customer on the way to a document. */
const RETURNS: Readonly<Record<string, string>> = { facture: "factures/nouvelle", devis: "devis/nouveau" };

/** A new customer (/clients/nouveau?q=…&activite=…&retour=facture) or a record to change (/clients/:customerId/modifier). */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const key = newId<"key">(now) as string;
    if (args.params.customerId !== undefined) {
      const customerId = parseId<"customer">(args.params.customerId);
      const customer = customerId === null ? null : await findCustomer(tx, organizationId, customerId);
      if (customer === null) return refuse("missing", "customer.missing");
      const refusal = mayCustomer(actor, "edit", customer.activityId);
      if (refusal) return refusal;
      if (customer.erased) return refuse("conflict", "customer.erased");
      const { id, name, version } = customer;
      return { slug, key, customer: { id: id as string, name, version }, text: customerText(customer), query: null };
    }
    const activities = (await activitiesOf(tx, organizationId, visibleActivities(actor))).filter(
      (activity) => mayCustomer(actor, "create", activity.id) === null,
    );
    if (activities.length === 0) return refuse("forbidden", "customer.notAllowed");
    const asked = parseId<"activity">(parameters.get("activite")) as ActivityId | null;
    const mine = activities.find((activity) => actor.own.has(activity.id));
    const activityId = (activities.find((activity) => activity.id === asked) ?? mine ?? activities[0])
      ?.id as ActivityId;
    const search = (parameters.get("q") ?? "").trim().slice(0, 100);
    const found =
      search === ""
        ? []
        : await listCustomers(tx, {
            organizationId,
            activities: new Set(activities.map((activity) => activity.id)),
            search,
            archived: false,
            limit: 6,
            offset: 0,
          });
    return {
      slug,
      key,
      customer: null,
      text: { ...BLANK_CUSTOMER, ...(search === "" ? {} : guessCustomer(search)) },
      query: {
        search,
        found: found.map(({ id, name, city, siren }) => ({ id: id as string, name, city, siren })),
        activities: activities.map(({ id, name }) => ({ id: id as string, name })),
        activityId: activityId as string,
        back: parameters.get("retour") ?? "",
      },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { cooperative, customerId } = args.params;
  const key = String(form.get("cle") ?? "");
  const options = { idempotencyKey: key === "" ? undefined : `save:${key}` };
  const customer = customerTextOf((field) => form.get(field) as string | null);
  const result =
    customerId === undefined
      ? await runCommand(args, createCustomer, { activityId: String(form.get("activityId")), customer }, options)
      : await runCommand(
          args,
          updateCustomerRecord,
          { customerId, version: Number(form.get("version")), customer },
          options,
        );
  if (!result.ok) {
    // The command's input is { customer: {…} }: its fields are those of the form.
    const fields = Object.fromEntries(
      Object.entries(result.problem.fields).map(([name, sentence]) => [name.replace(/^customer\./, ""), sentence]),
    );
    return data({ problem: { ...result.problem, fields }, typed: typedValues(form) }, { status: result.status });
  }
  const { output } = result;
  const back = RETURNS[String(form.get("retour") ?? "")];
  if (customerId === undefined && back !== undefined) {
    const parameters = `activite=${String(form.get("activityId"))}&client=${output.customerId}`;
    return redirect(`/${cooperative}/${back}?${parameters}`);
  }
  const other = output.alike[0];
  const message =
    customerId !== undefined
      ? { fr: fr.flashSaved, en: en.flashSaved }
      : other
        ? { fr: fill(fr.flashCreatedAlike, { name: other.name }), en: fill(en.flashCreatedAlike, { name: other.name }) }
        : { fr: fr.flashCreated, en: en.flashCreated };
  return redirect(`/${cooperative}/clients/${output.customerId}`, { headers: flash(message) });
}

export default function CustomerEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, customer, text, query } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page
      title={customer === null ? words.create : words.editTitle}
      width="form"
      crumbs={[
        { label: words.title, to: `/${slug}/clients` },
        ...(customer === null ? [] : [{ label: customer.name, to: `/${slug}/clients/${customer.id}` }]),
      ]}
    >
      {query === null ? null : (
        <Card>
          <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="activite" value={query.activityId} />
            <input type="hidden" name="retour" value={query.back} />
            <TextInput
              name="q"
              type="search"
              label={words.findTitle}
              help={words.findHelp}
              defaultValue={query.search}
              key={query.search}
              autoComplete="off"
              fieldClassName="flex-1 basis-64"
            />
            <Button type="submit" icon={Search}>
              {words.find}
            </Button>
          </Form>
          {query.search === "" ? null : (
            <div className="mt-3" role="status">
              {query.found.length === 0 ? (
                <p className="text-texte2">{words.notFound}</p>
              ) : (
                <Notice tone="info" title={words.found}>
                  <ul>
                    {query.found.map((found) => (
                      <li key={found.id}>
                        <TextLink to={`/${slug}/clients/${found.id}`}>
                          {[found.name, found.city, found.siren].filter(Boolean).join(" · ")}
                        </TextLink>
                      </li>
                    ))}
                  </ul>
                </Notice>
              )}
            </div>
          )}
        </Card>
      )}
      <Card>
        <SubmitForm
          key={query?.search}
          idempotencyKey={key}
          answer={actionData ?? null}
          hidden={customer === null ? { retour: query?.back ?? "" } : { version: String(customer.version) }}
          className="group flex flex-col gap-5"
        >
          {query === null ? null : query.activities.length > 1 ? (
            <Select
              name="activityId"
              label={words.activity}
              defaultValue={query.activityId}
              options={query.activities.map((activity) => ({ value: activity.id, label: activity.name }))}
            />
          ) : (
            <input type="hidden" name="activityId" value={query.activityId} />
          )}
          <CustomerFields text={text} />
          <div>
            <SubmitButton icon={customer === null ? UserPlus : undefined}>
              {customer === null ? words.add : words.save}
            </SubmitButton>
          </div>
        </SubmitForm>
      </Card>
    </Page>
  );
}
