import { ClipboardCheck } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { mayEnter } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import { LabelTabs } from "../label-tabs.view.tsx";
import { STATUS_TONE } from "../label-tones.ts";
import { readableLabellings } from "../labelling/labelling.store.ts";
import type { Route } from "./+types/audits.page";
import { ownAudits } from "./audit.store.ts";

/** What the network entrusted to the reader, and how far they are. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    const entered = mayEnter(actor);
    if (entered) return entered;
    const own = new Map((await ownAudits(tx, organizationId, actor.personId)).map((one) => [one.labellingId, one]));
    const audits = (await readableLabellings(tx, actor, [])).flatMap((one) => {
      const audit = own.get(one.id);
      return audit === undefined ? [] : [{ ...one, ...audit }];
    });
    return { slug, audits };
  });
}

export default function Audits({ loaderData: { slug, audits } }: Route.ComponentProps) {
  const all = useLanguage().choose({ fr, en });
  const words = all.audits;
  const columns: Column<(typeof audits)[number]>[] = [
    {
      key: "structure",
      header: all.home.structure,
      rowHeader: true,
      cell: (row) => <TextLink to={`/${slug}/label/demarches/${row.id}`}>{row.structureName}</TextLink>,
    },
    {
      key: "status",
      header: all.home.status,
      cell: (row) => <Badge tone={STATUS_TONE[row.status]}>{all.statuses[row.status]}</Badge>,
    },
    {
      key: "progress",
      header: words.progress,
      cell: (row) => fill(words.of, { done: String(row.done), total: String(row.total) }),
    },
  ];
  return (
    <Page title={words.title} description={words.lead}>
      <LabelTabs slug={slug} />
      {audits.length === 0 ? (
        <EmptyState icon={ClipboardCheck} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <Table caption={words.title} rows={audits} rowKey={(row) => row.id} columns={columns} />
      )}
    </Page>
  );
}
