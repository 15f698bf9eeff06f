import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import { mayLeadGroup, mayReadGroup, mayWorkIn } from "../group/group.policy.ts";
import { GroupTabs } from "../group/group-tabs.view.tsx";
import { loadGroup } from "../group/load-group.store.ts";
import type { Route } from "./+types/session.page";
import { planSession, writeMinutes } from "./hold-session.command.ts";
import { MinutesCard } from "./minutes-card.view.tsx";
import { findSession, minutesOf } from "./session.store.ts";
import { hourAndPlace, SessionFields } from "./session-fields.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now, today, timeZone } = reader;
    const loaded = await loadGroup(reader, args.params.workgroupId, mayReadGroup);
    if (isRefusal(loaded)) return loaded;
    const { group, members } = loaded;
    const session = await findSession(tx, organizationId, group.id, parseId<"session">(args.params.sessionId));
    if (session === null) return refuse("missing", "workgroup.sessionMissing");
    const open = group.closedOn === null;
    return {
      ...{ slug, group, session, today, timeZone, members, key: newId<"key">(now) as string },
      minutes: await minutesOf(tx, organizationId, session.id),
      plans: open && session.minutes === 0 && mayLeadGroup(actor, group, members) === null,
      writes: open && session.heldOn <= today && mayWorkIn(actor, group, members) === null,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["heldOn"], /^startsAt$/);
  const { cooperative, workgroupId, sessionId } = args.params;
  const given = { ...input, workgroupId, sessionId };
  const then = (word: "planned" | "changed" | "minutesWritten") => ({
    to: `/${cooperative}/groupes-de-travail/${workgroupId}/seances/${sessionId}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "plan":
      return act(args, form, planSession, given, ({ told }) => then(told ? "planned" : "changed"));
    case "minutes": {
      const came = [...form.keys()].filter((name) => name.startsWith("came-")).map((name) => name.slice(5));
      return act(args, form, writeMinutes, { ...given, came }, () => then("minutesWritten"));
    }
    default:
      throw data(null, { status: 404 });
  }
}

export default function SessionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, group, session, today, timeZone, members, key, minutes, plans, writes } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData ?? null;
  const at = `/${slug}/groupes-de-travail`;
  return (
    <Page
      title={fill(words.sessionOf, { day: longDay(session.heldOn, language) })}
      description={hourAndPlace(session, language)}
      crumbs={[
        { to: at, label: words.title },
        { to: `${at}/${group.id}/seances`, label: group.title },
      ]}
    >
      <GroupTabs slug={slug} group={group} />
      <Refused intent="plan" answer={answer} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Card title={words.agenda}>
          <p className="max-w-prose whitespace-pre-line">{session.agenda || words.noAgenda}</p>
          {session.link === "" ? null : (
            <p className="mt-3">
              <a className="font-semibold text-marque underline" href={session.link} rel="noreferrer">
                {words.link}
              </a>
            </p>
          )}
          {plans ? (
            <div className="mt-4">
              <Confirm trigger={words.change} title={words.change}>
                <SubmitForm
                  intent="plan"
                  hidden={{ version: String(session.version) }}
                  answer={answer}
                  className="flex flex-col gap-4"
                >
                  <SessionFields given={session} today={today} />
                  <SubmitButton className="self-start">{words.save}</SubmitButton>
                </SubmitForm>
              </Confirm>
            </div>
          ) : null}
        </Card>
        <MinutesCard
          {...{ minutes, members, writes, timeZone, answer }}
          later={session.heldOn > today}
          idempotencyKey={key}
        />
      </div>
    </Page>
  );
}
