import { data } from "react-router";
import { hasGeneralRole } from "#kernel/actor.ts";
import { addDays, dayIn } from "#kernel/day.ts";
import { act, activitiesOf, personNames, personsReached } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { Button, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { mayKeepTemplates, mayReadDesk, reachedActivities } from "../documents.policy.ts";
import { textsOf } from "../form-texts.ts";
import type { Route } from "./+types/pieces.page";
import { KindsCard } from "./kinds-card.view.tsx";
import { en } from "./piece.en.ts";
import { fr } from "./piece.fr.ts";
import { pieceKinds, piecesToLookAt, searchPieces } from "./piece.store.ts";
import { addUsualKinds, savePieceKind } from "./save-piece-kind.command.ts";

const SOON_DAYS = 30;

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, timeZone }) => {
    const refusal = mayReadDesk(actor);
    if (refusal) return refusal;
    const question = new URL(args.request.url).searchParams.get("q") ?? "";
    const persons = await personsReached(tx, actor, ["accompagnateur", "payroll", "direction", "administrator"]);
    const sensitive = hasGeneralRole(actor, ["payroll", "direction", "administrator"]);
    const reach = { persons, activities: reachedActivities(actor) };
    const found = await searchPieces(tx, organizationId, question.slice(0, 200), { ...reach, sensitive });
    const look = await piecesToLookAt(tx, organizationId, reach, { today, soon: addDays(today, SOON_DAYS) });
    const names = await personNames(tx, organizationId, [
      ...new Set([...found, ...look].flatMap(({ personId }) => (personId === null ? [] : [personId]))),
    ]);
    const activities = new Map(
      (await activitiesOf(tx, organizationId, reach.activities)).map(({ id, name }) => [id, name]),
    );
    const line = ({ id, personId, activityId, kindName, givenAt }: (typeof found)[number]) => ({
      ...{ id, kindName, on: dayIn(givenAt, timeZone) },
      ...(activityId === null
        ? { to: `personnes/${personId}/documents`, name: personId === null ? "" : (names.get(personId) ?? "") }
        : { to: `activites/${activityId}/pieces`, name: activities.get(activityId) ?? "" }),
    });
    return {
      slug,
      question,
      may: mayKeepTemplates(actor) === null,
      found: found.map(line),
      look: look.map((one) => ({ ...line(one), why: one.why })),
      kinds: await pieceKinds(tx, organizationId),
    };
  });
}

export type PiecesData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const input = textsOf(form);
  const to = `/${args.params.cooperative}/pieces`;
  const said = (word: keyof typeof fr.desk.said) => () => ({
    to,
    message: { fr: fr.desk.said[word], en: en.desk.said[word] },
  });
  if (input.intention === "usual") return act(args, form, addUsualKinds, {}, said("usual"));
  if (input.intention?.startsWith("kind")) return act(args, form, savePieceKind, input, said("saved"));
  throw data(null, { status: 404 });
}

/** The pieces of everybody within reach: what waits, what expires, what is written in them; and what is asked. */
export default function PiecesPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { desk, states } = words;
  const { slug, question, found, look } = loaderData;
  const tone = { waiting: "attention", soon: "attention", expired: "erreur" } as const;
  const person = {
    key: "person",
    header: desk.columns.person,
    cell: (row: { readonly to: string; readonly name: string }) => (
      <TextLink to={`/${slug}/${row.to}`}>{row.name}</TextLink>
    ),
  };
  const piece = {
    key: "piece",
    header: desk.columns.piece,
    rowHeader: true,
    cell: (row: { readonly id: string; readonly kindName: string }) => (
      <TextLink to={`/${slug}/pieces/${row.id}/apercu`}>{row.kindName}</TextLink>
    ),
  };
  const on = {
    key: "on",
    header: desk.columns.on,
    cell: (row: { readonly on: Parameters<typeof day>[0] }) => day(row.on),
  };
  return (
    <Page title={desk.title}>
      <Card>
        <SubmitForm method="get" className="flex flex-col gap-3 sm:flex-row sm:items-end">
          <TextInput
            name="q"
            label={desk.search}
            help={desk.searchHelp}
            defaultValue={question}
            fieldClassName="grow"
          />
          <Button type="submit" variant="secondary">
            {desk.submit}
          </Button>
        </SubmitForm>
        {question === "" ? null : found.length === 0 ? (
          <p className="mt-4">{desk.nothing}</p>
        ) : (
          <div className="mt-4">
            <Table
              caption={desk.found}
              showCaption
              rows={found}
              rowKey={(row) => row.id}
              columns={[piece, person, on]}
            />
          </div>
        )}
      </Card>
      <Card title={desk.look} padded={look.length === 0}>
        {look.length === 0 ? (
          <p>{desk.lookNone}</p>
        ) : (
          <Table
            caption={desk.look}
            bare
            rows={look}
            rowKey={(row) => row.id}
            columns={[
              piece,
              person,
              {
                key: "state",
                header: desk.columns.state,
                cell: (row) => <Badge tone={tone[row.why]}>{states[row.why]}</Badge>,
              },
              on,
            ]}
          />
        )}
      </Card>
      <KindsCard words={words} data={loaderData} answer={actionData} />
    </Page>
  );
}
