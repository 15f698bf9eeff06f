import { BellOff, Settings2 } from "lucide-react";
import { data, redirect } from "react-router";
import { dayIn } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/notices.page";
import { en } from "./notice.en.ts";
import { fr } from "./notice.fr.ts";
import { noticesOf } from "./notice.store.ts";
import { NoticeSections } from "./notice-list.view.tsx";
import { readAllNotices, readNotice } from "./read-notice.command.ts";
import { tell } from "./sentence.ts";

/** What awaits the reader, and what happened to their things. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, now, today, timeZone, language }) => {
    const stored = await noticesOf(tx, actor, app.topics, now);
    const actors = await app.contacts(
      tx,
      organizationId,
      stored.flatMap(({ actorId }) => actorId ?? []),
    );
    const names = new Map(actors.map(({ personId, name }) => [personId, name]));
    const words = language === "fr" ? fr : en;
    const notices = stored.flatMap(({ id, topic: key, facts, actorId, at, readAt }) => {
      const topic = app.topics.find((one) => one.key === key);
      if (topic === undefined) return [];
      const actor = names.get(actorId as PersonId) ?? words.somebody;
      const told = tell(topic, { actor, ...facts }, language);
      return [{ id, kind: topic.kind, ...told, on: dayIn(at, timeZone), read: readAt !== null }];
    });
    const counted = [];
    for (const { topic, path, count } of app.counters) {
      const waiting = await count(tx, organizationId, actor);
      if (waiting === 0) continue;
      counted.push({ key: topic.key, href: `/${slug}/${path}`, ...tell(topic, { count: String(waiting) }, language) });
    }
    return { slug, today, notices, counted };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  if (form.get("intention") === "tout") {
    await runCommand(args, readAllNotices, {});
    return redirect(`/${args.params.cooperative}/notifications`, { headers: flash({ fr: fr.marked, en: en.marked }) });
  }
  const result = await runCommand(args, readNotice, { noticeId: String(form.get("notice")) });
  if (!result.ok) return data({ problem: result.problem }, { status: result.status });
  return redirect(`/${args.params.cooperative}/${result.output.path}`);
}

export default function Notices({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, notices, counted } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const settings = (
    <ButtonLink icon={Settings2} to={`/${slug}/notifications/reglages`}>
      {words.settings}
    </ButtonLink>
  );
  const unread = notices.some(({ kind, read }) => kind === "news" && !read);
  const markAll = unread ? (
    <SubmitForm intent="tout">
      <SubmitButton variant="secondary">{words.markAll}</SubmitButton>
    </SubmitForm>
  ) : null;
  return (
    <Page
      title={words.title}
      width="form"
      actions={
        <>
          {markAll}
          {settings}
        </>
      }
    >
      {actionData ? <Notice tone="erreur">{actionData.problem.sentence}</Notice> : null}
      {notices.length + counted.length === 0 ? (
        <EmptyState icon={BellOff} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <NoticeSections notices={notices} counted={counted} today={today} />
      )}
    </Page>
  );
}
