import { Plus, Vote } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { timeText } from "#ui/time-input.ts";
import { membersOn, ownIn } from "../associate/register.store.ts";
import { mayGovern } from "../governance.policy.ts";
import type { Route } from "./+types/assemblies.page";
import { en } from "./assembly.en.ts";
import { fr } from "./assembly.fr.ts";
import { listAssemblies } from "./assembly.store.ts";
import { AssemblyState, AssemblyTabs } from "./assembly.view.tsx";
import { momentOf } from "./assembly-reading.store.ts";

/** Assemblies, for whoever governs and for associates once they are called. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today } = reader;
    const governs = mayGovern(actor) === null;
    const own = ownIn(await membersOn(tx, organizationId, today), actor.personId);
    const all = governs || own.length > 0 ? await listAssemblies(tx, organizationId) : [];
    const rows = all.filter(({ status }) => governs || status !== "draft").map((one) => momentOf(reader, one));
    return { slug, governs, rows };
  });
}

export default function Assemblies({ loaderData: { slug, governs, rows } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const prepare = governs ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/assemblees/nouvelle`}>
      {words.prepare}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} description={words.lead} actions={prepare}>
      <AssemblyTabs slug={slug} />
      {rows.length === 0 ? (
        <EmptyState icon={Vote} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <Card>
          <ul className="divide-y divide-bordure">
            {rows.map((row) => (
              <li key={row.id} data-row={row.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span className="min-w-0">
                  <TextLink to={`/${slug}/assemblees/${row.id}`} className="font-semibold">
                    {row.title}
                  </TextLink>
                  <span className="block text-aide text-texte2 first-letter:uppercase">
                    {`${words.kinds[row.kind]}, ${fill(words.moment, {
                      day: longDay(row.day, language),
                      time: timeText(row.time, language),
                    })}`}
                  </span>
                </span>
                <AssemblyState status={row.status} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
