import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, personNames, reachesPerson, readForm } from "#modules/membership/index.server.ts";
import {
  cancelExit,
  exitOf,
  followUpsOf,
  KEEPERS,
  mayExit,
  recordExit,
  recordFollowUp,
} from "#modules/parcours/index.server.ts";
import { exitEnglish, exitFrench } from "#modules/parcours/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import type { Route } from "./+types/exit.page";
import { ExitCard, NewsCard } from "./exit-cards.view.tsx";
import { en } from "./exit-screen.en.ts";
import { fr } from "./exit-screen.fr.ts";
import { settlementOf } from "./settlement.store.ts";
import { SettlementCard } from "./settlement-card.view.tsx";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today }) => {
    const personId = parseId<"person">(args.params.personId);
    if (personId === null) return refuse("missing", "exit.personMissing");
    const facts = { kept: await reachesPerson(tx, actor, KEEPERS, personId) };
    const refusal = mayExit(actor, "read", facts);
    if (refusal) return refusal;
    const name = (await personNames(tx, organizationId, [personId])).get(personId);
    if (name === undefined) return refuse("missing", "exit.personMissing");
    const exit = await exitOf(tx, organizationId, personId);
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      personId,
      name,
      exit,
      followUps: exit === null ? [] : await followUpsOf(tx, organizationId, personId, exit),
      settlement: await settlementOf(tx, organizationId, actor, personId, today),
      mayRecord: mayExit(actor, "record", facts) === null,
    };
  });
}

export type ExitPageData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

const ACTS = { exit: recordExit, followUp: recordFollowUp, cancel: cancelExit } as const;
export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["on"]);
  const intent = input.intention as keyof typeof ACTS;
  if (!Object.hasOwn(ACTS, intent)) throw data(null, { status: 404 });
  const { personId, cooperative } = args.params;
  return act(args, form, ACTS[intent] as typeof recordExit, { ...input, personId }, () => ({
    to: `/${cooperative}/personnes/${personId}/sortie`,
    message: { fr: exitFrench.said[intent], en: exitEnglish.said[intent] },
  }));
}

export default function ExitPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, personId, name, exit } = loaderData;
  const answer = actionData ?? undefined;
  return (
    <Page
      title={name}
      windowTitle={`${words.title} · ${name}`}
      description={words.lead}
      crumbs={[{ to: `/${slug}/personnes`, label: words.crumb }]}
    >
      <ThingTabs thing="person" address={`/${slug}/personnes/${personId}`} label={words.tabs} />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        <ExitCard data={loaderData} answer={answer} />
        <SettlementCard data={loaderData} />
        {exit === null ? null : <NewsCard data={loaderData} answer={answer} />}
      </div>
    </Page>
  );
}
