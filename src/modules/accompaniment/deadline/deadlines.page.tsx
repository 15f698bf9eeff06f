import { CalendarClock } from "lucide-react";
import { data, redirect } from "react-router";
import { daysBetween } from "#kernel/day.ts";
import { readTenant, runCommand, todayOf } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { flash } from "#ui/flash.ts";
import { day, relativeDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { ListViews } from "#ui/list-views.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { typedValues } from "#ui/problem.ts";
import type { Tone } from "#ui/tone.ts";
import { mayRecordAdmission } from "../admission/admission.policy.ts";
import { AdmissionForm, Associates } from "../admission/admission.view.tsx";
import { cancelAdmission, recordAdmission } from "../admission/record-admission.command.ts";
import type { Route } from "./+types/deadlines.page";
import { en } from "./deadline.en.ts";
import { fr } from "./deadline.fr.ts";
import { mayReadDeadlines } from "./deadline.policy.ts";
import { UNFOLLOWED, type Urgency } from "./deadline.ts";
import { listedDeadlines } from "./listed-deadlines.store.ts";

export function loader(args: Route.LoaderArgs) {
  const { search } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayReadDeadlines(reader.actor);
    if (refusal) return refusal;
    const { slug, today, now, actor } = reader;
    const mayAdmit = mayRecordAdmission(actor) === null;
    return { ...(await listedDeadlines(reader, search)), slug, today, mayAdmit, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const cancels = text("intention") === "cancel";
  const today = await todayOf(args);
  const typed = text("admittedOn");
  const result = cancels
    ? await runCommand(args, cancelAdmission, { admissionId: text("admissionId") })
    : await runCommand(
        args,
        recordAdmission,
        { personId: text("personId"), admittedOn: parseDayInput(typed, today) ?? typed },
        { idempotencyKey: `${recordAdmission.name}:${text("cle")}:${text("personId")}` },
      );
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const message = cancels ? { fr: fr.cancelled, en: en.cancelled } : { fr: fr.admitted, en: en.admitted };
  return redirect(`/${args.params.cooperative}/echeances`, { headers: flash(message) });
}

/** Further away, a number of days says less than the date. */
const COUNTED_DAYS = 60;

const TONE: Readonly<Record<Urgency, Tone>> = { late: "erreur", near: "attention", coming: "info" };

export default function Deadlines({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, rows, total, followers, associates, today, mayAdmit, key } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const urgencies = (["late", "near", "coming"] as const).map((value) => ({ value, label: words.urgencies[value] }));
  const whose = followers.map(({ personId, name }) =>
    personId === "" ? { value: UNFOLLOWED, label: words.nobody } : { value: personId as string, label: name },
  );
  return (
    <Page
      title={words.title}
      description={words.lead}
      actions={<TextLink to={`/${slug}/notifications/reglages`}>{words.byMail}</TextLink>}
    >
      {total === 0 ? (
        <EmptyState icon={CalendarClock} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <ListViews />
          <Filters
            filters={[
              { parameter: "etat", label: words.urgency, options: urgencies },
              ...(followers.length < 2 ? [] : [{ parameter: "suivi", label: words.follower, options: whose }]),
            ]}
          />
          {rows.length === 0 ? <EmptyState title={words.nothing} /> : null}
          {rows.length === 0 ? null : (
            <ListTable
              caption={words.title}
              rows={rows}
              rowKey={(row) => row.key}
              columns={[
                {
                  key: "person",
                  header: words.person,
                  rowHeader: true,
                  cell: (row) => <TextLink to={`/${slug}/personnes/${row.personId}`}>{row.name}</TextLink>,
                },
                {
                  key: "what",
                  header: words.what,
                  cell: (row) => (
                    <span className="block">
                      {words.kinds[row.kind]}
                      {row.about === undefined ? null : `, ${row.about}`}
                      <span className="block text-aide text-texte2">{words.todo[row.kind]}</span>
                    </span>
                  ),
                },
                {
                  key: "on",
                  header: words.on,
                  cell: (row) => (
                    <span className="block">
                      {day(row.on)}
                      {Math.abs(daysBetween(today, row.on)) > COUNTED_DAYS ? null : (
                        <span className="block text-aide text-texte2">{relativeDay(row.on, today, language)}</span>
                      )}
                    </span>
                  ),
                },
                {
                  key: "urgency",
                  header: words.urgency,
                  cell: (row) => <Badge tone={TONE[row.urgency]}>{words.urgencies[row.urgency]}</Badge>,
                },
                { key: "follower", header: words.follower, cell: (row) => row.follower },
                {
                  key: "act",
                  header: words.act,
                  hideHeader: true,
                  cell: (row) =>
                    mayAdmit && row.kind === "associate" ? (
                      <AdmissionForm
                        words={words}
                        person={row}
                        today={today}
                        idempotencyKey={key}
                        answer={actionData ?? undefined}
                      />
                    ) : null,
                },
              ]}
            />
          )}
          <ListFiles to={`/${slug}/echeances/telecharger`} />
        </>
      )}
      {associates.length === 0 ? null : (
        <Associates
          words={words}
          slug={slug}
          associates={associates}
          mayCancel={mayAdmit}
          answer={actionData ?? undefined}
        />
      )}
    </Page>
  );
}
