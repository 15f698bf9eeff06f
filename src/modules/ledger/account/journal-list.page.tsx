import { data, redirect } from "react-router";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { flash } from "#ui/flash.ts";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { mayKeepBooks } from "../ledger.policy.ts";
import { BooksTabs } from "../reading/books-tabs.view.tsx";
import type { Route } from "./+types/journal-list.page";
import type { fr as nounFr } from "./account.fr.ts";
import { journalsInUse } from "./account.store.ts";
import { en } from "./chart-screen.en.ts";
import { fr } from "./chart-screen.fr.ts";
import { saveJournal } from "./save-journal.command.ts";

/** The journals; one is renamed by `?journal=BQ`, another is added. */
export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("journal");
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    if (!mayKeepBooks(actor, "editChart")) {
      return refuse<keyof typeof nounFr.refusals>("forbidden", "account.forbidden");
    }
    const journals = await journalsInUse(tx, organizationId);
    const renamed = journals.find(({ code }) => code === asked) ?? null;
    return { slug, journals, renamed, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("cle") ?? "");
  const create = form.get("create") === "oui";
  const result = await runCommand(args, saveJournal, Object.fromEntries(form), {
    idempotencyKey: key === "" ? undefined : `journal:${key}`,
  });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const say = ({ journal }: { journal: { added: string; renamed: string } }) =>
    fill(create ? journal.added : journal.renamed, { journal: result.output.code });
  return redirect(`/${args.params.cooperative}/compta/plan-comptable/journaux`, {
    headers: flash({ fr: say(fr), en: say(en) }),
  });
}

export default function JournalList({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, journals, renamed, key } = loaderData;
  const { choose } = useLanguage();
  const { journal: words, title, save } = choose({ fr, en });
  const here = `/${slug}/compta/plan-comptable/journaux`;
  return (
    <Page
      title={words.title}
      description={words.description}
      crumbs={[{ label: title, to: `/${slug}/compta/plan-comptable` }]}
    >
      <BooksTabs slug={slug} keeper />
      <Table
        density="compact"
        caption={words.title}
        rows={journals}
        rowKey={(row) => row.code}
        columns={[
          { key: "code", header: words.code, rowHeader: true, cell: (row) => row.code },
          { key: "label", header: words.label, cell: (row) => row.label },
          {
            key: "lastOn",
            header: words.lastOn,
            cell: (row) =>
              row.lastOn === null ? (
                <span className="text-texte2">{words.never}</span>
              ) : (
                <TextLink to={`/${slug}/compta/journaux?journal=${row.code}&au=${row.lastOn}`}>
                  {day(row.lastOn)}
                </TextLink>
              ),
          },
          {
            key: "rename",
            header: words.rename,
            hideHeader: true,
            align: "end",
            cell: (row) => (
              <TextLink
                to={`${here}?journal=${row.code}`}
                aria-label={fill(words.renameOne, { journal: row.code })}
                preventScrollReset
              >
                {words.rename}
              </TextLink>
            ),
          },
        ]}
      />
      <ListFiles to={`${here}/telecharger`} />
      <Card
        className="max-w-2xl"
        title={renamed === null ? words.add : fill(words.renameOne, { journal: renamed.code })}
      >
        <SubmitForm
          key={renamed?.code ?? ""}
          idempotencyKey={key}
          answer={actionData}
          hidden={renamed === null ? { create: "oui" } : { code: renamed.code }}
          className="flex flex-col gap-4"
        >
          {renamed === null ? (
            <TextInput name="code" label={words.code} help={words.codeHelp} maxLength={8} size={8} required />
          ) : null}
          <TextInput name="label" label={words.label} defaultValue={renamed?.label} maxLength={80} required />
          <div>
            <SubmitButton>{renamed === null ? words.add : save}</SubmitButton>
          </div>
        </SubmitForm>
      </Card>
    </Page>
  );
}
