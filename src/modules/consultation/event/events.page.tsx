import { CalendarDays, Plus } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { TogetherTabs } from "../consultation/consultation-tabs.view.tsx";
import type { Route } from "./+types/events.page";
import { en } from "./event.en.ts";
import { fr } from "./event.fr.ts";
import { mayReadEvent, mayRunEvent } from "./event.policy.ts";
import { listEvents, registeredIn } from "./event.store.ts";
import { whenAndWhere } from "./event-text.ts";

/** The events of the network, the latest first. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    const refusal = mayReadEvent(actor);
    if (refusal) return refusal;
    const registered = await registeredIn(tx, organizationId);
    const events = await listEvents(tx, organizationId);
    const rows = events.map(({ id, title, startsOn, endsOn, place, capacity, cancelledAt }) => ({
      ...{ id: id as string, title, startsOn, endsOn, place, capacity, cancelled: cancelledAt !== null },
      count: registered.get(id) ?? 0,
    }));
    return { slug, runs: mayRunEvent(actor) === null, rows };
  });
}

export default function Events({ loaderData: { slug, runs, rows } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const create = runs ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/evenements/nouveau`}>
      {words.announce}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} description={words.lead} actions={create}>
      <TogetherTabs slug={slug} />
      {rows.length === 0 ? (
        <EmptyState icon={CalendarDays} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {rows.map(({ id, title, startsOn, endsOn, place, capacity, cancelled, count }) => (
            <li key={id}>
              <Card
                title={<TextLink to={`/${slug}/evenements/${id}`}>{title}</TextLink>}
                actions={cancelled ? <Badge tone="erreur">{words.wasCancelled}</Badge> : null}
                description={whenAndWhere({ startsOn, endsOn, place }, language)}
              >
                <p>
                  {fill(capacity === null ? words.places : words.placesOf, {
                    count: String(count),
                    capacity: String(capacity),
                  })}
                </p>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
