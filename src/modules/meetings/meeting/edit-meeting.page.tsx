import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/edit-meeting.page";
import { en } from "./meeting.en.ts";
import { fr } from "./meeting.fr.ts";
import { mayConvene } from "./meeting.policy.ts";
import { findMeeting } from "./meeting.store.ts";
import { refuseUnlessComing } from "./meeting.ts";
import { MeetingFields } from "./meeting-fields.view.tsx";
import { updateMeeting } from "./save-meeting.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today, timeZone }) => {
    const refusal = mayConvene(actor);
    if (refusal) return refusal;
    const id = parseId<"cooperativeMeeting">(args.params.cooperativeMeetingId);
    const meeting = id === null ? null : await findMeeting(tx, organizationId, id);
    if (meeting === null) return refuse("missing", "meeting.missing");
    const { title, startsAt, duration, place, link, agenda, version } = meeting;
    const moment = { day: dayIn(startsAt, timeZone), time: timeIn(startsAt, timeZone) };
    return {
      slug,
      today,
      id: meeting.id as string,
      version,
      closed: refuseUnlessComing(meeting, now)?.code ?? null,
      given: { title, duration, place, link, agenda, ...moment },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["day"], /^time$/);
  const { cooperative, cooperativeMeetingId: meetingId } = args.params;
  return act(args, form, updateMeeting, { ...input, meetingId }, () => ({
    to: `/${cooperative}/reunions/${meetingId}`,
    message: { fr: fr.saved, en: en.saved },
  }));
}

export default function EditMeeting({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, id, version, closed, given } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={words.editTitle} width="form" crumbs={[{ to: `/${slug}/reunions/${id}`, label: given.title }]}>
      {closed === null ? (
        <Card>
          <SubmitForm hidden={{ version: String(version) }} answer={actionData ?? null} className="flex flex-col gap-4">
            <MeetingFields given={given} today={today} />
            <SubmitButton className="self-start">{words.save}</SubmitButton>
          </SubmitForm>
        </Card>
      ) : (
        <Notice>{words.refusals[closed]}</Notice>
      )}
    </Page>
  );
}
