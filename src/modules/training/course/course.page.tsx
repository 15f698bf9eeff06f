import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { duration } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { loadCourse } from "../load-training.store.ts";
import { planRun } from "../run/keep-run.command.ts";
import { PlanRun } from "../run/plan-run.view.tsx";
import { bookingsOf, runsOf } from "../run/run.store.ts";
import { stateOf } from "../run/run.ts";
import { RunsTable } from "../run/runs-table.view.tsx";
import { en } from "../training.en.ts";
import { fr } from "../training.fr.ts";
import { mayReadTraining } from "../training.policy.ts";
import type { Route } from "./+types/course.page";
import { CourseFields } from "./course-fields.view.tsx";
import { describeCourse, withdrawCourse } from "./keep-course.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** What a course teaches, and when it takes place. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now, today } = reader;
    const loaded = await loadCourse(reader, parseId<"course">(args.params.courseId), mayReadTraining);
    if (isRefusal(loaded)) return loaded;
    const { course, keeps } = loaded;
    const runs = await runsOf(tx, organizationId, course.id);
    const bookings = await bookingsOf(
      tx,
      organizationId,
      runs.map(({ id }) => id),
    );
    return {
      ...{
        slug,
        today,
        course,
        keeps: keeps && course.withdrawnOn === null,
        key: newId<"key">(now) as string,
      },
      runs: runs
        .map((run) => ({ ...run, title: "", state: stateOf(run, today), bookings: bookings.get(run.id) ?? [] }))
        .reverse(),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["startsOn", "endsOn"]);
  const { cooperative, courseId } = args.params;
  const given = { ...input, courseId };
  const then = (word: "changed" | "withdrawn") => () => ({
    to: `/${cooperative}/formations/${courseId}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "describe":
      return act(args, form, describeCourse, given, then("changed"));
    case "withdraw":
      return act(args, form, withdrawCourse, given, then("withdrawn"));
    case "plan":
      return act(args, form, planRun, given, ({ runId }) => ({
        to: `/${cooperative}/formations/${courseId}/sessions/${runId}`,
        message: { fr: fr.planned, en: en.planned },
      }));
    default:
      throw data(null, { status: 404 });
  }
}

export default function CoursePage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, course, keeps, runs, key } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  const hidden = { version: String(course.version) };
  const actions = keeps ? (
    <>
      <Confirm trigger={words.change} title={words.change}>
        <SubmitForm intent="describe" hidden={hidden} answer={answer} className="flex flex-col gap-4">
          <CourseFields given={course} />
          <SubmitButton className="self-start">{words.save}</SubmitButton>
        </SubmitForm>
      </Confirm>
      <Confirm trigger={words.withdraw} title={words.withdrawTitle}>
        <p>{words.withdrawHelp}</p>
        <SubmitForm intent="withdraw" answer={answer}>
          <SubmitButton>{words.withdraw}</SubmitButton>
        </SubmitForm>
      </Confirm>
    </>
  ) : null;
  return (
    <Page
      title={course.title}
      badge={course.withdrawnOn === null ? null : <Badge>{words.withdrawnBadge}</Badge>}
      crumbs={[{ to: `/${slug}/formations`, label: words.title }]}
      actions={actions}
    >
      <Refused intent="withdraw" answer={answer} />
      <Refused intent="describe" answer={answer} />
      <Card title={words.programme}>
        <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-3">
          {[
            [words.structure, course.structureName],
            [words.trainer, course.trainer],
            [words.duration, duration(course.quarters * 15)],
          ].map(([label, value]) => (
            <div key={label}>
              <dt className="text-aide text-texte2">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {course.audience === "" ? null : (
          <p className="mb-4 max-w-prose whitespace-pre-line">
            <span className="block text-aide text-texte2">{words.audience}</span>
            {course.audience}
          </p>
        )}
        <p className="max-w-prose whitespace-pre-line">{course.programme}</p>
      </Card>
      <Card title={words.sessions}>
        {runs.length === 0 ? (
          <p className="text-texte2">{words.noSession}</p>
        ) : (
          <RunsTable slug={slug} caption={words.sessions} runs={runs} />
        )}
      </Card>
      {keeps ? <PlanRun today={today} answer={answer} idempotencyKey={key} /> : null}
    </Page>
  );
}
