import { writeCalendar } from "#kernel/ical.ts";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { organizationProfile, personsReached } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/appointment-file.page";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";
import { ACCOMPANYING, mayAppointment } from "./appointment.policy.ts";
import { findAppointment } from "./appointment.store.ts";
import { appointmentEvent } from "./appointment-event.ts";

/** The appointment as a file that a diary opens. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, now, language }) => {
    const id = parseId<"appointment">(args.params.appointmentId);
    const appointment = id === null ? null : await findAppointment(tx, organizationId, id);
    if (appointment === null) return refuse("missing", "appointment.missing");
    const refusal = mayAppointment(actor, "read", appointment, await personsReached(tx, actor, ACCOMPANYING));
    if (refusal) return refusal;
    const words = language === "fr" ? fr : en;
    const { legalName } = await organizationProfile(tx, organizationId);
    const event = appointmentEvent(appointment, {
      title: `${words.natures[appointment.nature]}, ${legalName}`,
      host: new URL(app.settings.publicUrl).hostname,
      url: `${app.settings.publicUrl}/${slug}/rendez-vous/${appointment.id}`,
    });
    return new Response(writeCalendar([event], { now }), {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `attachment; filename="${words.mail.fileName}"`,
      },
    });
  });
}
