import { UsersRound } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { accompanies } from "#modules/accompaniment/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { Route } from "./+types/portfolio.page";
import { en } from "./portfolio.en.ts";
import { fr } from "./portfolio.fr.ts";
import { portfolioOf } from "./portfolio.store.ts";
import { Reasons } from "./reasons.view.tsx";

/** « Qui appeler cette semaine ? »: sorted on arrival, the reasons in words. */
export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("qui");
  return readTenant(args, async (reader) => {
    const { actor, slug } = reader;
    if (!accompanies(actor)) return refuse("forbidden", "appointment.notAllowed");
    const all = await portfolioOf(reader);
    const followed = all.filter(({ followerId }) => followerId === actor.personId);
    // Whoever follows nobody by name sees everybody they reach.
    const rows = asked === "tous" || followed.length === 0 ? all : followed;
    return { slug, rows, some: followed.length > 0 };
  });
}

export default function Portfolio({ loaderData: { slug, rows, some } }: Route.ComponentProps) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  const needing = rows.filter(({ reasons }) => reasons.length > 0).length;
  return (
    <Page title={words.title} description={needing === 0 ? words.lead : plural(needing, words.toCall, words.toCalls)}>
      {some ? (
        <Filters
          filters={[{ parameter: "qui", label: words.whose, options: [{ value: "tous", label: words.everybody }] }]}
        />
      ) : null}
      {rows.length === 0 ? (
        <EmptyState icon={UsersRound} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <Table
          caption={words.title}
          rows={rows}
          rowKey={(row) => row.personId}
          columns={[
            {
              key: "person",
              header: words.person,
              rowHeader: true,
              cell: (row) => (
                <span className="block">
                  <TextLink to={`/${slug}/personnes/${row.personId}/point`}>{row.name}</TextLink>
                  <span className="block text-aide font-normal text-texte2">
                    {[row.activities, row.site].filter(Boolean).join(" · ")}
                  </span>
                </span>
              ),
            },
            { key: "why", header: words.why, cell: (row) => <Reasons reasons={row.reasons} /> },
            {
              key: "last",
              header: words.lastMeeting,
              cell: (row) => (row.lastMeeting === null ? words.never : day(row.lastMeeting)),
            },
            { key: "next", header: words.nextMeeting, cell: (row) => (row.nextMeeting ? day(row.nextMeeting) : "") },
            {
              key: "act",
              header: words.act,
              hideHeader: true,
              cell: (row) =>
                row.nextMeeting === null && row.reasons.length > 0 ? (
                  <ButtonLink
                    size="small"
                    to={`/${slug}/rendez-vous/nouveau?personne=${row.personId}`}
                    aria-label={fill(words.actOf, { name: row.name })}
                  >
                    {words.act}
                  </ButtonLink>
                ) : null,
            },
          ]}
        />
      )}
    </Page>
  );
}
