import { Download } from "lucide-react";
import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../grid.en.ts";
import { fr, type GridRefusalCode } from "../grid.fr.ts";
import { mayKeepGrids, mayReadGrids } from "../grid.policy.ts";
import type { Route } from "./+types/model.page";
import { runImport } from "./import-form.page.ts";
import { publishModel, reviseModel } from "./keep-model.command.ts";
import { findModel, indicatorsOf, listModels } from "./model.store.ts";
import { objectivesIn, shapeOf } from "./model.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = mayReadGrids(actor);
    if (refusal) return refusal;
    const id = parseId<"gridModel">(args.params.gridModelId);
    const model = id === null ? null : await findModel(tx, organizationId, id);
    if (model === null) return refuse("missing", "model.missing" satisfies GridRefusalCode);
    const indicators = await indicatorsOf(tx, organizationId, model.id);
    const keeps = mayKeepGrids(actor) === null;
    const versions = keeps ? (await listModels(tx, organizationId)).filter(({ name }) => name === model.name) : [];
    const draftOpen = versions.some(({ status }) => status === "draft");
    return {
      slug,
      key: newId<"key">(now) as string,
      model,
      indicators,
      may: { change: keeps && model.status === "draft", revise: keeps && !draftOpen },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { cooperative, gridModelId: modelId } = args.params;
  const upload = await runImport(args, modelId);
  if (upload !== null) return upload;
  const { form, input } = await readForm(args);
  const said = (word: "published" | "revised") => (output: { modelId: string }) => ({
    to: `/${cooperative}/cooperation/grilles/${output.modelId}`,
    message: { fr: fr.models[word], en: en.models[word] },
  });
  if (input.intention === "publish") return act(args, form, publishModel, { modelId }, said("published"));
  if (input.intention === "revise") return act(args, form, reviseModel, { modelId }, said("revised"));
  throw data(null, { status: 404 });
}

export default function ModelPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose, plural } = useLanguage();
  const all = choose({ fr, en });
  const words = all.models;
  const { slug, model, indicators, may, key } = loaderData;
  const answer = actionData !== undefined && "problem" in actionData ? actionData : undefined;
  const imported = actionData !== undefined && "imported" in actionData ? actionData : undefined;
  const [general, main, count] = shapeOf(indicators);
  return (
    <Page
      title={fill(all.version, { name: model.name, number: String(model.number) })}
      badge={model.example ? <Badge tone="info">{all.example}</Badge> : null}
      description={fill(words.shape, { general: String(general), main: String(main), count: String(count) })}
      crumbs={[{ to: `/${slug}/cooperation/grilles`, label: words.title }]}
      actions={
        <>
          {indicators.length === 0 ? null : (
            <ButtonLink icon={Download} to="indicateurs.csv" reloadDocument>
              {words.download}
            </ButtonLink>
          )}
          {may.change && indicators.length > 0 ? (
            <Confirm trigger={words.publish} title={words.publishTitle} variant="primary">
              <p>{words.publishHelp}</p>
              <SubmitForm intent="publish" idempotencyKey={`${key}-p`} answer={answer ?? null}>
                <SubmitButton>{words.publish}</SubmitButton>
              </SubmitForm>
            </Confirm>
          ) : null}
          {may.revise ? (
            <SubmitForm intent="revise" idempotencyKey={`${key}-r`} answer={answer ?? null}>
              <SubmitButton variant="secondary">{words.revise}</SubmitButton>
            </SubmitForm>
          ) : null}
        </>
      }
    >
      <Refused intent="publish" answer={answer} />
      {may.change ? (
        <Card title={words.import} description={words.importHelp} className="max-w-2xl">
          {imported === undefined ? null : (
            <Notice
              tone={imported.refused.length === 0 ? "ok" : "attention"}
              title={plural(imported.imported, words.importedOne, words.imported)}
            >
              {imported.refused.length === 0 ? null : <p className="font-semibold">{words.refusedTitle}</p>}
              <ul className="list-disc pl-6">
                {imported.refused.map(({ line, reason, text }) => (
                  <li key={line} className="[overflow-wrap:anywhere]">
                    {fill(words.refusedLine, { line: String(line), reason: words.reasons[reason] })}
                    <span className="block text-aide text-texte2">{text}</span>
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <SubmitForm
            intent="import"
            encType="multipart/form-data"
            idempotencyKey={`${key}-i`}
            answer={answer ?? null}
            className="mt-3 flex flex-col gap-4"
          >
            <FileInput name="file" label={words.file} accept=".csv,.json,.txt" />
            <SubmitButton variant="secondary" className="self-start">
              {words.importSubmit}
            </SubmitButton>
          </SubmitForm>
        </Card>
      ) : null}
      {indicators.length === 0 ? <p className="text-texte2">{words.empty}</p> : null}
      {objectivesIn(indicators).map((objective) => (
        <Card key={objective.indicators[0]?.code} title={objective.main} description={objective.general}>
          <ul className="flex flex-col divide-y divide-bordure">
            {objective.indicators.map((one) => (
              <li key={one.code} className="py-3">
                <p>
                  <span className="font-semibold">{one.code}</span> {one.wording}
                </p>
                <ul className="text-aide text-texte2">
                  {one.levels.map((level, rank) => (
                    <li key={level}>{fill(words.level, { level: String(rank), words: level })}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </Page>
  );
}
