import { Wallet } from "lucide-react";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { AssemblyTabs } from "../assembly/assembly.view.tsx";
import { en } from "../associate/associate.en.ts";
import { fr } from "../associate/associate.fr.ts";
import { associateSheet } from "../associate/associate-sheet.store.ts";
import { EventsCard, MovementsTable, SharesCard, STATUS_TONE } from "../associate/associate-sheet.view.tsx";
import { ownIn, readRegister } from "../associate/register.store.ts";
import type { Route } from "./+types/my-shares.page";

/** What the register says of whoever reads, and of those they speak for. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today } = reader;
    const own = ownIn(await readRegister(tx, organizationId, today), actor.personId);
    const sheets = [];
    for (const associate of own) sheets.push(await associateSheet(reader, associate));
    return { slug, sheets };
  });
}

export default function MyShares({ loaderData: { slug, sheets } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  if (sheets.length === 0) {
    return (
      <Page title={words.myTitle} width="form">
        <AssemblyTabs slug={slug} />
        <EmptyState icon={Wallet} title={words.myNone}>
          {words.myNoneHelp}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={words.myTitle} description={words.myLead} width="form">
      <AssemblyTabs slug={slug} />
      {sheets.map((sheet) => (
        <section key={sheet.id} aria-label={sheet.name} className="flex flex-col gap-4">
          <h2 className="flex flex-wrap items-center gap-3 text-section font-semibold">
            {sheet.name} <Badge tone={STATUS_TONE[sheet.status]}>{words.statuses[sheet.status]}</Badge>
          </h2>
          <SharesCard slug={slug} sheet={sheet} />
          <MovementsTable sheet={sheet} />
          <EventsCard sheet={sheet} />
        </section>
      ))}
    </Page>
  );
}
