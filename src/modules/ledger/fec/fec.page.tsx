import { FileDown } from "lucide-react";
import { data } from "react-router";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { en as uploadEn } from "#kernel/upload-problem.en.ts";
import { fr as uploadFr } from "#kernel/upload-problem.fr.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { readUploadOr } from "#platform/http/upload.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { count, day, eur, say } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import type { fr as entryFr } from "../entry/entry.fr.ts";
import { listFiscalYears } from "../fiscal-year/fiscal-year.store.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { BooksTabs } from "../reading/books-tabs.view.tsx";
import type { Route } from "./+types/fec.page";
import { en as rulesEn } from "./fec.en.ts";
import { fr as rulesFr } from "./fec.fr.ts";
import { fecTotals } from "./fec.store.ts";
import { severityOf } from "./fec-report.ts";
import { en } from "./fec-screen.en.ts";
import { fr } from "./fec-screen.fr.ts";
import { validateFec } from "./fec-validator.ts";

const SHOWN = 500;

/** The FEC of each fiscal year, and the check of any file. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    if (!mayKeepBooks(actor, "exportFec")) return refuse<keyof typeof entryFr.refusals>("forbidden", "entry.forbidden");
    const years = [];
    for (const year of await listFiscalYears(tx, organizationId)) {
      const totals = await fecTotals(tx, organizationId, year.id);
      years.push({
        id: year.id as string,
        start: year.start,
        end: year.end,
        entries: Number(totals.entries),
        lines: Number(totals.lines),
        debit: totals.debit,
      });
    }
    return { slug, years: years.reverse() };
  });
}

/** Reads a posted file and says what is wrong in it, line by line; keeps nothing. */
export async function action(args: Route.ActionArgs) {
  const siren = await readTenant(args, async ({ app, tx, actor, organizationId }) => {
    if (!mayKeepBooks(actor, "exportFec")) return refuse<keyof typeof entryFr.refusals>("forbidden", "entry.forbidden");
    return (await app.legalIdentity(tx, organizationId)).siren;
  });
  const file = (await args.request.formData()).get("file");
  if (!(file instanceof File) || file.size === 0)
    return data({ report: null, missing: "missing" as const, siren }, { status: 422 });
  const upload = await readUploadOr(args, file);
  if ("problem" in upload) return data({ report: null, missing: upload.problem, siren }, { status: 422 });
  const report = await validateFec(
    new Blob([upload.bytes as Uint8Array<ArrayBuffer>]).stream() as unknown as AsyncIterable<Uint8Array>,
    { fileName: file.name },
  );
  return {
    missing: null,
    siren,
    report: {
      lines: report.lines,
      entries: report.entries,
      debit: report.debit,
      total: [...report.counts.values()].reduce((sum, value) => sum + value, 0),
      faults: report.faults.slice(0, SHOWN).map((fault) => ({ ...fault, severity: severityOf(fault.rule) })),
    },
  };
}

export default function FecPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, years } = loaderData;
  const { choose, language, plural } = useLanguage();
  const words = choose({ fr, en });
  const rules = choose({ fr: rulesFr, en: rulesEn });
  const missing = actionData?.missing ?? null;
  const scanned = choose({ fr: uploadFr, en: uploadEn });
  const report = actionData?.report ?? null;
  return (
    <Page title={words.title} description={words.help}>
      <BooksTabs slug={slug} keeper />
      <Card title={words.years} padded={false}>
        {years.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <Table
            bare
            density="compact"
            caption={words.years}
            rows={years}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "year",
                header: words.year,
                rowHeader: true,
                cell: (row) => `${day(row.start)} – ${day(row.end)}`,
              },
              { key: "entries", header: words.entries, align: "end", cell: (row) => count(row.entries, language) },
              { key: "lines", header: words.lines, align: "end", cell: (row) => count(row.lines, language) },
              { key: "debit", header: words.total, align: "end", cell: (row) => <Money amount={row.debit} /> },
              {
                key: "files",
                header: words.download,
                cell: (row) => (
                  <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
                    <ButtonLink
                      size="small"
                      icon={FileDown}
                      reloadDocument
                      to={`/${slug}/compta/fec/telecharger?exercice=${row.id}`}
                    >
                      {words.download}
                    </ButtonLink>
                    <TextLink reloadDocument to={`/${slug}/compta/fec/telecharger?exercice=${row.id}&forme=notice`}>
                      {words.description}
                    </TextLink>
                    <TextLink reloadDocument to={`/${slug}/compta/fec/telecharger?exercice=${row.id}&forme=hledger`}>
                      {words.hledger}
                    </TextLink>
                  </span>
                ),
              },
            ]}
          />
        )}
      </Card>
      <Card title={words.check} description={words.checkHelp}>
        <SubmitForm encType="multipart/form-data" className="flex flex-col gap-4">
          <FileInput
            name="file"
            label={words.file}
            error={missing === null ? undefined : missing === "missing" ? words.fileMissing : scanned[missing]}
          />
          <div>
            <SubmitButton>{words.checkButton}</SubmitButton>
          </div>
        </SubmitForm>
      </Card>
      {report === null ? null : report.total === 0 ? (
        <Notice tone="ok">
          {fill(words.clean, {
            lines: count(report.lines, language),
            entries: count(report.entries, language),
            debit: eur(report.debit, language),
          })}
        </Notice>
      ) : (
        <>
          <Notice tone="erreur">
            {fill(plural(report.total, words.fault, words.faults), {
              count: count(report.total, language),
              lines: count(report.lines, language),
            })}
          </Notice>
          <Table
            density="compact"
            caption={words.rule}
            rows={report.faults}
            rowKey={(row) => `${row.line}-${row.rule}-${say(rules.rules[row.rule], row.facts, language)}`}
            columns={[
              {
                key: "line",
                header: words.line,
                rowHeader: true,
                cell: (row) => (row.line === 0 ? words.whole : count(row.line, language)),
              },
              { key: "rule", header: words.rule, cell: (row) => say(rules.rules[row.rule], row.facts, language) },
              { key: "severity", header: words.severity, cell: (row) => rules.severities[row.severity] },
            ]}
          />
          {report.faults.length < report.total ? (
            <p className="text-aide text-texte2">
              {fill(words.onlyFirst, { count: count(report.faults.length, language) })}
            </p>
          ) : null}
        </>
      )}
    </Page>
  );
}
