import { Vote } from "lucide-react";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { en } from "../assembly/assembly.en.ts";
import { fr } from "../assembly/assembly.fr.ts";
import { listAssemblies } from "../assembly/assembly.store.ts";
import { AssemblyTabs, MotionResult } from "../assembly/assembly.view.tsx";
import { momentOf, shownMotion } from "../assembly/assembly-reading.store.ts";
import { membersOn, ownIn } from "../associate/register.store.ts";
import { mayGovern } from "../governance.policy.ts";
import { findArticles } from "../setup/articles.store.ts";
import type { Articles } from "../setup/articles.ts";
import type { Route } from "./+types/decisions.page";
import { decidedMotions } from "./motion.store.ts";

/** The log of decisions: each motion that was settled in an assembly that is closed, the latest first. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today } = reader;
    const own = ownIn(await membersOn(tx, organizationId, today), actor.personId);
    const reads = mayGovern(actor) === null || own.length > 0;
    if (!reads) return { slug, decided: [] };
    const motions = Map.groupBy(await decidedMotions(tx, organizationId), ({ assemblyId }) => assemblyId);
    const versions = new Map<number | null, Articles>();
    const decided = [];
    for (const assembly of await listAssemblies(tx, organizationId)) {
      const settled = motions.get(assembly.id);
      if (settled === undefined) continue;
      const { articlesVersion } = assembly;
      const articles = versions.get(articlesVersion) ?? (await findArticles(tx, organizationId, articlesVersion));
      versions.set(articlesVersion, articles);
      decided.push({ assembly: momentOf(reader, assembly), motions: settled.map((one) => shownMotion(one, articles)) });
    }
    return { slug, decided };
  });
}

export default function Decisions({ loaderData: { slug, decided } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page title={words.decisions} description={words.decisionsLead}>
      <AssemblyTabs slug={slug} />
      {decided.length === 0 ? <EmptyState icon={Vote} title={words.noDecision} /> : null}
      {decided.map(({ assembly, motions }) => (
        <Card
          key={assembly.id}
          title={<TextLink to={`/${slug}/assemblees/${assembly.id}`}>{assembly.title}</TextLink>}
          description={longDay(assembly.day, language)}
        >
          <ol className="divide-y divide-bordure">
            {motions.map((motion) => (
              <li key={motion.id} className="flex flex-col gap-1 py-3">
                <h3 className="font-semibold">{motion.title}</h3>
                <MotionResult motion={motion} />
              </li>
            ))}
          </ol>
        </Card>
      ))}
    </Page>
  );
}
