import { Plus, Users } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { mayEnter, mayPrepare } from "#modules/network/index.server.ts";
import { POOLING_PAGES } from "#modules/network/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SharedTabs } from "#ui/tabs.tsx";
import type { Route } from "./+types/groups.page";
import { en } from "./group.en.ts";
import { fr } from "./group.fr.ts";
import { groupsFor } from "./group.store.ts";

/** The groups that the reader may read. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, slug, today }) => {
    const refusal = mayEnter(actor);
    if (refusal) return refusal;
    const groups = (await groupsFor(tx, actor, today)).map(({ members, ...group }) => ({
      ...{ id: group.id, title: group.title, subject: group.subject, closedOn: group.closedOn, nextOn: group.nextOn },
      leads: members.filter(({ leads }) => leads).map(({ name }) => name),
      members: members.length,
    }));
    return { slug, forms: mayPrepare(actor) === null, groups };
  });
}

export default function Groups({ loaderData: { slug, forms, groups } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const create = forms ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/groupes-de-travail/nouveau`}>
      {words.form}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} description={words.lead} actions={create}>
      <SharedTabs slug={slug} of={POOLING_PAGES} />
      {groups.length === 0 ? (
        <EmptyState icon={Users} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          {groups.map((group) => (
            <li key={group.id}>
              <Card
                title={<TextLink to={`/${slug}/groupes-de-travail/${group.id}`}>{group.title}</TextLink>}
                actions={group.closedOn === null ? null : <Badge>{words.closedBadge}</Badge>}
                description={group.subject}
              >
                <p>
                  {[words.membersCount(group.members), fill(words.ledBy, { names: group.leads.join(", ") })].join(". ")}
                </p>
                {group.nextOn === null ? null : (
                  <p className="text-aide text-texte2">{fill(words.next, { day: longDay(group.nextOn, language) })}</p>
                )}
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
