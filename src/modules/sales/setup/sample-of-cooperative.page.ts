import { refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { salesSettings } from "../settings.ts";
import type { Route } from "./+types/sample-of-cooperative.page";
import { sampleDocument } from "./sample-document.ts";
import { sampleNumber, samplePdf } from "./sample-pdf.page.ts";
import { maySetUpSales } from "./setup.policy.ts";

/** A sample of the cooperative's documents as they are today. */
export function loader(args: Route.LoaderArgs) {
  return sample(args, new FormData());
}

/** The same with the texts of the form, before they are saved. */
export async function action(args: Route.ActionArgs) {
  return sample(args, await args.request.formData());
}

async function sample(args: Route.LoaderArgs | Route.ActionArgs, form: FormData): Promise<Response> {
  const { document, language } = await readTenant(args, async ({ tx, actor, organizationId, today, language }) => {
    if (!maySetUpSales(actor)) return refuse("forbidden", "organization.notAllowed");
    const organization = await organizationProfile(tx, organizationId);
    const saved = salesSettings(organization.settings);
    const typed = (name: string, value: string, most: number) => String(form.get(name) ?? value).slice(0, most);
    const days = Number(typed("paymentDays", String(saved.paymentDays), 2));
    return {
      language,
      document: sampleDocument({
        organization,
        // Shared services sell under the cooperative's own name.
        activity: {
          code: "A001",
          name: organization.legalName,
          trade: "",
          email: organization.email,
          phone: organization.phone,
          accentColour: null,
          logoHash: null,
          footer: "",
          conditions: "",
        },
        settings: {
          footer: typed("footer", saved.footer, 500).trim(),
          conditions: typed("conditions", saved.conditions, 20_000).trim(),
          paymentDays: Number.isInteger(days) && days >= 0 && days <= 60 ? days : saved.paymentDays,
        },
        number: sampleNumber(typed("numberTemplate", saved.numberTemplate, 60), today, "A001"),
        today,
        language,
        logo: undefined,
      }),
    };
  });
  return samplePdf(document, language);
}
