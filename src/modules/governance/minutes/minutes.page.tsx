import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { momentOf, openAssemblyPage } from "../assembly/assembly-reading.store.ts";
import type { Route } from "./+types/minutes.page";
import { en } from "./minutes.en.ts";
import { fr } from "./minutes.fr.ts";
import { minutesOf, proposedMinutes } from "./minutes.store.ts";
import { publishMinutes } from "./publish-minutes.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, timeZone, now } = reader;
    const opened = await openAssemblyPage(reader, args.params.assemblyId);
    if (isRefusal(opened)) return opened;
    const { assembly, governs } = opened;
    if (assembly.status !== "closed") return refuse("conflict", "minutes.notClosed");
    const versions = await minutesOf(tx, organizationId, assembly.id);
    return {
      ...{ slug, key: newId<"key">(now) as string, governs, assembly: momentOf(reader, assembly) },
      versions: versions.map(({ version, body, publishedAt }) => ({ version, body, on: dayIn(publishedAt, timeZone) })),
      proposed: governs ? (versions[0]?.body ?? (await proposedMinutes(tx, organizationId, assembly))) : "",
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, assemblyId } = args.params;
  return act(args, form, publishMinutes, { ...input, assemblyId }, () => ({
    to: `/${cooperative}/assemblees/${assemblyId}/proces-verbal`,
    message: { fr: fr.published, en: en.published },
  }));
}

export default function Minutes({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, governs, assembly, versions, proposed } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const [last, ...earlier] = versions;
  const here = `/${slug}/assemblees/${assembly.id}`;
  const titled = (one: { version: number; on: (typeof versions)[number]["on"] }) =>
    fill(words.publishedOn, { version: String(one.version), day: day(one.on) });
  return (
    <Page
      title={words.title}
      description={governs ? words.lead : null}
      width="form"
      crumbs={[{ to: here, label: assembly.title }]}
    >
      {last === undefined ? (
        <p className="text-texte2">{words.none}</p>
      ) : (
        <Card
          title={titled(last)}
          actions={
            <TextLink to={`${here}/proces-verbal/pdf`} reloadDocument>
              {words.pdf}
            </TextLink>
          }
        >
          <div className="whitespace-pre-line [overflow-wrap:anywhere]">{last.body}</div>
        </Card>
      )}
      {governs ? (
        <Card title={last === undefined ? words.publish : words.correct}>
          <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
            <Textarea name="body" label={words.body} defaultValue={proposed} rows={16} maxLength={60_000} required />
            <SubmitButton className="self-start">{words.publish}</SubmitButton>
          </SubmitForm>
        </Card>
      ) : null}
      {earlier.length === 0 ? null : (
        <Card title={words.earlier}>
          {earlier.map((one) => (
            <details key={one.version}>
              <summary className="cursor-pointer">{titled(one)}</summary>
              <div className="mt-2 whitespace-pre-line">{one.body}</div>
            </details>
          ))}
        </Card>
      )}
    </Page>
  );
}
