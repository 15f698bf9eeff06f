import { data } from "react-router";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { readPublic, runPublicCommand } from "#platform/http/public-tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { timeText } from "#ui/time-input.ts";
import { IdentityFields, ProjectFields } from "../candidate/application-fields.view.tsx";
import { APPLICATION_FIELDS, isOpen } from "../candidate/candidate.ts";
import { registrationsOf } from "../information-meeting/information-meeting.store.ts";
import type { Route } from "./+types/own-candidacy.page";
import { en } from "./application.en.ts";
import { fr } from "./application.fr.ts";
import { candidateBehind } from "./link.store.ts";
import { linkOf } from "./link-in-mail.job.ts";
import { MeetingChoice } from "./meeting-choice.view.tsx";
import { changeRegistration, completeApplication, withdrawApplication } from "./own-candidacy.command.ts";
import { publicMeetings } from "./public-meetings.store.ts";
import { readApplication } from "./read-application.page.ts";

export function loader(args: Route.LoaderArgs) {
  return readPublic(args, async (reader) => {
    const { app, tx, organizationId, now, today, slug } = reader;
    const linkId = linkOf(app, organizationId, args.params.token);
    const candidate = linkId === null ? null : await candidateBehind(tx, organizationId, linkId, now);
    if (candidate === null) return refuse("missing", "application.linkEnded");
    const registrations = await registrationsOf(tx, organizationId, candidate.candidateId);
    const next = registrations.find((one) => !one.cancelled && !one.meetingCancelled && one.heldOn >= today);
    // What they told themselves: nothing of what the team thinks of it.
    const told = Object.fromEntries(APPLICATION_FIELDS.map((field) => [field, candidate[field]]));
    return {
      slug,
      today,
      told: told as Pick<typeof candidate, (typeof APPLICATION_FIELDS)[number]>,
      status: candidate.status,
      open: isOpen(candidate.status),
      next: next
        ? {
            meetingId: next.meetingId,
            heldOn: next.heldOn,
            startsAt: next.startsAt,
            place: next.place,
            link: next.link,
          }
        : null,
      meetings: await publicMeetings(reader),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const intent = String(form.get("intention") ?? "");
  const { app, organizationId, today } = await readPublic(args, async (reader) => reader);
  const linkId = linkOf(app, organizationId, args.params.token);
  if (linkId === null) throw data(null, { status: 404 });
  const result =
    intent === "meeting"
      ? await runPublicCommand(args, changeRegistration, { linkId, meetingId: String(form.get("meetingId") ?? "") })
      : intent === "withdraw"
        ? await runPublicCommand(args, withdrawApplication, { linkId })
        : await runPublicCommand(args, completeApplication, { linkId, ...readApplication(form, today) });
  if (result.ok) return data({ done: intent, problem: null, typed: undefined });
  return data({ done: null, problem: result.problem, typed: typedValues(form) }, { status: result.status });
}

export default function OwnCandidacy({ loaderData, actionData, params }: Route.ComponentProps) {
  const { slug, today, told, status, open, next, meetings } = loaderData;
  const { choose, language } = useLanguage();
  const all = choose({ fr, en });
  const words = all.own;
  const answer = actionData?.problem ? { problem: actionData.problem, typed: actionData.typed } : undefined;
  const done = actionData?.done;
  const said = done === "meeting" ? words.meetingSaved : done === "withdraw" ? words.withdrawn : words.saved;
  return (
    <Page title={words.title} description={`${fill(words.hello, { name: told.firstName })}. ${words.steps[status]}`}>
      {done ? <Notice tone="ok">{said}</Notice> : null}
      {open ? null : (
        <p>
          <TextLink to={`/${slug}/rejoindre`}>{words.again}</TextLink>
        </p>
      )}
      {open ? (
        <>
          {next === null && meetings.length === 0 ? null : (
            <Card title={words.meeting}>
              <div className="flex flex-col gap-4">
                {next === null ? null : (
                  <div className="flex flex-col gap-2">
                    <p className="font-semibold first-letter:uppercase">
                      {fill(all.meetingWhen, {
                        day: longDay(next.heldOn, language),
                        time: timeText(next.startsAt, language),
                      })}
                    </p>
                    {next.place === "" ? null : <p>{next.place}</p>}
                    {next.link === "" ? null : (
                      <p className="[overflow-wrap:anywhere]">
                        <a className="text-marque underline" href={next.link} rel="noreferrer">
                          {next.link}
                        </a>
                      </p>
                    )}
                    <ButtonLink to={`/${slug}/rejoindre/suivi/${params.token}/reunion.ics`} reloadDocument>
                      {words.calendar}
                    </ButtonLink>
                  </div>
                )}
                {meetings.length === 0 && next === null ? null : (
                  <SubmitForm intent="meeting" answer={answer} className="flex flex-col gap-3">
                    <MeetingChoice
                      meetings={meetings}
                      label={next === null ? all.meetingChoice : words.meetingChange}
                      none={words.meetingNone}
                      chosen={next?.meetingId}
                    />
                    <SubmitButton variant="secondary" className="w-fit">
                      {words.meetingSave}
                    </SubmitButton>
                  </SubmitForm>
                )}
              </div>
            </Card>
          )}
          <Card title={words.complete}>
            <SubmitForm intent="complete" answer={answer} className="flex flex-col gap-5">
              <p className="text-texte2 [overflow-wrap:anywhere]">{fill(words.emailShown, { email: told.email })}</p>
              <IdentityFields known={told} today={today} email="fixed" fills />
              <ProjectFields known={told} />
              <SubmitButton className="w-fit">{words.save}</SubmitButton>
            </SubmitForm>
          </Card>
          <Confirm trigger={words.withdraw} title={words.withdrawTitle}>
            <SubmitForm intent="withdraw" className="flex flex-col gap-4">
              <p>{words.withdrawHelp}</p>
              <SubmitButton variant="danger">{words.withdraw}</SubmitButton>
            </SubmitForm>
          </Confirm>
        </>
      ) : null}
    </Page>
  );
}
