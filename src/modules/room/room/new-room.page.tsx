import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
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
import { fr } from "./room.fr.ts";
import { mayFacilitate } from "./room.policy.ts";
import { ROOM_KINDS, readSubject } from "./room.ts";

export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async ({ app, actor, slug, now }) => {
    const refusal = mayFacilitate(actor);
    if (refusal) return refusal;
    const text = searchParams.get("pour") ?? "";
    const subject = readSubject(text);
    return {
      ...{ slug, key: newId<"key">(now) as string, subject: subject === null ? "" : text },
      origin: subject === null ? null : { kind: subject.kind, to: app.sourceHref(slug, subject.kind, subject.id) },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, openRoom, { ...input, subject: readSubject(input.subject ?? "") }, ({ roomId }) => ({
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
