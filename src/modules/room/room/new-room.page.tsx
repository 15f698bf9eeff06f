import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { type Reader, readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox, RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/new-room.page";
import { openRoom } from "./open-room.command.ts";
import { OpenedFor } from "./opened-for.view.tsx";
import { en } from "./room.en.ts";
import { fr, type RoomRefusalCode } from "./room.fr.ts";
import { mayFacilitate } from "./room.policy.ts";
import { ROOM_KINDS, type RoomSubject, readSubject } from "./room.ts";

/** Somebody may write another address: a room is opened for what exists, and what they may read. */
const known = async (reader: Reader, subject: RoomSubject | null) =>
  subject !== null && (await reader.app.readsSubject(reader, subject.kind, subject.id));
const subjectMissing = () => refuse("missing", "room.subjectMissing" satisfies RoomRefusalCode);

export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const { app, actor, slug, now } = reader;
    const refusal = mayFacilitate(actor);
    if (refusal) return refusal;
    const text = searchParams.get("pour") ?? "";
    const subject = readSubject(text);
    if (text !== "" && !(await known(reader, subject))) return subjectMissing();
    return {
      ...{ slug, key: newId<"key">(now) as string, subject: subject === null ? "" : text },
      origin: subject === null ? null : { kind: subject.kind, to: app.sourceHref(slug, subject.kind, subject.id) },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const text = input.subject ?? "";
  const subject = readSubject(text);
  await readTenant(args, async (reader) => (text === "" || (await known(reader, subject)) ? null : subjectMissing()));
  return act(args, form, openRoom, { ...input, subject }, ({ roomId }) => ({
    to: `/${args.params.cooperative}/salles/${roomId}`,
    message: { fr: fr.opened, en: en.opened },
  }));
}

export default function NewRoom({ loaderData: { slug, key, subject, origin }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.open}
      description={words.openLead}
      width="form"
      crumbs={[{ to: `/${slug}/salles`, label: words.title }]}
    >
      <OpenedFor origin={origin} />
      <Card>
        <SubmitForm
          idempotencyKey={key}
          hidden={{ subject }}
          answer={actionData ?? null}
          className="flex flex-col gap-4"
        >
          <TextInput name="title" label={words.name} maxLength={160} required />
          <Textarea
            name="question"
            label={words.question}
            help={words.questionHelp}
            maxLength={500}
            rows={2}
            optional
          />
          <RadioGroup
            name="kind"
            label={words.kind}
            defaultValue="contributions"
            options={ROOM_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind], help: words.kindsHelp[kind] }))}
          />
          <Textarea name="scenarios" label={words.scenarios} help={words.scenariosHelp} rows={3} optional />
          <Textarea name="columns" label={words.columns} help={words.columnsHelp} rows={3} optional />
          <Checkbox name="guests" label={words.guests} help={words.guestsHelp} defaultChecked />
          <SubmitButton className="self-start">{words.openSubmit}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
