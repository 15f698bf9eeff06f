import { UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "#ui/card.tsx";
import { Combobox } from "#ui/combobox.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { Problem } from "#ui/problem.ts";
import { SubmitButton } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { BLANK_CUSTOMER } from "./customer.ts";
import { CustomerFields } from "./customer-fields.view.tsx";
import { en } from "./customer-screen.en.ts";
import { fr } from "./customer-screen.fr.ts";

export type ChosenCustomer = {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly siren: string | null;
};

/**
 * For whom a document is: the activity when there is a choice, the customer, and a new one without leaving the page
 * (intent "customer.create", fields "customer.…"). Part of the form of a quote or an invoice.
 */
export function CustomerChoice({
  activities,
  activityId,
  customers,
  customerId,
  problem,
  onCustomer,
  children,
}: {
  /** Those to choose among; one or none: the activity is settled. */
  readonly activities: readonly { readonly id: string; readonly name: string }[];
  readonly activityId: string;
  readonly customers: readonly ChosenCustomer[];
  readonly customerId: string;
  readonly problem: Problem | null;
  readonly onCustomer: (customerId: string) => void;
  /** Beside the customer: the subject. */
  readonly children?: ReactNode;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const wrong = Object.keys(problem?.fields ?? {}).some((name) => name.startsWith("customer."));
  return (
    <Card>
      <div className="grid gap-4 sm:grid-cols-2">
        {activities.length > 1 ? (
          <Select
            name="activityId"
            label={words.activity}
            defaultValue={activityId}
            options={activities.map((activity) => ({ value: activity.id, label: activity.name }))}
            fieldClassName="sm:col-span-2"
          />
        ) : (
          <input type="hidden" name="activityId" value={activityId} />
        )}
        <Combobox
          // A customer just added is chosen: the list begins again with it.
          key={`${customerId} ${customers.length}`}
          name="customerId"
          label={words.customer}
          required
          defaultValue={customerId}
          placeholder={words.choose}
          onChange={(value) => onCustomer(value ?? "")}
          options={customers.map((customer) => ({
            value: customer.id,
            label: customer.name,
            detail: [customer.city, customer.siren].filter(Boolean).join(" · "),
          }))}
        />
        {children}
      </div>
      <details
        // A customer just added: the fields fold away, empty.
        key={customers.length}
        open={wrong || customers.length === 0}
        className="group mt-3"
      >
        <summary className="inline-flex min-h-9 cursor-pointer items-center gap-2 text-marque underline underline-offset-4">
          <UserPlus aria-hidden="true" size={18} />
          {words.create}
        </summary>
        <div className="flex flex-col gap-4 pt-3">
          <CustomerFields text={BLANK_CUSTOMER} prefix="customer." brief />
          <div>
            <SubmitButton name="intent" value="customer.create" variant="secondary" icon={UserPlus}>
              {words.add}
            </SubmitButton>
          </div>
        </div>
      </details>
    </Card>
  );
}
