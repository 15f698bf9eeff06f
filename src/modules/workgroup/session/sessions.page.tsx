import { fill } from "#kernel/language.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import { mayLeadGroup, mayReadGroup } from "../group/group.policy.ts";
import { GroupTabs } from "../group/group-tabs.view.tsx";
import { loadGroup } from "../group/load-group.store.ts";
import type { Route } from "./+types/sessions.page";
import { planSession } from "./hold-session.command.ts";
import { sessionsOf } from "./session.store.ts";
import { hourAndPlace, SessionFields } from "./session-fields.view.tsx";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now, today } = reader;
    const loaded = await loadGroup(reader, args.params.workgroupId, mayReadGroup);
    if (isRefusal(loaded)) return loaded;
    const { group, members } = loaded;
    const keeps = group.closedOn === null && mayLeadGroup(actor, group, members) === null;
    const sessions = await sessionsOf(tx, organizationId, group.id);
    return { slug, group, keeps, today, sessions, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["heldOn"], /^startsAt$/);
  const { cooperative, workgroupId } = args.params;
  return act(args, form, planSession, { ...input, workgroupId, sessionId: "" }, ({ sessionId, told }) => ({
    to: `/${cooperative}/groupes-de-travail/${workgroupId}/seances/${sessionId}`,
    message: told ? { fr: fr.planned, en: en.planned } : { fr: fr.changed, en: en.changed },
  }));
}

export default function Sessions({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, group, keeps, today, sessions, key } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page title={group.title} crumbs={[{ to: `/${slug}/groupes-de-travail`, label: words.title }]}>
      <GroupTabs slug={slug} group={group} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        {sessions.length === 0 ? (
          <EmptyState title={words.noSession} />
        ) : (
          <ul className="flex flex-col gap-3">
            {sessions.map((session) => (
              <li key={session.id}>
                <Card
                  title={
                    <TextLink to={`/${slug}/groupes-de-travail/${group.id}/seances/${session.id}`}>
                      {fill(words.sessionOf, { day: longDay(session.heldOn, language) })}
                    </TextLink>
                  }
                  description={hourAndPlace(session, language)}
                >
                  <p className="line-clamp-3 whitespace-pre-line">{session.agenda || words.noAgenda}</p>
                </Card>
              </li>
            ))}
          </ul>
        )}
        {keeps ? (
          <Card title={words.plan}>
            <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
              <SessionFields given={null} today={today} />
              <SubmitButton className="self-start">{words.plan}</SubmitButton>
            </SubmitForm>
          </Card>
        ) : null}
      </div>
    </Page>
  );
}
