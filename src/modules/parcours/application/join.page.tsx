import { data, redirect } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { paceOf, senderOf, stampOf, TRAP } from "#kernel/spam-guard.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { visitorOf } from "#platform/http/account.ts";
import { readPublic, runPublicCommand } from "#platform/http/public-tenant.ts";
import { problemOf } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { IdentityFields, ProjectFields } from "../candidate/application-fields.view.tsx";
import { intakeOf } from "../intake/intake.store.ts";
import type { Route } from "./+types/join.page";
import { en } from "./application.en.ts";
import { fr } from "./application.fr.ts";
import { apply } from "./apply.command.ts";
import { MeetingChoice } from "./meeting-choice.view.tsx";
import { publicMeetings } from "./public-meetings.store.ts";
import { readApplication } from "./read-application.page.ts";

export function loader(args: Route.LoaderArgs) {
  return readPublic(args, async (reader) => {
    const { app, tx, organizationId, slug, now, today, language } = reader;
    const { introduction, consent } = await intakeOf(tx, organizationId);
    const { legalName } = await organizationProfile(tx, organizationId);
    return {
      legalName,
      introduction,
      consent: language === "en" && consent?.english ? consent.english : (consent?.french ?? ""),
      meetings: await publicMeetings(reader),
      today,
      key: newId<"key">(now) as string,
      stamp: stampOf(now, slug, app.seal),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const { app, slug, now, today, language } = await readPublic(args, async (reader) => reader);
  const thanks = redirect(`/${slug}/rejoindre/merci`);
  // A program is thanked like anybody: nothing of it is kept, and it learns nothing.
  if (text(TRAP) !== "") return thanks;
  const typed = typedValues(form);
  const pace = paceOf(text("depuis"), now, slug, app.seal);
  if (pace !== "right") {
    const refusal = refuse("conflict", pace === "tooFast" ? "application.tooFast" : "application.tooOld");
    const stamp = pace === "tooFast" ? text("depuis") : null;
    return data({ problem: problemOf(app, refusal, language), typed, stamp }, { status: 409 });
  }
  const input = {
    ...readApplication(form, today),
    meetingId: text("meetingId"),
    consent: text("consent"),
    language,
    sender: senderOf(visitorOf(args).address, slug, app.seal),
  };
  const key = parseId(text("cle"));
  const options = key === null ? {} : { idempotencyKey: `${apply.name}:${key}` };
  const result = await runPublicCommand(args, apply, input, options);
  if (result.ok) return thanks;
  return data({ problem: result.problem, typed, stamp: text("depuis") }, { status: result.status });
}

export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { legalName, introduction, consent, meetings, today, key, stamp } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData?.problem ? { problem: actionData.problem, typed: actionData.typed } : undefined;
  return (
    <Page
      title={fill(words.title, { cooperative: legalName })}
      description={introduction === "" ? words.lead : <span className="whitespace-pre-line">{introduction}</span>}
    >
      <SubmitForm
        idempotencyKey={key}
        answer={answer}
        hidden={{ depuis: actionData?.stamp ?? stamp }}
        className="flex flex-col gap-5"
      >
        <Card title={words.meetings} description={words.meetingsLead}>
          {meetings.length === 0 ? (
            <p>{words.noMeeting}</p>
          ) : (
            <MeetingChoice meetings={meetings} label={words.meetingChoice} none={words.meetingNone} />
          )}
        </Card>
        <Card title={words.you}>
          <IdentityFields today={today} email="needed" fills />
        </Card>
        <Card title={words.projectTitle} description={words.projectLead}>
          <ProjectFields />
        </Card>
        <Card title={words.consentTitle}>
          <div className="flex flex-col gap-3">
            <p className="whitespace-pre-line">{consent}</p>
            <Checkbox name="consent" label={words.consent} />
          </div>
        </Card>
        <p className="absolute -left-[999rem]" aria-hidden="true">
          <label htmlFor={TRAP}>{words.trap}</label>
          <input id={TRAP} name={TRAP} type="text" tabIndex={-1} autoComplete="off" />
        </p>
        <SubmitButton className="w-fit">{words.submit}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
