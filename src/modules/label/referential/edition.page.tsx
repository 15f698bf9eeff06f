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
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../label.en.ts";
import { fr, type LabelRefusalCode } from "../label.fr.ts";
import { mayKeepReferentials, mayReadReferentials } from "../label.policy.ts";
import type { Route } from "./+types/edition.page";
import { CriteriaCards } from "./criteria.view.tsx";
import { ImportCard, NewCriterion } from "./draft-forms.view.tsx";
import { runImport } from "./import-form.page.ts";
import {
  publishEdition,
  removeCriterion,
  reviseReferential,
  saveCriterion,
  saveRule,
} from "./keep-referential.command.ts";
import { criteriaOf, findEdition, listEditions } from "./referential.store.ts";
import { RuleCard } from "./rule-card.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = mayReadReferentials(actor);
    if (refusal) return refusal;
    const id = parseId<"labelEdition">(args.params.editionId);
    const edition = id === null ? null : await findEdition(tx, organizationId, id);
    if (edition === null) return refuse("missing", "referential.missing" satisfies LabelRefusalCode);
    const keeps = mayKeepReferentials(actor) === null;
    const editions = keeps ? await listEditions(tx, organizationId) : [];
    const draftOpen = editions.some((one) => one.referentialId === edition.referentialId && one.status === "draft");
    return {
      slug,
      key: newId<"key">(now) as string,
      edition,
      criteria: await criteriaOf(tx, organizationId, edition.id),
      may: { change: keeps && edition.status === "draft", revise: keeps && !draftOpen },
    };
  });
}

export type EditionData = Route.ComponentProps["loaderData"];

export async function action(args: Route.ActionArgs) {
  const { cooperative, editionId } = args.params;
  const upload = await runImport(args, editionId);
  if (upload !== null) return upload;
  const { form, input } = await readForm(args);
  const given = { ...input, editionId };
  const here = `/${cooperative}/label/referentiels/${editionId}`;
  const said = (word: "published" | "ruleSaved" | "criterionSaved" | "criterionRemoved") => () => ({
    to: here,
    message: { fr: fr.draft[word], en: en.draft[word] },
  });
  switch (input.intention) {
    case "publish":
      return act(args, form, publishEdition, given, said("published"));
    case "rule":
      return act(args, form, saveRule, given, said("ruleSaved"));
    case "criterion":
      return act(args, form, saveCriterion, given, said("criterionSaved"));
    case "remove":
      return act(args, form, removeCriterion, given, said("criterionRemoved"));
    case "revise":
      return act(args, form, reviseReferential, given, (output) => ({
        to: `/${cooperative}/label/referentiels/${output.editionId}`,
        message: { fr: fr.draft.revised, en: en.draft.revised },
      }));
    default:
      throw data(null, { status: 404 });
  }
}

export default function EditionPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, edition, criteria, may, key } = loaderData;
  const answer = actionData !== undefined && "problem" in actionData ? actionData : undefined;
  const imported = actionData !== undefined && "imported" in actionData ? actionData : undefined;
  return (
    <Page
      title={fill(words.referentialOf, { name: edition.name, number: String(edition.number) })}
      badge={edition.example ? <Badge tone="info">{words.example}</Badge> : null}
      description={edition.status === "draft" ? words.draft.lead : words.draft.frozen}
      crumbs={[{ to: `/${slug}/label/referentiels`, label: words.referentials.title }]}
      actions={
        <>
          {criteria.length === 0 ? null : (
            <ButtonLink icon={Download} to="criteres.csv" reloadDocument>
              {words.draft.download}
            </ButtonLink>
          )}
          {may.change && criteria.length > 0 ? (
            <Confirm trigger={words.draft.publish} title={words.draft.publishTitle} variant="primary">
              <p>{words.draft.publishHelp}</p>
              <SubmitForm intent="publish" idempotencyKey={`${key}-p`} answer={answer ?? null}>
                <SubmitButton>{words.draft.publish}</SubmitButton>
              </SubmitForm>
            </Confirm>
          ) : null}
          {may.revise ? (
            <SubmitForm intent="revise" idempotencyKey={`${key}-r`} answer={answer ?? null}>
              <SubmitButton variant="secondary">{words.draft.revise}</SubmitButton>
            </SubmitForm>
          ) : null}
        </>
      }
    >
      <Refused intent="publish" answer={answer} />
      <Refused intent="remove" answer={answer} />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <RuleCard data={loaderData} answer={answer} />
        {may.change ? <ImportCard imported={imported} answer={answer} idempotencyKey={`${key}-i`} /> : null}
      </div>
      {may.change ? <NewCriterion data={loaderData} answer={answer} /> : null}
      <CriteriaCards data={loaderData} />
    </Page>
  );
}
