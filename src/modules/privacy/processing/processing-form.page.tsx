import { type Day, dayIn } from "#kernel/day.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { rulesOf } from "../retention/retention.store.ts";
import type { Route } from "./+types/processing-form.page";
import { en } from "./processing.en.ts";
import { fr } from "./processing.fr.ts";
import { mayKeepRegister } from "./processing.policy.ts";
import { processingOf, versionsOf } from "./processing.store.ts";
import { ProcessingCard } from "./processing-card.view.tsx";
import { ProcessingForm } from "./processing-form.view.tsx";
import { periodsText, retentionText } from "./retention-text.ts";
import { saveProcessing } from "./save-processing.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** One entry: the version in force to change, or an older one to read (?version=2). Without a key: a new one. */
export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const asked = Number(searchParams.get("version") ?? "");
  return readTenant(args, async ({ tx, actor, organizationId, slug, language, timeZone }) => {
    const refusal = mayKeepRegister(actor);
    if (refusal) return refusal;
    const key = searchParams.get("fiche");
    const current = key === null ? null : await processingOf(tx, organizationId, key, language);
    if (key !== null && current === null) return refuse("missing", "processing.missing");
    const { rules } = await rulesOf(tx, organizationId);
    const old =
      key !== null && Number.isInteger(asked) && asked > 0 && asked < (current?.version ?? 0)
        ? await processingOf(tx, organizationId, key, language, asked)
        : null;
    const versions = key === null ? [] : await versionsOf(tx, organizationId, key);
    return {
      ...{ slug, current, periods: periodsText(key ?? "", rules, language) },
      old:
        old === null
          ? null
          : {
              ...old,
              retention: retentionText(old, rules, language),
              on: old.at === null ? null : dayIn(old.at, timeZone),
            },
      versions: versions.map(({ at, ...line }) => ({ ...line, on: dayIn(at, timeZone) })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const key = new URL(args.request.url).searchParams.get("fiche") ?? "";
  return act(args, form, saveProcessing, { ...input, key }, () => ({
    to: `/${args.params.cooperative}/reglages/donnees/registre`,
    message: { fr: fr.saved, en: en.saved },
  }));
}

type Line = { readonly version: number; readonly by: string; readonly on: Day };

export default function ProcessingFormPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, current, old, periods, versions } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const address = `/${slug}/reglages/donnees/registre`;
  const here = `${address}/fiche?fiche=${current?.key ?? ""}`;
  return (
    <Page
      title={current?.name ?? words.newTitle}
      windowTitle={`${words.title} · ${current?.name ?? words.newTitle}`}
      crumbs={[{ to: address, label: words.title }]}
      width="form"
    >
      {old === null ? (
        <ProcessingForm current={current} periods={periods} answer={actionData} />
      ) : (
        <>
          <Notice tone="attention" actions={<TextLink to={here}>{words.seeCurrent}</TextLink>}>
            {words.old}
          </Notice>
          <ProcessingCard entry={old} address={address} />
        </>
      )}
      {versions.length === 0 ? null : (
        <Card title={words.versions} description={words.versionsLead}>
          <Table<Line>
            bare
            caption={words.versions}
            rows={versions}
            rowKey={(row) => String(row.version)}
            columns={[
              {
                key: "version",
                header: words.version,
                rowHeader: true,
                cell: (row) => <TextLink to={`${here}&version=${row.version}`}>{row.version}</TextLink>,
              },
              { key: "when", header: words.when, cell: (row) => day(row.on) },
              { key: "by", header: words.by, cell: (row) => row.by },
            ]}
          />
        </Card>
      )}
    </Page>
  );
}
