import { FileDown } from "lucide-react";
import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { act, personNames, reachedPersons, readForm } from "#modules/membership/index.server.ts";
import { seatsOn } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { ActionsCard } from "../audit/actions-card.view.tsx";
import { checkAction, finishAction, nameAssessor, releaseAssessor } from "../audit/assess.command.ts";
import { AssessorsCard } from "../audit/assessors-card.view.tsx";
import { actionsOf } from "../audit/audit.store.ts";
import { CountCard } from "../decision/count-card.view.tsx";
import { decideLabelling } from "../decision/decide.command.ts";
import { findDecision } from "../decision/decision.store.ts";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import { mayAssess, mayDecide, mayOrganise, mayReadLabelling, mayRegister, maySpeakForIt } from "../label.policy.ts";
import { STATUS_TONE } from "../label-tones.ts";
import type { Route } from "./+types/labelling.page";
import { CriteriaTables } from "./criteria-tables.view.tsx";
import { LabellingActs } from "./labelling-acts.view.tsx";
import { loadLabelling } from "./load.store.ts";
import { reopenLabelling, submitLabelling, withdrawLabelling } from "./run-labelling.command.ts";
import { readStanding } from "./standing.store.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    const loaded = await loadLabelling(reader, parseId<"labelling">(args.params.labellingId));
    if ("refused" in loaded) return loaded;
    const { labelling, seats } = loaded;
    const refusal = mayReadLabelling(actor, seats, labelling);
    if (refusal) return refusal;
    const open = labelling.status === "preparing" || labelling.status === "submitted";
    const organise = open && mayOrganise(actor, seats, labelling.structureId) === null;
    const standing = await readStanding(tx, organizationId, labelling, {
      personId: actor.personId,
      organises: organise,
    });
    const names = await personNames(tx, organizationId, labelling.assessorIds);
    const people = organise ? await reachedPersons(tx, actor, ["direction", "administrator", "facilitator"]) : [];
    const bound = organise ? await seatsOn(tx, organizationId, today, labelling.structureId) : [];
    const left = new Set([...labelling.assessorIds, ...bound.map(({ personId }) => personId)]);
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      labelling,
      standing,
      decision: await findDecision(tx, organizationId, labelling.id),
      actions: await actionsOf(tx, organizationId, labelling.id),
      assessors: labelling.assessorIds.map((id) => ({ id, name: names.get(id) ?? "" })),
      people: people
        .filter(({ personId }) => !left.has(personId))
        .map(({ personId, name }) => ({ value: personId as string, label: name })),
      may: {
        answer: labelling.status === "preparing" && maySpeakForIt(actor, seats, labelling.structureId) === null,
        speak: maySpeakForIt(actor, seats, labelling.structureId) === null,
        withdraw: open && mayRegister(actor, seats, labelling.structureId) === null,
        organise,
        assess: mayAssess(actor, seats, labelling) === null,
        decide: labelling.status === "submitted" && mayDecide(actor, seats, labelling) === null,
      },
    };
  });
}

export type LabellingData = Route.ComponentProps["loaderData"];

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, labellingId } = args.params;
  const given = { ...input, labellingId };
  const words = { fr: fr.labelling, en: en.labelling };
  type Said = "submitted" | "reopened" | "withdrawn" | "named" | "released" | "finished" | "checkedNow" | "decided";
  const said = (word: Said) => () => ({
    to: `/${cooperative}/label/demarches/${labellingId}`,
    message: { fr: words.fr[word], en: words.en[word] },
  });
  switch (input.intention) {
    case "submit":
      return act(args, form, submitLabelling, given, said("submitted"));
    case "reopen":
      return act(args, form, reopenLabelling, given, said("reopened"));
    case "withdraw":
      return act(args, form, withdrawLabelling, given, said("withdrawn"));
    case "name":
      return act(args, form, nameAssessor, given, said("named"));
    case "release":
      return act(args, form, releaseAssessor, given, said("released"));
    case "finish":
      return act(args, form, finishAction, given, said("finished"));
    case "check":
      return act(args, form, checkAction, given, said("checkedNow"));
    case "decide":
      return act(args, form, decideLabelling, given, said("decided"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function LabellingPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, labelling, standing } = loaderData;
  const answer = actionData ?? undefined;
  const referential = fill(words.referentialOf, {
    name: labelling.referentialName,
    number: String(labelling.editionNumber),
  });
  return (
    <Page
      title={labelling.structureName}
      badge={<Badge tone={STATUS_TONE[labelling.status]}>{words.statuses[labelling.status]}</Badge>}
      description={fill(words.labelling.lead, { referential, mode: words.modes[labelling.mode] })}
      crumbs={[{ to: `/${slug}/label`, label: words.title }]}
      actions={
        labelling.status === "granted" ? (
          <ButtonLink variant="primary" icon={FileDown} to="certificat.pdf" reloadDocument>
            {words.labelling.certificate}
          </ButtonLink>
        ) : (
          <LabellingActs data={loaderData} answer={answer} />
        )
      }
    >
      {(["submit", "reopen", "withdraw", "release", "check", "decide"] as const).map((intent) => (
        <Refused key={intent} intent={intent} answer={answer} />
      ))}
      {standing === null ? null : <CountCard data={loaderData} standing={standing} />}
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <AssessorsCard data={loaderData} answer={answer} />
        <ActionsCard data={loaderData} answer={answer} />
      </div>
      {standing === null ? null : <CriteriaTables data={loaderData} standing={standing} />}
    </Page>
  );
}
