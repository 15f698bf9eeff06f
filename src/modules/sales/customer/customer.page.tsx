import { Archive, ArchiveRestore, FilePlus, Pencil } from "lucide-react";
import { data, redirect } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/customer.page";
import { countryName } from "./country.ts";
import { en as nounEn } from "./customer.en.ts";
import { fr as nounFr } from "./customer.fr.ts";
import { mayCustomer } from "./customer.policy.ts";
import { findAlike, findCustomer } from "./customer.store.ts";
import { type Customer, type CustomerField, hasAddress } from "./customer.ts";
import { CustomerDocuments } from "./customer-documents.view.tsx";
import { documentsOf } from "./customer-list.store.ts";
import { en } from "./customer-screen.en.ts";
import { fr } from "./customer-screen.fr.ts";
import { archiveCustomer } from "./save-customer.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now }) => {
    const customerId = parseId<"customer">(args.params.customerId);
    const customer = customerId === null ? null : await findCustomer(tx, organizationId, customerId);
    if (customer === null) return refuse("missing", "customer.missing");
    const refusal = mayCustomer(actor, "read", customer.activityId);
    if (refusal) return refusal;
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      customer,
      alike: await findAlike(tx, organizationId, customer.activityId, customer, customer.id),
      documents: await documentsOf(tx, organizationId, customer.id),
      mayEdit: mayCustomer(actor, "edit", customer.activityId) === null && !customer.erased,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { customerId } = args.params;
  const archived = form.get("intention") === "archive";
  const key = String(form.get("cle") ?? "");
  const result = await runCommand(
    args,
    archiveCustomer,
    { customerId, archived },
    { idempotencyKey: key === "" ? undefined : `archive:${key}` },
  );
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const here = `/${args.params.cooperative}/clients/${customerId}`;
  if (!archived) return redirect(here, { headers: flash({ fr: fr.flashRestored, en: en.flashRestored }) });
  const undo = { action: here, fields: { intention: "restore" } };
  return redirect(`/${args.params.cooperative}/clients`, {
    headers: flash({ fr: fr.flashArchived, en: en.flashArchived, undo }),
  });
}

export default function CustomerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, customer, alike, documents, mayEdit, today, key } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const create = `activite=${customer.activityId}&client=${customer.id}`;
  return (
    <Page
      title={customer.name}
      badge={customer.archived ? <Badge>{customer.erased ? words.erased : words.archived}</Badge> : null}
      crumbs={[{ label: words.title, to: `/${slug}/clients` }]}
      actions={
        mayEdit ? (
          <>
            <SubmitForm
              intent={customer.archived ? "restore" : "archive"}
              idempotencyKey={key}
              answer={actionData ?? null}
            >
              <SubmitButton variant="quiet" icon={customer.archived ? ArchiveRestore : Archive}>
                {customer.archived ? words.restore : words.archive}
              </SubmitButton>
            </SubmitForm>
            <ButtonLink icon={Pencil} to={`/${slug}/clients/${customer.id}/modifier`}>
              {words.edit}
            </ButtonLink>
            {customer.archived ? null : (
              <>
                <ButtonLink icon={FilePlus} to={`/${slug}/devis/nouveau?${create}`}>
                  {words.newQuote}
                </ButtonLink>
                <ButtonLink variant="primary" icon={FilePlus} to={`/${slug}/factures/nouvelle?${create}`}>
                  {words.newInvoice}
                </ButtonLink>
              </>
            )}
          </>
        ) : null
      }
    >
      {customer.erased ? <Notice tone="info">{words.erasedHelp}</Notice> : null}
      {alike.length > 0 ? (
        <Notice tone="attention" title={words.alike}>
          <ul>
            {alike.map((other) => (
              <li key={other.id}>
                <TextLink to={`/${slug}/clients/${other.id}`}>
                  {[other.name, other.siren].filter(Boolean).join(" · ")}
                </TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {hasAddress(customer) || customer.archived ? null : (
        <Notice
          tone="attention"
          actions={
            mayEdit ? (
              <ButtonLink size="small" to={`/${slug}/clients/${customer.id}/modifier`}>
                {words.complete}
              </ButtonLink>
            ) : null
          }
        >
          {words.addressMissing}
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <Card title={words.identity}>
          <CustomerIdentity customer={customer} />
        </Card>
        <CustomerDocuments slug={slug} today={today} documents={documents} />
      </div>
    </Page>
  );
}

/** "732 829 320 00074": three by three, then the establishment. */
function spaced(number: string | null): string | null {
  return number === null ? null : number.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})?$/, "$1 $2 $3 $4").trim();
}

function CustomerIdentity({ customer }: { readonly customer: Customer }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const address = [
    customer.street,
    `${customer.postalCode} ${customer.city}`.trim(),
    customer.country === "FR" ? "" : countryName(customer.country, language),
  ].filter((line) => line !== "");
  const mail = customer.email && (
    <a className="underline" href={`mailto:${customer.email}`}>
      {customer.email}
    </a>
  );
  const facts: readonly (readonly [CustomerField, React.ReactNode])[] = [
    ["kind", noun.kinds[customer.kind]],
    ["siret", spaced(customer.siret)],
    ["siren", customer.siret === null ? spaced(customer.siren) : null],
    ["vatNumber", customer.vatNumber],
    [
      "street",
      address.length === 0
        ? null
        : address.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          )),
    ],
    ["contactName", customer.contactName],
    ["email", mail],
    ["phone", customer.phone],
    ["electronicAddress", customer.electronicAddress],
    ["buyerReference", customer.buyerReference],
    ["paymentDays", customer.paymentDays === null ? null : fill(words.days, { count: String(customer.paymentDays) })],
    ["referredBy", customer.referredBy === "" ? null : noun.referrers[customer.referredBy]],
    ["note", customer.note],
  ];
  return (
    <dl className="flex flex-col gap-3">
      {facts
        .filter(([, value]) => value !== null && value !== "")
        .map(([field, value]) => (
          <div key={field}>
            <dt className="text-aide text-texte2">{noun.fieldsOf[field]}</dt>
            <dd className="[overflow-wrap:anywhere] whitespace-pre-line">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
