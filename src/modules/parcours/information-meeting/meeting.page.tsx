import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { day, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { timeText } from "#ui/time-input.ts";
import { mayCancelMeeting, mayCandidate, mayReceiveCandidates } from "../candidate/candidate.policy.ts";
import type { Route } from "./+types/meeting.page";
import { AttendanceCard } from "./attendance-card.view.tsx";
import { en } from "./information-meeting.en.ts";
import { fr } from "./information-meeting.fr.ts";
import { findMeeting, registeredAt } from "./information-meeting.store.ts";
import { MeetingFields } from "./meeting-fields.view.tsx";
import { noteAttendance } from "./note-attendance.command.ts";
import { cancelInformationMeeting, saveInformationMeeting } from "./save-meeting.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const refusal = mayReceiveCandidates(actor);
    if (refusal) return refusal;
    const id = parseId<"informationMeeting">(args.params.meetingId);
    const meeting = id === null ? null : await findMeeting(tx, organizationId, id);
    if (meeting === null) return refuse("missing", "informationMeeting.missing");
    const registered = await registeredAt(tx, organizationId, meeting.meetingId);
    return {
      slug,
      today,
      meeting,
      // Those whom colleagues follow are counted among the seats, and named to those who may know them.
      registered: registered.filter((one) => mayCandidate(actor, one) === null),
      mayCancel: mayCancelMeeting(actor) === null,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["heldOn"]);
  const { meetingId, cooperative } = args.params;
  const to = (said: keyof (typeof fr)["done"]) => () => ({
    to: `/${cooperative}/reunions-information/${meetingId}`,
    message: { fr: fr.done[said], en: en.done[said] },
  });
  if (input.intention === "attendance") {
    const lines = [...form]
      .filter(([name, value]) => name.startsWith("venue.") && value !== "")
      .map(([name, value]) => ({ candidateId: name.slice("venue.".length), attendance: String(value) }));
    return act(args, form, noteAttendance, { meetingId, lines }, to("noted"));
  }
  if (input.intention === "cancel") {
    return act(args, form, cancelInformationMeeting, { meetingId }, to("cancelled"));
  }
  if (input.intention !== "save") throw data(null, { status: 404 });
  return act(args, form, saveInformationMeeting, { ...input, meetingId }, to("saved"));
}

export default function Meeting({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, meeting, registered, mayCancel } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData ?? undefined;
  const held = longDay(meeting.heldOn, language);
  return (
    <Page
      title={fill(words.page.title, { day: day(meeting.heldOn) })}
      crumbs={[{ to: `/${slug}/reunions-information`, label: words.title }]}
      badge={meeting.cancelled ? <Badge>{words.states.cancelled}</Badge> : null}
      description={fill(words.page.at, { day: held, time: timeText(meeting.startsAt, language) })}
    >
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        <AttendanceCard slug={slug} today={today} meeting={meeting} registered={registered} answer={answer} />
        {meeting.cancelled ? null : (
          <div className="flex min-w-0 flex-col gap-5">
            <Card title={words.page.edit}>
              <SubmitForm
                intent="save"
                answer={answer}
                hidden={{ version: String(meeting.version) }}
                className="flex flex-col gap-4"
              >
                <MeetingFields meeting={meeting} today={today} />
                <SubmitButton className="w-fit">{words.form.save}</SubmitButton>
              </SubmitForm>
            </Card>
            <Refused intent="cancel" answer={answer} />
            {mayCancel ? (
              <Confirm trigger={words.page.cancel} title={fill(words.page.cancelTitle, { day: day(meeting.heldOn) })}>
                <SubmitForm intent="cancel" className="flex flex-col gap-4">
                  <p>{words.page.cancelHelp}</p>
                  <SubmitButton variant="danger">{words.page.cancel}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ) : null}
          </div>
        )}
      </div>
    </Page>
  );
}
