import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { count, day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { withParameters } from "#ui/url.ts";
import { findGrid } from "../grid/grid.store.ts";
import { findSkill, levelName, skillsOf } from "../grid/grid.ts";
import type { Route } from "./+types/needed-by.page";
import { en } from "./need.en.ts";
import { fr } from "./need.fr.ts";
import { mayReadNeeds } from "./need.policy.ts";
import { needAsked, peopleOn } from "./need.store.ts";
import { groupOf, seenOf } from "./need.ts";
import { useGroupWords } from "./need-words.view.tsx";

/** The persons behind a figure: the same question, within the same reach. Without a skill: everybody, with what they lack. */
export function loader(args: Route.LoaderArgs) {
  const url = new URL(args.request.url);
  const search = url.searchParams;
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today } = reader;
    const refusal = mayReadNeeds(actor);
    if (refusal) return refusal;
    const asked = needAsked(search, today);
    const grid = await findGrid(tx, organizationId);
    const skillId = search.get("competence") ?? "";
    const skill = grid === null ? undefined : findSkill(grid, skillId);
    if (skillId !== "" && skill === undefined) return refuse("missing", "need.missing");
    const state = search.get("etat") === "unseen" ? ("unseen" as const) : ("under" as const);
    const asksGroup = search.get("groupe");
    const group = asksGroup === "-" ? "" : asksGroup;
    const { subjects, standings, sites, limited } = await peopleOn(reader, asked);
    const found = subjects
      .filter((subject) => group === null || groupOf(subject, asked.spread) === group)
      .flatMap((subject) => {
        if (grid === null) return [];
        const lacked = (skill === undefined ? skillsOf(grid) : [skill])
          .map((one) => seenOf(grid, one, subject, standings.get(subject.personId), asked))
          .filter(({ verdict }) => verdict === state);
        return lacked.length === 0 ? [] : [{ ...subject, seen: lacked[0], lacks: lacked.length }];
      });
    const names = await personNames(
      tx,
      organizationId,
      found.map(({ personId }) => personId),
    );
    return {
      ...{ slug, asked, sites, limited, state, group },
      back: `/${slug}/competences/besoins${withParameters(url.search, { competence: null, etat: null, groupe: null })}`,
      skill: skill === undefined ? null : { name: skill.name, themes: skill.themes },
      rows: found
        .map(({ personId, site, tradeDomain, trade, entry, seen, lacks }) => ({
          ...{ personId: personId as string, name: names.get(personId) ?? "", site, tradeDomain, trade, entry, lacks },
          level: grid === null ? "" : levelName(grid, seen?.level),
          expected: grid === null ? "" : levelName(grid, seen?.expected),
        }))
        .sort((a, b) => a.name.localeCompare(b.name, "fr")),
    };
  });
}

type Data = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;
type Row = Data["rows"][number];

export default function NeededBy({ loaderData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug, asked, sites, limited, state, group, back, skill, rows } = loaderData;
  const named = useGroupWords(sites);
  const where = group === null ? "" : named(asked.spread, group);
  const query = new URLSearchParams({ titre: skill?.name ?? "", themes: skill?.themes ?? "" });
  const columns: Column<Row>[] = [
    {
      key: "person",
      header: words.person,
      rowHeader: true,
      cell: (row) => <TextLink to={`/${slug}/personnes/${row.personId}/competences`}>{row.name}</TextLink>,
    },
    ...(skill === null
      ? [{ key: "lacks", header: words.underCount, cell: (row: Row) => count(row.lacks, language) }]
      : [
          { key: "level", header: words.level, cell: (row: Row) => row.level },
          { key: "expected", header: words.aimed, cell: (row: Row) => row.expected },
        ]),
    { key: "site", header: words.site, cell: (row) => sites[row.site] ?? "" },
    { key: "trade", header: words.trade, cell: (row) => row.trade || named("domaine", row.tradeDomain) },
    { key: "entry", header: words.entry, cell: (row) => (row.entry === null ? "" : day(row.entry)) },
  ];
  return (
    <Page
      title={fill(words.peopleOf[state], { skill: skill?.name ?? words.everySkill })}
      description={[where, `${words.on} ${day(asked.on)}`].filter(Boolean).join(", ")}
      crumbs={[{ to: back, label: words.back }]}
      actions={
        skill === null ? null : (
          <ButtonLink variant="primary" to={`/${slug}/ateliers/nouveau?${query}`}>
            {words.propose}
          </ButtonLink>
        )
      }
    >
      {limited ? <Notice>{words.limited}</Notice> : null}
      {rows.length === 0 ? (
        <EmptyState title={words.nobody} />
      ) : (
        <Table caption={words.people} rows={rows} rowKey={(row) => row.personId} columns={columns} />
      )}
    </Page>
  );
}
