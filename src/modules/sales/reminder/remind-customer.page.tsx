import { data, redirect } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { activityProfile, organizationProfile } from "#modules/membership/index.server.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { flash } from "#ui/flash.ts";
import { typedValues } from "#ui/problem.ts";
import { salesSettings } from "../settings.ts";
import type { Route } from "./+types/remind-customer.page";
import { groupLate } from "./late-customers.ts";
import { pauseReminders, resumeReminders } from "./pause-reminders.command.ts";
import { remindCustomer } from "./remind-customer.command.ts";
import { RemindCustomerView } from "./remind-customer.view.tsx";
import { en } from "./reminder.en.ts";
import { fr } from "./reminder.fr.ts";
import { mayRemind } from "./reminder.policy.ts";
import { findLateCustomer, lateInvoices, remindersOf } from "./reminder.store.ts";
import { isRested, REMINDER_LEVELS, textOf } from "./reminder.ts";
import { reminderMessage } from "./reminder-message.ts";

/** One customer: what is late, the message proposed (every word can be changed), what was sent, the pause. */
export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("niveau");
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now, timeZone }) => {
    const customerId = parseId<"customer">(args.params.customerId);
    const customer = customerId === null ? null : await findLateCustomer(tx, organizationId, customerId);
    if (customer === null) return refuse("missing", "reminder.missing");
    const refusal = mayRemind(actor, "read", customer.activityId);
    if (refusal) return refusal;
    const { settings } = await organizationProfile(tx, organizationId);
    const plan = salesSettings(settings).reminders;
    const rows = await lateInvoices(tx, organizationId, [customer.id], today);
    const [group] = groupLate([customer], rows, plan, today);
    if (group === undefined) throw new Error("a customer without its group");
    const level = REMINDER_LEVELS.find((one) => String(one) === asked) ?? group.level;
    const language = group.invoices[0]?.language ?? "fr";
    const activity = await activityProfile(tx, organizationId, customer.activityId);
    // What was reminded lately is left out of the words proposed, as its box is left empty.
    const rested = group.invoices.filter((row) => isRested(row, today));
    return {
      slug,
      key: newId<"key">(now) as string,
      group,
      level,
      ticked: rested.map(({ id }) => id as string),
      message: reminderMessage(textOf(plan, language, level), {
        language,
        activity: activity?.name ?? "",
        customer: customer.name,
        consumer: customer.kind === "individual",
        invoices: rested.length > 0 ? rested : group.invoices,
      }),
      pausedOn: customer.pausedAt === null ? null : dayIn(customer.pausedAt, timeZone),
      sent: await remindersOf(tx, organizationId, customer.id),
      may: mayRemind(actor, "send", customer.activityId) === null,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const { customerId } = args.params;
  const list = `/${args.params.cooperative}/relances`;
  const intent = text("intention");
  if (intent === "pause" || intent === "resume") {
    const result =
      intent === "pause"
        ? await runCommand(args, pauseReminders, { customerId, reason: text("reason") })
        : await runCommand(args, resumeReminders, { customerId });
    if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
    const facts = { customer: result.output.name };
    const key = intent === "pause" ? "pausedFlash" : "resumed";
    const headers = flash({ fr: fill(fr[key], facts), en: fill(en[key], facts) });
    return redirect(intent === "pause" ? list : `${list}/${customerId}`, { headers });
  }
  if (intent !== "send") throw data(null, { status: 404 });
  const message = {
    invoiceIds: form.getAll("invoiceIds").map(String),
    level: text("level"),
    recipient: text("recipient"),
    subject: text("subject"),
    body: text("body"),
  };
  const key = text("cle");
  const options = key === "" ? {} : { idempotencyKey: `remind:${key}` };
  const result = await runCommand(args, remindCustomer, { customerId, message }, options);
  if (!result.ok) {
    const fields = Object.fromEntries(
      Object.entries(result.problem.fields).map(([name, sentence]) => [name.replace(/^message\./, ""), sentence]),
    );
    return data({ problem: { ...result.problem, fields }, typed: typedValues(form) }, { status: result.status });
  }
  const facts = { customer: text("name") };
  return redirect(list, { headers: flash({ fr: fill(fr.sent, facts), en: fill(en.sent, facts) }) });
}

export default function RemindCustomer({ loaderData, actionData }: Route.ComponentProps) {
  return <RemindCustomerView shown={loaderData} answer={actionData ?? null} />;
}
