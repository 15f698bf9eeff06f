import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { duration } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { PublishedMinutes } from "../minutes/published-minutes.view.tsx";
import { answerMeeting } from "../presence/presence.command.ts";
import { AnswerCall, Came } from "../presence/presence.view.tsx";
import { OnAgenda } from "../proposal/on-agenda.view.tsx";
import type { Route } from "./+types/meeting.page";
import { en } from "./meeting.en.ts";
import { fr } from "./meeting.fr.ts";
import { mayReadMeeting } from "./meeting.policy.ts";
import { findMeeting } from "./meeting.store.ts";
import { meetingDetail } from "./meeting-detail.store.ts";
import { MeetingState, useMoment } from "./meeting-line.view.tsx";
import { cancelMeeting } from "./save-meeting.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now } = reader;
    const id = parseId<"cooperativeMeeting">(args.params.cooperativeMeetingId);
    const meeting = id === null ? null : await findMeeting(tx, organizationId, id);
    const refusal = mayReadMeeting(actor, meeting);
    if (refusal) return refusal;
    const detail = meeting === null ? null : await meetingDetail(reader, meeting);
    if (detail?.row === undefined) return refuse("missing", "meeting.missing");
    return { slug, key: newId<"key">(now) as string, ...detail, row: detail.row };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, cooperativeMeetingId: meetingId } = args.params;
  const to = `/${cooperative}/reunions/${meetingId}`;
  const given = { ...input, meetingId };
  if (input.intention === "answer") {
    return act(args, form, answerMeeting, given, () => ({ to, message: { fr: fr.answered, en: en.answered } }));
  }
  if (input.intention !== "cancel") throw data(null, { status: 404 });
  return act(args, form, cancelMeeting, given, () => ({ to, message: { fr: fr.cancelled, en: en.cancelled } }));
}

export default function MeetingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, row, convenes, begun, link, agenda, minutes } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const moment = useMoment();
  const answer = actionData ?? undefined;
  const here = `/${slug}/reunions/${row.id}`;
  const stands = row.state !== "cancelled";
  const description = [
    moment(row),
    fill(words.lasts, { duration: duration(row.duration) }),
    row.place,
    words.forAudience[row.audience],
  ];
  return (
    <Page
      title={row.title}
      badge={<MeetingState state={row.state} />}
      description={description.filter(Boolean).join(", ")}
      width="form"
      crumbs={[{ to: `/${slug}/reunions`, label: words.title }]}
      actions={
        convenes && stands ? (
          begun ? (
            <>
              <ButtonLink to={`${here}/compte-rendu`}>
                {minutes.length === 0 ? words.minutesLink : words.minutesCorrect}
              </ButtonLink>
              {minutes.length === 0 ? <ButtonLink to={`${here}/presences`}>{words.presencesLink}</ButtonLink> : null}
            </>
          ) : (
            <ButtonLink to={`${here}/modifier`}>{words.edit}</ButtonLink>
          )
        ) : null
      }
    >
      {stands ? null : <Notice tone="attention">{loaderData.cancelReason}</Notice>}
      <Refused intent="answer" answer={answer} />
      {stands && !begun ? (
        <AnswerCall answer={loaderData.answer} coming={loaderData.coming} idempotencyKey={key} link={link} />
      ) : null}
      {agenda === "" ? null : (
        <Card title={words.agenda}>
          <p className="max-w-prose whitespace-pre-line">{agenda}</p>
        </Card>
      )}
      <OnAgenda slug={slug} proposals={loaderData.proposals} />
      <PublishedMinutes minutes={minutes} />
      <Came present={loaderData.present} excused={loaderData.excused} />
      <p className="text-aide text-texte2">{words.consultative}</p>
      {convenes && stands && !begun ? <CancelMeeting idempotencyKey={key} answer={answer} /> : null}
    </Page>
  );
}

function CancelMeeting(given: { readonly idempotencyKey: string; readonly answer: FormAnswer | undefined }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Confirm trigger={words.cancel} title={words.cancelTitle} variant="quiet">
      <p>{words.cancelHelp}</p>
      <SubmitForm
        intent="cancel"
        idempotencyKey={given.idempotencyKey}
        answer={given.answer ?? null}
        className="flex flex-col gap-4"
      >
        <Textarea name="reason" label={words.cancelReason} maxLength={500} rows={2} required />
        <SubmitButton variant="danger">{words.cancelSubmit}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
}
