import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { listStructures } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/attendees.page";
import { addAttendee, cancelAttendee, noteAttendee } from "./attend.command.ts";
import { en } from "./event.en.ts";
import { fr } from "./event.fr.ts";
import { mayRunEvent } from "./event.policy.ts";
import { attendeesOf, findEvent } from "./event.store.ts";
import { refuseUnlessBegun, refuseUnlessComing } from "./event.ts";

/** Who is registered and who came, for the team. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now }) => {
    const refusal = mayRunEvent(actor);
    if (refusal) return refusal;
    const id = parseId<"event">(args.params.eventId);
    const event = id === null ? null : await findEvent(tx, organizationId, id);
    if (event === null) return refuse("missing", "event.missing");
    const structures = await listStructures(tx, organizationId, { on: today });
    return {
      ...{ slug, key: newId<"key">(now) as string, event: { id: event.id as string, title: event.title } },
      begun: refuseUnlessBegun(event, today) === null,
      comes: refuseUnlessComing(event, today) === null,
      structures: structures.map(({ id: value, name }) => ({ value: value as string, label: name })),
      rows: (await attendeesOf(tx, organizationId, event.id)).map((one) => ({
        ...{ id: one.id as string, name: `${one.firstName} ${one.lastName}`, structure: one.structureName },
        ...{ origin: one.origin, there: one.seenAt !== null },
      })),
    };
  });
}

type Row = Exclude<Awaited<ReturnType<typeof loader>>, undefined>["rows"][number];

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, eventId } = args.params;
  const given = { ...input, eventId };
  const then = (word: "added" | "noted" | "left") => () => ({
    to: `/${cooperative}/evenements/${eventId}/presences`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "add":
      return act(args, form, addAttendee, given, then("added"));
    case "note":
      return act(args, form, noteAttendee, given, then("noted"));
    case "cancel":
      return act(args, form, cancelAttendee, given, then("left"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function Attendees({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, event, begun, comes, structures, rows } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  const columns: readonly Column<Row>[] = [
    { key: "person", header: words.person, cell: (row) => row.name, rowHeader: true },
    { key: "structure", header: words.structure, cell: (row) => row.structure },
    { key: "origin", header: words.origin, cell: (row) => words.origins[row.origin], wideOnly: true },
    {
      key: "there",
      header: words.there,
      cell: (row) => <Badge tone={row.there ? "ok" : "neutre"}>{row.there ? words.came : words.notCame}</Badge>,
    },
    {
      key: "act",
      header: words.there,
      hideHeader: true,
      cell: (row) => <Note row={row} begun={begun} comes={comes} />,
    },
  ];
  return (
    <Page
      title={words.attendees}
      description={words.attendeesLead}
      crumbs={[
        { to: `/${slug}/evenements`, label: words.title },
        { to: `/${slug}/evenements/${event.id}`, label: event.title },
      ]}
      actions={
        rows.length === 0 ? null : (
          <ButtonLink reloadDocument to={`/${slug}/evenements/${event.id}/badges.pdf`}>
            {words.badges}
          </ButtonLink>
        )
      }
    >
      {["note", "cancel"].map((intent) => (
        <Refused key={intent} intent={intent} answer={answer} />
      ))}
      {rows.length === 0 ? (
        <p className="text-texte2">{words.attendeesNone}</p>
      ) : (
        <Table caption={words.attendees} rows={rows} rowKey={(row) => row.id} columns={columns} />
      )}
      {begun || comes ? (
        <Card title={words.add}>
          <SubmitForm
            key={rows.length}
            intent="add"
            idempotencyKey={key}
            answer={answer}
            className="grid max-w-2xl grid-cols-1 gap-4 sm:grid-cols-2"
          >
            <TextInput name="firstName" label={words.firstName} maxLength={80} required />
            <TextInput name="lastName" label={words.lastName} maxLength={80} required />
            <TextInput name="email" type="email" label={words.email} maxLength={254} optional />
            <Select name="structureId" label={words.structure} placeholder={words.noStructure} options={structures} />
            {begun ? <Checkbox name="there" label={words.isThere} className="sm:col-span-2" /> : null}
            <SubmitButton className="self-start justify-self-start">{words.addSubmit}</SubmitButton>
          </SubmitForm>
        </Card>
      ) : null}
    </Page>
  );
}

function Note({ row, begun, comes }: { readonly row: Row; readonly begun: boolean; readonly comes: boolean }) {
  const words = useLanguage().choose({ fr, en });
  const does = row.there ? words.noteNot : words.noteCame;
  return (
    <div className="flex flex-wrap gap-2">
      {begun ? (
        <SubmitForm intent="note" hidden={{ attendeeId: row.id, there: row.there ? "" : "oui" }} answer={null}>
          <SubmitButton
            size="small"
            variant={row.there ? "quiet" : "secondary"}
            aria-label={fill(words.noteOf, { act: does, name: row.name })}
          >
            {does}
          </SubmitButton>
        </SubmitForm>
      ) : null}
      {comes && !row.there ? (
        <SubmitForm intent="cancel" hidden={{ attendeeId: row.id }} answer={null}>
          <SubmitButton
            size="small"
            variant="quiet"
            aria-label={fill(words.noteOf, { act: words.remove, name: row.name })}
          >
            {words.remove}
          </SubmitButton>
        </SubmitForm>
      ) : null}
    </div>
  );
}
