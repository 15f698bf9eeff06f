import { data } from "react-router";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/group.page";
import { en } from "./group.en.ts";
import { fr } from "./group.fr.ts";
import { mayLeadGroup, mayReadGroup } from "./group.policy.ts";
import { peopleToChoose } from "./group.store.ts";
import { GroupFields } from "./group-fields.view.tsx";
import { GroupTabs } from "./group-tabs.view.tsx";
import { addMember, closeGroup, describeGroup, endMember } from "./keep-group.command.ts";
import { loadGroup } from "./load-group.store.ts";
import { MembersCard } from "./members-card.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now } = reader;
    const loaded = await loadGroup(reader, args.params.workgroupId, mayReadGroup);
    if (isRefusal(loaded)) return loaded;
    const { group, members } = loaded;
    const keeps = group.closedOn === null && mayLeadGroup(actor, group, members) === null;
    const there = new Set(members.map(({ personId }) => personId));
    const people = keeps ? (await peopleToChoose(tx, organizationId)).filter(({ id }) => !there.has(id)) : [];
    return { slug, group, members, keeps, people, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, workgroupId } = args.params;
  const given = { ...input, workgroupId };
  const then = (word: "saved" | "closedSaid" | "memberAdded" | "memberEnded") => () => ({
    to: `/${cooperative}/groupes-de-travail/${workgroupId}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "describe":
      return act(args, form, describeGroup, given, then("saved"));
    case "close":
      return act(args, form, closeGroup, given, then("closedSaid"));
    case "join":
      return act(args, form, addMember, given, then("memberAdded"));
    case "leave":
      return act(args, form, endMember, given, then("memberEnded"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function GroupPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, group, members, keeps, people, key } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  return (
    <Page
      title={group.title}
      description={group.subject}
      crumbs={[{ to: `/${slug}/groupes-de-travail`, label: words.title }]}
    >
      <GroupTabs slug={slug} group={group} />
      <Refused intent="describe" answer={answer} />
      <Refused intent="close" answer={answer} />
      <Refused intent="leave" answer={answer} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Card title={words.about} description={words.readers[group.readers]}>
          <p className="max-w-prose whitespace-pre-line">{group.mandate || words.noMandate}</p>
          {keeps ? (
            <div className="mt-4 flex flex-wrap gap-3">
              <Confirm trigger={words.edit} title={words.edit}>
                <SubmitForm
                  intent="describe"
                  hidden={{ version: String(group.version) }}
                  answer={answer}
                  className="flex flex-col gap-4"
                >
                  <GroupFields given={group} />
                  <SubmitButton className="self-start">{words.save}</SubmitButton>
                </SubmitForm>
              </Confirm>
              <Confirm trigger={words.close} title={words.closeTitle}>
                <p>{words.closeLead}</p>
                <SubmitForm intent="close" answer={answer}>
                  <SubmitButton>{words.close}</SubmitButton>
                </SubmitForm>
              </Confirm>
            </div>
          ) : null}
        </Card>
        <MembersCard {...{ members, keeps, people, answer }} idempotencyKey={key} />
      </div>
    </Page>
  );
}
