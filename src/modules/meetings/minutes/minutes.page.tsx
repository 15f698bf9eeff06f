import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { en } from "../meeting/meeting.en.ts";
import { fr } from "../meeting/meeting.fr.ts";
import { findMeeting } from "../meeting/meeting.store.ts";
import { refuseUnlessBegun } from "../meeting/meeting.ts";
import type { Route } from "./+types/minutes.page";
import { mayWriteMinutes } from "./minutes.policy.ts";
import { minutesOf } from "./minutes.store.ts";
import { draftMinutes, publishMinutes } from "./write-minutes.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = mayWriteMinutes(actor);
    if (refusal) return refusal;
    const id = parseId<"cooperativeMeeting">(args.params.cooperativeMeetingId);
    const meeting = id === null ? null : await findMeeting(tx, organizationId, id);
    if (meeting === null) return refuse("missing", "meeting.missing");
    const [last] = await minutesOf(tx, organizationId, meeting.id);
    // What one begins from: the draft, else the minutes as published, else the agenda.
    const body = meeting.draft || last?.body || meeting.agenda;
    const closed = refuseUnlessBegun(meeting, now)?.code ?? null;
    return {
      ...{ slug, meeting: { id: meeting.id as string, title: meeting.title } },
      ...{ body, published: last !== undefined, closed },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, cooperativeMeetingId: meetingId } = args.params;
  const page = `/${cooperative}/reunions/${meetingId}`;
  const given = { ...input, meetingId };
  if (input.act === "draft") {
    return act(args, form, draftMinutes, given, () => ({
      to: `${page}/compte-rendu`,
      message: { fr: fr.minutesDrafted, en: en.minutesDrafted },
    }));
  }
  if (input.act !== "publish") throw data(null, { status: 404 });
  return act(args, form, publishMinutes, given, () => ({
    to: page,
    message: { fr: fr.minutesPublished, en: en.minutesPublished },
  }));
}

export default function MinutesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, meeting, body, published, closed } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.minutes}
      description={words.minutesLead}
      width="form"
      crumbs={[{ to: `/${slug}/reunions/${meeting.id}`, label: meeting.title }]}
    >
      {published ? <Notice tone="info">{words.minutesFinal}</Notice> : null}
      {closed === null ? (
        <Card>
          <SubmitForm answer={actionData ?? null} className="flex flex-col gap-4">
            <Textarea name="body" label={words.minutesText} defaultValue={body} maxLength={40_000} rows={16} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="act" value="publish">
                {words.minutesPublish}
              </SubmitButton>
              <SubmitButton name="act" value="draft" variant="secondary">
                {words.minutesDraft}
              </SubmitButton>
            </div>
          </SubmitForm>
        </Card>
      ) : (
        <Notice>{words.refusals[closed]}</Notice>
      )}
    </Page>
  );
}
