import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { organizationProfile, personNames, personsReached } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { printSheet } from "#platform/pdf/printer.ts";
import { duration, longDay } from "#ui/format.ts";
import { timeText } from "#ui/time-input.ts";
import { ACCOMPANYING } from "../appointment/appointment.policy.ts";
import { en } from "../workshop/workshop.en.ts";
import { fr } from "../workshop/workshop.fr.ts";
import { workshopOf } from "../workshop/workshop.store.ts";
import type { Route } from "./+types/sheet.page";
import { expected, mayReadAttendance } from "./attendance.policy.ts";
import { absencesOf, signaturesOf } from "./attendance.store.ts";
import { attendanceSheet } from "./sheet.ts";

/** The attendance sheet of a date as a PDF: blank, to be signed with a pen, or as it was signed. */
export async function loader(args: Route.LoaderArgs) {
  const blank = new URL(args.request.url).searchParams.get("forme") === "vierge";
  const { sheet, name } = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, timeZone, language } = reader;
    const id = parseId<"workshopSession">(args.params.sessionId);
    const workshop = id === null ? null : await workshopOf(tx, organizationId, id);
    const session = workshop?.sessions.find((one) => one.id === id);
    if (workshop === null || session === undefined) return refuse("missing", "signature.missing");
    const read = mayReadAttendance(actor, workshop, await personsReached(tx, actor, ACCOMPANYING));
    if (read !== "all") return typeof read === "string" ? refuse("forbidden", "signature.notAllowed") : read;
    const words = language === "fr" ? fr : en;
    const day = dayIn(session.startsAt, timeZone);
    const names = await personNames(tx, organizationId, [...expected(workshop)]);
    const { legalName } = await organizationProfile(tx, organizationId);
    const moment = { day: longDay(day, language), time: timeText(timeIn(session.startsAt, timeZone), language) };
    return {
      name: fill(words.sheetFile, { day }),
      sheet: attendanceSheet({
        ...{ words, language, workshop, session, names, day, blank, issuer: legalName },
        moment: `${fill(words.mail.moment, moment)}, ${duration(session.minutes)}`,
        signatures: blank ? new Map() : await signaturesOf(tx, organizationId, session.id),
        absences: blank ? new Map() : await absencesOf(tx, organizationId, session.id),
      }),
    };
  });
  const pdf = await printSheet(sheet);
  return new Response(new Uint8Array(pdf), {
    headers: { "content-type": "application/pdf", "content-disposition": `attachment; filename="${name}"` },
  });
}
