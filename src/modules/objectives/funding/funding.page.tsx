import { data } from "react-router";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { listStructures } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { Party } from "../convention/convention.ts";
import { ConventionTabs, SignedBadge } from "../convention/convention-tabs.view.tsx";
import { loadConvention } from "../convention/load-convention.store.ts";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { mayReadConvention } from "../objectives.policy.ts";
import type { Route } from "./+types/funding.page";
import { tranchesOf } from "./funding.store.ts";
import { type Standing, sharesOf, totalOf } from "./funding.ts";
import { planTranche, receiveTranche } from "./plan-funding.command.ts";
import { PlanTranche } from "./plan-tranche.view.tsx";
import { TranchesCard } from "./tranches-card.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** Who pays what, when, and how the parties share it. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now, today } = reader;
    const loaded = await loadConvention(reader, args.params.conventionId, mayReadConvention);
    if (isRefusal(loaded)) return loaded;
    const { convention, parties, amendments, keeps } = loaded;
    const structures = keeps ? await listStructures(tx, organizationId, { on: today }) : [];
    return {
      ...{ slug, today, convention, parties, amendments, keeps, key: newId<"key">(now) as string },
      tranches: await tranchesOf(tx, organizationId, convention.id),
      structures: structures.map(({ id, name }) => ({ id, name })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["dueOn", "receivedOn"]);
  const { cooperative, conventionId } = args.params;
  const then = (word: "tranchePlanned" | "receivedSaid") => () => ({
    to: `/${cooperative}/conventions-d-objectifs/${conventionId}/financement`,
    message: { fr: fr[word], en: en[word] },
  });
  if (input.intention?.startsWith("receive ")) {
    return act(args, form, receiveTranche, { ...input, conventionId }, then("receivedSaid"));
  }
  if (input.intention !== "plan") throw data(null, { status: 404 });
  const shares = Object.fromEntries(
    Object.entries(input).flatMap(([name, text]) => (name.startsWith("shares.") ? [[name.slice(7), text]] : [])),
  );
  return act(args, form, planTranche, { ...input, conventionId, shares }, then("tranchePlanned"));
}

type Line = { readonly key: string; readonly name: string } & Standing;

export default function Funding({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, convention, parties, amendments, keeps, tranches, structures, key } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData ?? null;
  const lines: Line[] = [
    // Who pays the tranches has no share of them.
    ...parties
      .map(({ structureId, name }: Party) => ({ ...{ key: structureId, name }, ...sharesOf(tranches, structureId) }))
      .filter(({ planned }) => planned > 0n),
    { key: "total", name: words.total, ...totalOf(tranches) },
  ];
  const columns: Column<Line>[] = [
    { key: "party", header: words.parties, rowHeader: true, cell: ({ name }) => name },
    { key: "planned", header: words.partyShare, align: "end", cell: ({ planned }) => eur(planned, language) },
    { key: "received", header: words.partyReceived, align: "end", cell: ({ received }) => eur(received, language) },
  ];
  return (
    <Page
      title={convention.title}
      windowTitle={`${words.page.funding} · ${convention.title}`}
      badge={<SignedBadge signedOn={convention.signedOn} />}
      crumbs={[{ to: `/${slug}/conventions-d-objectifs`, label: words.title }]}
    >
      <ConventionTabs slug={slug} convention={convention} />
      <TranchesCard {...{ tranches, parties, convention, keeps, today, answer }} idempotencyKey={key} />
      {tranches.length === 0 ? null : (
        <Card title={words.byParty}>
          <Table bare caption={words.byParty} rows={lines} rowKey={(line) => line.key} columns={columns} />
        </Card>
      )}
      {keeps ? (
        <PlanTranche {...{ convention, parties, amendments, structures, today, answer }} idempotencyKey={key} />
      ) : null}
    </Page>
  );
}
