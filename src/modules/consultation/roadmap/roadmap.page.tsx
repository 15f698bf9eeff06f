import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { listStructures, maySpeakFor, seatsOf, seatsOn } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { findConsultation } from "../consultation/consultation.store.ts";
import type { Route } from "./+types/roadmap.page";
import { Adoptions } from "./adoptions.view.tsx";
import { Committee, Decisions } from "./committee.view.tsx";
import {
  addMilestone,
  addWorkstream,
  logDecision,
  reachMilestone,
  recordAdoption,
  seatCommittee,
  updateRoadmap,
} from "./keep-roadmap.command.ts";
import { en } from "./roadmap.en.ts";
import { fr } from "./roadmap.fr.ts";
import { mayKeepRoadmap, mayReadRoadmap } from "./roadmap.policy.ts";
import { adoptionsOf, committeeOf, decisionsOf, findRoadmap, workstreamsOf } from "./roadmap.store.ts";
import { latest } from "./roadmap.ts";
import { Workstreams } from "./workstreams.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** A roadmap: workstreams, committee, decisions, and what each structure makes of it. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now, timeZone }) => {
    const refusal = mayReadRoadmap(actor);
    if (refusal) return refusal;
    const id = parseId<"roadmap">(args.params.roadmapId);
    const roadmap = id === null ? null : await findRoadmap(tx, organizationId, id);
    if (roadmap === null) return refuse("missing", "roadmap.missing");
    const keeps = mayKeepRoadmap(actor) === null;
    const from = roadmap.consultationId && (await findConsultation(tx, organizationId, roadmap.consultationId));
    const structures = (await listStructures(tx, organizationId, { on: today })).filter(
      ({ kind }) => kind !== "network",
    );
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const all = await adoptionsOf(tx, organizationId, roadmap.id);
    const people = keeps ? await seatsOn(tx, organizationId, today) : [];
    const choices = (among: typeof structures) =>
      among.map(({ id: value, name }) => ({ value: value as string, label: name }));
    return {
      ...{ slug, today, keeps, key: newId<"key">(now) as string },
      consultation: from ? { id: from.id as string, title: from.title } : null,
      roadmap: { id: roadmap.id as string, title: roadmap.title, mandate: roadmap.mandate, version: roadmap.version },
      workstreams: await workstreamsOf(tx, organizationId, roadmap.id),
      committee: await committeeOf(tx, organizationId, roadmap.id),
      decisions: await decisionsOf(tx, organizationId, roadmap.id),
      known: structures.length,
      adoptions: latest(all).map(({ structureId, structureName, number, choice, comment, recordedAt }) => ({
        ...{ structureId: structureId as string, structureName, choice, comment, on: dayIn(recordedAt, timeZone) },
        before: all
          .filter((one) => one.structureId === structureId && one.number < number)
          .map((one) => ({ choice: one.choice, on: dayIn(one.recordedAt, timeZone) })),
      })),
      structures: choices(structures),
      speaks: choices(structures.filter((one) => maySpeakFor(actor, seats, one.id) === null)),
      people: [...new Map(people.map(({ personId, personName }) => [personId as string, personName]))].map(
        ([value, label]) => ({ value, label }),
      ),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["dueOn", "decidedOn"]);
  const { cooperative, roadmapId } = args.params;
  const given = { ...input, roadmapId };
  const then = (word: "saved" | "adoptionSaved") => () => ({
    to: `/${cooperative}/feuilles-de-route/${roadmapId}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention?.split(" ")[0]) {
    case "update":
      return act(args, form, updateRoadmap, given, then("saved"));
    case "workstream":
      return act(args, form, addWorkstream, given, then("saved"));
    case "milestone":
      return act(args, form, addMilestone, given, then("saved"));
    case "reach":
      return act(args, form, reachMilestone, given, then("saved"));
    case "committee":
      return act(args, form, seatCommittee, given, then("saved"));
    case "decision":
      return act(args, form, logDecision, given, then("saved"));
    case "adopt":
      return act(args, form, recordAdoption, given, then("adoptionSaved"));
    default:
      throw data(null, { status: 404 });
  }
}

export type RoadmapShown = Route.ComponentProps["loaderData"];

export default function RoadmapPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, keeps, roadmap, consultation } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const given = { shown: loaderData, answer: actionData ?? null };
  return (
    <Page title={roadmap.title} crumbs={[{ to: `/${slug}/feuilles-de-route`, label: words.title }]}>
      {["reach", "committee"].map((intent) => (
        <Refused key={intent} intent={intent} answer={given.answer} />
      ))}
      {consultation === null ? null : (
        <p>
          <TextLink to={`/${slug}/consultations/${consultation.id}`}>
            {fill(words.ofConsultation, { title: consultation.title })}
          </TextLink>
        </p>
      )}
      <Card title={words.mandate}>
        <p className="max-w-prose whitespace-pre-line">{roadmap.mandate || words.mandateNone}</p>
        {keeps ? (
          <div className="mt-3">
            <Confirm trigger={words.edit} title={roadmap.title} variant="quiet">
              <SubmitForm
                intent="update"
                hidden={{ version: String(roadmap.version) }}
                answer={given.answer}
                className="flex flex-col gap-4"
              >
                <TextInput name="title" label={words.name} defaultValue={roadmap.title} maxLength={160} required />
                <Textarea
                  name="mandate"
                  label={words.mandate}
                  defaultValue={roadmap.mandate}
                  maxLength={4000}
                  rows={4}
                  optional
                />
                <SubmitButton className="self-start">{words.save}</SubmitButton>
              </SubmitForm>
            </Confirm>
          </div>
        ) : null}
      </Card>
      <Adoptions {...given} />
      <Workstreams {...given} />
      <Committee {...given} />
      <Decisions {...given} />
    </Page>
  );
}
