import { data, redirect } from "react-router";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant, runCommand, todayOf } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { flash } from "#ui/flash.ts";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { mayKeepBooks } from "../ledger.policy.ts";
import { BooksTabs } from "../reading/books-tabs.view.tsx";
import type { Route } from "./+types/fiscal-years.page";
import { changePeriod } from "./change-period.command.ts";
import { closeFiscalYear } from "./close-fiscal-year.command.ts";
import type { fr as refusals } from "./fiscal-year.fr.ts";
import { listFiscalYears } from "./fiscal-year.store.ts";
import { followingYear } from "./fiscal-year.ts";
import { FiscalYearCard } from "./fiscal-year-card.view.tsx";
import { en } from "./fiscal-years-screen.en.ts";
import { fr } from "./fiscal-years-screen.fr.ts";
import { openNextFiscalYear } from "./open-fiscal-year.command.ts";

/** The fiscal years, the latest first, with what may be done to each month. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    if (!mayKeepBooks(actor, "changePeriod")) {
      return refuse<keyof typeof refusals.refusals>("forbidden", "fiscalYear.forbidden");
    }
    const years = await listFiscalYears(tx, organizationId);
    const last = years.at(-1);
    return { slug, today, years: years.toReversed(), following: last ? followingYear(last) : null };
  });
}

/** `intention`: lock, unlock, close a month; closeYear; openNext. */
export async function action(args: Route.ActionArgs) {
  const posted = await args.request.formData();
  const text = (name: string) => String(posted.get(name) ?? "");
  const intention = text("intention");
  const here = `/${args.params.cooperative}/compta/exercices`;
  const done = (act: keyof typeof fr.done, facts = {}) =>
    redirect(here, { headers: flash({ fr: fill(fr.done[act], facts), en: fill(en.done[act], facts) }) });
  const fiscalYearId = text("fiscalYearId");
  if (intention === "openNext") {
    const end = parseDayInput(text("end"), await todayOf(args)) ?? text("end").trim();
    const result = await runCommand(args, openNextFiscalYear, { end });
    return result.ok ? done("open", { code: result.output.code }) : refused(result);
  }
  if (intention === "closeYear") {
    const result = await runCommand(args, closeFiscalYear, { fiscalYearId });
    return result.ok ? done("closeYear") : refused(result);
  }
  const input = { fiscalYearId, number: text("number"), action: intention };
  const result = await runCommand(args, changePeriod, input);
  return result.ok ? done(intention as "lock" | "unlock" | "close") : refused(result);

  function refused(result: Extract<Awaited<ReturnType<typeof runCommand>>, { ok: false }>) {
    return data({ problem: result.problem, typed: typedValues(posted) }, { status: result.status });
  }
}

export default function FiscalYears({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, years, following } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const elsewhere = actionData && actionData.typed.intention !== "openNext" ? actionData.problem : null;
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        years.length === 0 ? null : <ButtonLink to={`/${slug}/compta/a-nouveaux`}>{words.importOpening}</ButtonLink>
      }
    >
      <BooksTabs slug={slug} keeper />
      {elsewhere ? <Notice tone="erreur" alert title={elsewhere.sentence} /> : null}
      {years.length === 0 ? <EmptyState title={words.none} /> : null}
      {years.map((year) => (
        <FiscalYearCard key={year.id} year={year} ended={today > year.end} />
      ))}
      {years.length === 0 ? null : <ListFiles to={`/${slug}/compta/exercices/telecharger`} />}
      {following ? (
        <Card title={words.openNext} description={fill(words.openNextHelp, { start: day(following.start) })}>
          <SubmitForm intent="openNext" answer={actionData} className="flex flex-wrap items-start gap-3">
            <DayInput name="end" label={words.end} today={today} defaultValue={following.end} />
            <span className="sm:mt-7">
              <SubmitButton variant="secondary">{words.openNext}</SubmitButton>
            </span>
          </SubmitForm>
        </Card>
      ) : null}
    </Page>
  );
}
