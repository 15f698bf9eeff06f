import { Contact } from "lucide-react";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { fold } from "#ui/fold.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListToolbar } from "#ui/list-toolbar.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/directory.page";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";
import { mayShowOneself } from "./directory.policy.ts";
import { directoryCards } from "./directory.store.ts";
import { DirectoryTable } from "./directory-table.view.tsx";
import { answers, choicesIn } from "./entry.ts";

/** Who does what in the cooperative, as far as each person agreed to show it. */
export function loader(args: Route.LoaderArgs) {
  const search = new URL(args.request.url).searchParams;
  return readTenant(args, async (reader) => {
    const cards = await directoryCards(reader);
    const wanted = {
      q: (search.get("q") ?? "").trim(),
      trade: search.get("metier") ?? "",
      skill: search.get("competence") ?? "",
      site: search.get("lieu") ?? "",
    };
    return {
      slug: reader.slug,
      rows: cards.filter((card) => answers(card, wanted)),
      isEmpty: cards.length === 0,
      runsActivity: mayShowOneself(reader.actor) === null,
      isIn: cards.some(({ personId }) => personId === reader.actor.personId),
      trades: choicesIn(cards.map(({ trade }) => ({ value: fold(trade), label: trade }))),
      skills: choicesIn(cards.flatMap(({ skills }) => skills.map(({ id, name }) => ({ value: id, label: name })))),
      sites: choicesIn(cards.map(({ site }) => ({ value: site, label: site }))),
    };
  });
}

export default function Directory({ loaderData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, rows, isEmpty, runsActivity, isIn, trades, skills, sites } = loaderData;
  const own = (label: string, variant: "primary" | "secondary") => (
    <ButtonLink variant={variant} to={`/${slug}/annuaire/moi`}>
      {label}
    </ButtonLink>
  );
  if (isEmpty) {
    return (
      <Page title={words.title} description={words.lead}>
        <EmptyState icon={Contact} title={words.none} action={runsActivity ? own(words.join, "primary") : null}>
          {words.noneHelp}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={words.title} description={words.lead} actions={isIn ? own(words.mine, "secondary") : null}>
      {runsActivity && !isIn ? <Notice actions={own(words.join, "secondary")}>{words.absent}</Notice> : null}
      <ListToolbar
        search={words.search}
        filters={[
          { parameter: "metier", label: words.trade, options: trades },
          { parameter: "competence", label: words.skill, options: skills },
          { parameter: "lieu", label: words.site, options: sites },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={words.noMatch}>{words.noMatchHelp}</EmptyState>
      ) : (
        <DirectoryTable rows={rows} slug={slug} />
      )}
    </Page>
  );
}
