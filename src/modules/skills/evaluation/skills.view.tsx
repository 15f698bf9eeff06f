import { ListChecks } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import { en } from "./evaluation.en.ts";
import { fr } from "./evaluation.fr.ts";
import { HistoryCard } from "./history.view.tsx";
import { RadarCard } from "./radar-card.view.tsx";
import type { SkillsData } from "./read-skills.store.ts";
import { DomainTables } from "./skill-tables.view.tsx";
import { ToWorkCard } from "./to-work.view.tsx";

/** Where somebody stands: for themselves and for whoever accompanies them. `among`: among the pages of the person. */
export function SkillsPage({ data, among = false }: { readonly data: SkillsData; readonly among?: boolean }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug, personId, name, side, levels, domains, evaluations, entry, stage } = data;
  const self = side === "self";
  const address = `/${slug}/personnes/${personId}`;
  const isEmpty = domains.every(({ skills }) => skills.length === 0);
  const evaluate = (
    <ButtonLink variant="primary" icon={ListChecks} to={`${address}/competences/evaluer`}>
      {self ? words.evaluateSelf : words.evaluateTeam}
    </ButtonLink>
  );
  const when = [
    entry === null ? words.noEntry : fill(words.entry, { date: longDay(entry, language) }),
    stage.reached === null ? "" : fill(words.reached, { months: String(stage.reached) }),
    stage.next === null || stage.nextOn === null
      ? ""
      : fill(words.next, { months: String(stage.next), date: longDay(stage.nextOn, language) }),
  ];
  return (
    <Page
      title={among ? name : words.mine}
      windowTitle={among ? `${words.tab} · ${name}` : words.mine}
      description={self ? words.leadSelf : words.leadTeam}
      crumbs={among && !self ? [{ to: `/${slug}/personnes`, label: words.people }] : []}
      actions={levels === null || isEmpty || evaluations.length === 0 ? null : evaluate}
    >
      {among ? <ThingTabs thing="person" address={address} label={words.tabs} /> : null}
      {levels === null || isEmpty ? (
        <EmptyState
          icon={ListChecks}
          title={levels === null ? words.noGrid : words.emptyGrid}
          action={
            data.keepsGrid ? <ButtonLink to={`/${slug}/reglages/competences`}>{words.openGrid}</ButtonLink> : null
          }
        >
          {words.noGridHelp}
        </EmptyState>
      ) : evaluations.length === 0 ? (
        <EmptyState icon={ListChecks} title={self ? words.noneSelf : words.noneTeam} action={evaluate}>
          {self ? words.noneSelfHelp : words.noneTeamHelp}
        </EmptyState>
      ) : (
        <>
          <p className="max-w-prose">{when.filter(Boolean).join(" ")}</p>
          <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
            <RadarCard data={data} levels={levels} />
            <ToWorkCard data={data} levels={levels} />
          </div>
          <DomainTables data={data} levels={levels} />
        </>
      )}
      {evaluations.length === 0 ? null : <HistoryCard data={data} />}
    </Page>
  );
}
