import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, personNames, personsReached } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { readForm } from "../act.page.ts";
import { EvenBusy } from "../external/external.view.tsx";
import type { Route } from "./+types/edit-appointment.page";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";
import { ACCOMPANYING, mayAppointment } from "./appointment.policy.ts";
import { findAppointment } from "./appointment.store.ts";
import { personsOf } from "./appointment.ts";
import { AppointmentFields } from "./appointment-fields.view.tsx";
import { appointmentChoices } from "./choices.store.ts";
import { updateAppointment } from "./plan-appointment.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, today, now, timeZone } = reader;
    const id = parseId<"appointment">(args.params.appointmentId);
    const appointment = id === null ? null : await findAppointment(tx, organizationId, id);
    if (appointment === null) return refuse("missing", "appointment.missing");
    const refusal = mayAppointment(actor, "update", appointment, await personsReached(tx, actor, ACCOMPANYING));
    if (refusal) return refusal;
    const { parties: _, startsAt, ...given } = appointment;
    const names = await personNames(tx, organizationId, personsOf(appointment));
    return {
      today,
      key: newId<"key">(now) as string,
      names: [...names.values()].join(", "),
      given: { ...given, day: dayIn(startsAt, timeZone), time: timeIn(startsAt, timeZone) },
      choices: await appointmentChoices(reader),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, /^day$/);
  const { cooperative, appointmentId } = args.params;
  return act(args, form, updateAppointment, { ...input, appointmentId }, () => ({
    to: `/${cooperative}/rendez-vous/${appointmentId}`,
    message: { fr: fr.saved, en: en.saved },
  }));
}

export default function EditAppointment({ loaderData, actionData }: Route.ComponentProps) {
  const { today, key, names, given, choices } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={words.editTitle} description={names} width="form">
      <Card>
        <SubmitForm
          idempotencyKey={key}
          answer={actionData ?? null}
          hidden={{ version: String(given.version) }}
          className="flex flex-col gap-4"
        >
          <AppointmentFields today={today} choices={choices} given={given} />
          <EvenBusy answer={actionData ?? undefined} />
          <SubmitButton className="self-start">{words.save}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
