import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act } from "#modules/membership/index.server.ts";
import type { Command } from "#platform/command.ts";
import { appContext } from "#platform/http/context.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { readForm } from "../act.page.ts";
import { en as externalEn } from "../external/external.en.ts";
import { fr as externalFr } from "../external/external.fr.ts";
import { mayKeepCalendar } from "../external/external.policy.ts";
import { shownCalendar } from "../external/external.store.ts";
import { ExternalCalendarCard } from "../external/external.view.tsx";
import {
  addExternalCalendar,
  refreshExternalCalendar,
  removeExternalCalendar,
} from "../external/keep-calendar.command.ts";
import type { Route } from "./+types/subscription.page";
import { en } from "./calendar.en.ts";
import { fr } from "./calendar.fr.ts";
import { closeFeed, openFeed } from "./change-feed.command.ts";
import { standingFeed } from "./feed.store.ts";
import { newFeedToken } from "./feed-token.server.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, timeZone }) => {
    const feed = await standingFeed(tx, organizationId, { personId: actor.personId });
    const receives = mayKeepCalendar(actor) === null;
    const elsewhere = receives ? await shownCalendar(tx, organizationId, actor.personId) : null;
    const read = elsewhere?.readAt ?? null;
    return {
      since: feed === null ? null : dayIn(feed.createdAt, timeZone),
      receives,
      elsewhere:
        elsewhere === null
          ? null
          : {
              host: elsewhere.host,
              fault: elsewhere.fault,
              read: read === null ? null : { day: dayIn(read, timeZone), time: timeIn(read, timeZone) },
            },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  if (input.intention === "close") {
    return act(args, form, closeFeed, {}, () => ({
      to: `/${args.params.cooperative}/agenda/abonnement`,
      message: { fr: fr.closed, en: en.closed },
    }));
  }
  const kept = externalActs(input.intention);
  if (kept !== null) {
    return act(args, form, kept.command as Command<unknown, unknown>, input, () => ({
      to: `/${args.params.cooperative}/agenda/abonnement`,
      message: { fr: externalFr[kept.said], en: externalEn[kept.said] },
    }));
  }
  if (input.intention !== "open") throw data(null, { status: 404 });
  const organizationId = await readTenant(args, async (reader) => reader.organizationId);
  const { token, hash } = newFeedToken(organizationId);
  const result = await runCommand(args, openFeed, { tokenHash: hash });
  if (!result.ok) return data({ problem: result.problem, address: null }, { status: result.status });
  const { publicUrl } = args.context.get(appContext).settings;
  // Told in the answer itself: nothing of it is kept, in a cookie or in the address.
  return data({ problem: null, address: `${publicUrl}/calendrier/${token}.ics` });
}

/** What is done to the diary that one keeps elsewhere, and what is said of it. */
function externalActs(intention: string | undefined) {
  switch (intention) {
    case "addExternal":
      return { command: addExternalCalendar, said: "added" } as const;
    case "refreshExternal":
      return { command: refreshExternalCalendar, said: "asked" } as const;
    case "removeExternal":
      return { command: removeExternalCalendar, said: "removed" } as const;
    default:
      return null;
  }
}

export default function Subscription({ loaderData: { since, receives, elsewhere }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const address = actionData && "address" in actionData ? actionData.address : null;
  const answer = actionData?.problem ? { ...actionData, problem: actionData.problem } : undefined;
  return (
    <Page title={words.title} description={words.lead} width="form">
      {address === null ? null : (
        <Card title={words.opened} description={words.openedHelp}>
          <TextInput label={words.address} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        </Card>
      )}
      <Card>
        {since === null ? <p>{words.none}</p> : <p>{fill(words.openedOn, { day: day(since) })}</p>}
        {since === null ? null : <Notice tone="info">{words.againHelp}</Notice>}
        <div className="mt-4 flex flex-wrap gap-3">
          <SubmitForm intent="open" answer={null}>
            <SubmitButton variant={since === null ? "primary" : "secondary"}>
              {since === null ? words.open : words.again}
            </SubmitButton>
          </SubmitForm>
          {since === null ? null : (
            <SubmitForm intent="close" answer={null}>
              <SubmitButton variant="quiet">{words.close}</SubmitButton>
            </SubmitForm>
          )}
        </div>
      </Card>
      {receives ? <ExternalCalendarCard calendar={elsewhere} answer={answer} /> : null}
    </Page>
  );
}
