import { FileText, Plus } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { mayEnter, mayPrepare } from "#modules/network/index.server.ts";
import { COOPERATION_PAGES } from "#modules/network/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SharedTabs } from "#ui/tabs.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import type { Route } from "./+types/conventions.page";
import { conventionsFor } from "./convention.store.ts";
import { SignedBadge } from "./convention-tabs.view.tsx";

/** The conventions that the reader may read: those of the structures for which they speak. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, slug, today }) => {
    const refusal = mayEnter(actor);
    if (refusal) return refusal;
    return { slug, begins: mayPrepare(actor) === null, conventions: await conventionsFor(tx, actor, today) };
  });
}

export default function Conventions({ loaderData: { slug, begins, conventions } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const create = begins ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/conventions-d-objectifs/nouvelle`}>
      {words.begin}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} description={words.lead} actions={create}>
      <SharedTabs slug={slug} of={COOPERATION_PAGES} />
      {conventions.length === 0 ? (
        <EmptyState icon={FileText} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          {conventions.map((convention) => (
            <li key={convention.id}>
              <Card
                title={<TextLink to={`/${slug}/conventions-d-objectifs/${convention.id}`}>{convention.title}</TextLink>}
                actions={<SignedBadge signedOn={convention.signedOn} />}
                description={convention.reference}
              >
                <p>
                  {fill(words.period, {
                    from: mediumDay(convention.startsOn, language),
                    to: mediumDay(convention.endsOn, language),
                  })}
                </p>
                <p className="text-aide text-texte2">{convention.parties.map(({ name }) => name).join(", ")}</p>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
