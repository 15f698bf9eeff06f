import { Plus } from "lucide-react";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { Page } from "#ui/page.tsx";
import type { Column } from "#ui/table.tsx";
import { en as delegationEn } from "../delegation.en.ts";
import { fr as delegationFr } from "../delegation.fr.ts";
import { mayDelegate } from "../delegation.policy.ts";
import type { Route } from "./+types/agreements.page";
import { agreementsHere } from "./agreement.store.ts";
import { stateOf } from "./agreement.ts";
import { en } from "./agreement-screen.en.ts";
import { fr } from "./agreement-screen.fr.ts";
import { STATE_TONE } from "./state-tone.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const refusal = mayDelegate(actor);
    if (refusal) return refusal;
    const agreements = (await agreementsHere(tx, organizationId)).map((one) => ({
      ...{ id: one.id as string, side: one.side, other: one.otherName, startsOn: one.startsOn, endsOn: one.endsOn },
      state: stateOf(one, today),
    }));
    return { slug, agreements };
  });
}

type Line = Awaited<ReturnType<typeof loader>>["agreements"][number];

export default function Agreements({ loaderData: { slug, agreements } }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { states, sides } = choose({ fr: delegationFr, en: delegationEn });
  const propose = (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/delegations/nouvelle`}>
      {words.propose}
    </ButtonLink>
  );
  if (agreements.length === 0) {
    return (
      <EmptyState heading title={words.none} action={propose}>
        {words.noneLead}
      </EmptyState>
    );
  }
  const columns: Column<Line>[] = [
    {
      key: "other",
      header: words.other,
      rowHeader: true,
      cell: (line) => <TextLink to={`/${slug}/delegations/${line.id}`}>{line.other}</TextLink>,
    },
    { key: "side", header: words.side, cell: (line) => sides[line.side] },
    { key: "dates", header: words.dates, cell: (line) => `${day(line.startsOn)} – ${day(line.endsOn)}` },
    {
      key: "state",
      header: words.state,
      cell: (line) => <Badge tone={STATE_TONE[line.state]}>{states[line.state]}</Badge>,
    },
  ];
  return (
    <Page title={words.title} description={words.lead} actions={propose}>
      <ListTable caption={words.title} rows={agreements} rowKey={(line) => line.id} columns={columns} />
    </Page>
  );
}
