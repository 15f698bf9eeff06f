import { Plus } from "lucide-react";
import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { listStructures, maySpeakFor, seatsOf } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ListToolbar } from "#ui/list-toolbar.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea } from "#ui/text-input.tsx";
import { en as consultationEn } from "../consultation/consultation.en.ts";
import { fr as consultationFr } from "../consultation/consultation.fr.ts";
import { mayReadConsultation } from "../consultation/consultation.policy.ts";
import { findConsultation, phasesOf } from "../consultation/consultation.store.ts";
import { ConsultationTabs } from "../consultation/consultation-tabs.view.tsx";
import type { Route } from "./+types/landscape.page";
import { en } from "./landscape.en.ts";
import { fr } from "./landscape.fr.ts";
import { landscapeOf } from "./landscape.store.ts";
import { FINDINGS, LANDSCAPE_KINDS, type LandscapeKind, PROJECTS, refuseOnceOver } from "./landscape.ts";
import { addLandscapeLine, withdrawLandscapeLine } from "./tell-landscape.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** What is there: projects and findings of each structure, of one network when it is asked for. */
export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now }) => {
    const refusal = mayReadConsultation(actor);
    if (refusal) return refusal;
    const id = parseId<"consultation">(args.params.consultationId);
    const consultation = id === null ? null : await findConsultation(tx, organizationId, id);
    if (consultation === null) return refuse("missing", "consultation.missing");
    const over = refuseOnceOver(await phasesOf(tx, organizationId, consultation.id)) !== null;
    const structures = await listStructures(tx, organizationId, { on: today });
    const networks = new Map(structures.map((one) => [one.id, one.networks]));
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const all = (await landscapeOf(tx, organizationId, consultation.id)).map((line) => ({
      ...{ id: line.id as string, structure: line.structureName, kind: line.kind, body: line.body },
      networks: networks.get(line.structureId) ?? [],
      own: !over && maySpeakFor(actor, seats, line.structureId) === null,
    }));
    const wanted = searchParams.get("reseau") ?? "";
    const named = new Set([
      ...structures.filter(({ kind }) => kind === "network").map(({ name }) => name),
      ...all.flatMap((line) => line.networks),
    ]);
    return {
      ...{ slug, key: newId<"key">(now) as string, over, count: all.length },
      consultation: { id: consultation.id as string, title: consultation.title },
      networks: [...named].filter((name) => all.some((line) => of(line, name))),
      lines: all.filter((line) => wanted === "" || of(line, wanted)),
      speaks: structures
        .filter((one) => maySpeakFor(actor, seats, one.id) === null)
        .map(({ id: value, name }) => ({ value: value as string, label: name })),
    };
  });
}

/** Of a network: its own word, or that of a structure that belongs to it. */
const of = (line: { readonly structure: string; readonly networks: readonly string[] }, network: string) =>
  line.structure === network || line.networks.includes(network);

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, consultationId } = args.params;
  const then = (word: "added" | "withdrawn") => () => ({
    to: `/${cooperative}/consultations/${consultationId}/etat-des-lieux`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "add":
      return act(args, form, addLandscapeLine, { ...input, consultationId }, then("added"));
    case "withdraw":
      return act(args, form, withdrawLandscapeLine, input, then("withdrawn"));
    default:
      throw data(null, { status: 404 });
  }
}

type Shown = Route.ComponentProps["loaderData"];

export default function LandscapePage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, over, count, consultation, networks, lines, speaks } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { title } = choose({ fr: consultationFr, en: consultationEn });
  const answer = actionData ?? null;
  return (
    <Page
      title={consultation.title}
      description={words.lead}
      crumbs={[{ to: `/${slug}/consultations`, label: title }]}
      actions={
        over || speaks.length === 0 ? null : (
          <Confirm trigger={words.add} title={words.add} variant="primary" icon={Plus}>
            <SubmitForm intent="add" idempotencyKey={key} answer={answer} className="flex flex-col gap-4">
              <Select name="structureId" label={words.structure} options={speaks} required />
              <Select
                name="kind"
                label={words.kind}
                options={LANDSCAPE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
                required
              />
              <Textarea name="body" label={words.body} help={words.bodyHelp} maxLength={1000} rows={4} required />
              <SubmitButton className="self-start">{words.addSubmit}</SubmitButton>
            </SubmitForm>
          </Confirm>
        )
      }
    >
      <ConsultationTabs slug={slug} id={consultation.id} />
      <Refused intent="withdraw" answer={answer} />
      {over ? <Notice>{words.refusals["landscape.over"]}</Notice> : null}
      {count === 0 ? (
        <EmptyState title={words.none}>{over ? null : words.noneHelp}</EmptyState>
      ) : (
        <>
          {networks.length === 0 ? null : (
            <ListToolbar
              filters={[
                {
                  parameter: "reseau",
                  label: words.network,
                  options: networks.map((name) => ({ value: name, label: name })),
                },
              ]}
            />
          )}
          {lines.length === 0 ? <p className="text-texte2">{words.noneFiltered}</p> : null}
          <Lines title={words.projects} kinds={PROJECTS} shown={loaderData} />
          <Lines title={words.findings} kinds={FINDINGS} shown={loaderData} />
        </>
      )}
    </Page>
  );
}

function Lines({
  title,
  kinds,
  shown: { lines, key },
}: {
  readonly title: string;
  readonly kinds: readonly LandscapeKind[];
  readonly shown: Shown;
}) {
  const words = useLanguage().choose({ fr, en });
  const told = kinds.filter((kind) => lines.some((line) => line.kind === kind));
  if (told.length === 0) return null;
  return (
    <Card title={title}>
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        {told.map((kind) => (
          <section key={kind}>
            <h3 className="font-semibold">{words.headings[kind]}</h3>
            <ul className="divide-y divide-bordure">
              {lines
                .filter((line) => line.kind === kind)
                .map(({ id, body, structure, networks, own }) => (
                  <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
                    <div className="min-w-0">
                      <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{body}</p>
                      <p className="text-aide text-texte2">
                        {networks.length === 0
                          ? structure
                          : fill(words.by, { structure, networks: networks.join(", ") })}
                      </p>
                    </div>
                    {own ? (
                      <SubmitForm
                        intent="withdraw"
                        idempotencyKey={`${key}${id}`}
                        hidden={{ lineId: id }}
                        answer={null}
                      >
                        <SubmitButton
                          size="small"
                          variant="quiet"
                          aria-label={fill(words.withdrawOf, { body: body.slice(0, 60) })}
                        >
                          {words.withdraw}
                        </SubmitButton>
                      </SubmitForm>
                    ) : null}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}
