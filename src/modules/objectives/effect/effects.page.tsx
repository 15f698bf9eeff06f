import { fill } from "#kernel/language.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { count, eur, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { yearsOf, yearToShow } from "../convention/convention.ts";
import { ConventionTabs, SignedBadge } from "../convention/convention-tabs.view.tsx";
import { loadConvention } from "../convention/load-convention.store.ts";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { mayReadConvention } from "../objectives.policy.ts";
import type { Route } from "./+types/effects.page";
import { declareEffect, enterEffect } from "./declare-effect.command.ts";
import { effectsOf } from "./effect.store.ts";
import { EFFECT_KINDS, type EffectKind, effectTotal } from "./effect.ts";
import { EnteredCard } from "./entered-card.view.tsx";
import { measureEffect } from "./measure-effect.command.ts";
import { seatedParties, standingOf } from "./measured.store.ts";
import { correctedOn } from "./measured.ts";
import { EffectSource, MeasuredCard } from "./measured-card.view.tsx";
import { DeclareEffect, EnterEffect } from "./tell-effect.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** The economic effects of cooperation in a year, as the parties declare them: /effets?annee=2026. */
export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("annee");
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now, today } = reader;
    const loaded = await loadConvention(reader, args.params.conventionId, mayReadConvention);
    if (isRefusal(loaded)) return loaded;
    const { convention, parties, seated, spoken } = loaded;
    const years = yearsOf(convention);
    const year = yearToShow(years, asked, today);
    const effects = (await effectsOf(tx, organizationId, convention.id)).filter((effect) => effect.year === year);
    const standing = await standingOf(
      reader,
      parties.map(({ structureId }) => structureId),
      year,
    );
    // Of a party that is not the reader's: the day of what corrected it, never a figure.
    const own = convention.signedOn === null ? [] : await seatedParties(reader, parties);
    return {
      ...{ slug, convention, parties, seated, years, year, key: newId<"key">(now) as string },
      // Those that the team may enter a figure for: a party for which they have a seat declares its own.
      others: spoken.filter((party) => !seated.includes(party)),
      effects: effects.map((effect) => ({ ...effect, correctedOn: correctedOn(effect, standing) })),
      measured: own.map((party) => ({
        party,
        standing: standing.find(({ structureId }) => structureId === party.structureId) ?? null,
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, conventionId } = args.params;
  const given = { ...input, conventionId };
  const then = (word: "declared" | "entered") => () => ({
    to: `/${cooperative}/conventions-d-objectifs/${conventionId}/effets?annee=${input.year}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (String(form.get("intention")).split(" ")[0]) {
    case "measure":
      return act(args, form, measureEffect, given, then("declared"));
    case "enter":
      return act(args, form, enterEffect, given, then("entered"));
    default:
      return act(args, form, declareEffect, given, then("declared"));
  }
}

export default function Effects({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, convention, parties, seated, others, years, year, effects, measured, key } = loaderData;
  const answer = actionData ?? null;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const at = `/${slug}/conventions-d-objectifs/${convention.id}/effets`;
  const kinds = EFFECT_KINDS.map((kind) => ({ kind, ...effectTotal(effects, kind, year) }));
  const entered = (row: (typeof kinds)[number]) => count(row.entered, language);
  const totals: Column<(typeof kinds)[number]>[] = [
    { key: "kind", header: words.kind, rowHeader: true, cell: ({ kind }) => words.kinds[kind] },
    { key: "number", header: words.number, align: "end", cell: ({ number }) => count(number, language) },
    { key: "amount", header: words.effectAmount, align: "end", cell: ({ amount }) => eur(amount, language) },
    {
      key: "parties",
      header: words.declaredBy,
      align: "end",
      cell: (row) => `${row.parties} / ${parties.length}`,
    },
    { key: "measured", header: words.measuredBy, align: "end", cell: (row) => count(row.measured, language) },
    // Asked for only where the team entered something.
    ...(kinds.some(({ entered }) => entered > 0)
      ? [{ key: "entered", header: words.enteredByTeam, align: "end", cell: entered } as const]
      : []),
  ];
  const each: Column<(typeof effects)[number]>[] = [
    { key: "party", header: words.declareFor, rowHeader: true, cell: ({ structureName }) => structureName },
    { key: "kind", header: words.kind, cell: ({ kind }: { readonly kind: EffectKind }) => words.kinds[kind] },
    { key: "number", header: words.number, align: "end", cell: ({ number }) => count(number, language) },
    { key: "amount", header: words.effectAmount, align: "end", cell: ({ amount }) => eur(amount, language) },
    {
      key: "source",
      header: words.origin,
      cell: ({ correctedOn: later, ...effect }) => (
        <EffectSource
          effect={effect}
          corrected={later === null ? null : fill(words.corrected, { day: longDay(later, language) })}
        />
      ),
    },
  ];
  return (
    <Page
      title={convention.title}
      windowTitle={`${words.page.effects} · ${convention.title}`}
      badge={<SignedBadge signedOn={convention.signedOn} />}
      crumbs={[{ to: `/${slug}/conventions-d-objectifs`, label: words.title }]}
    >
      <ConventionTabs slug={slug} convention={convention} />
      <Tabs
        label={words.year}
        tabs={years.map((one) => ({ to: `${at}?annee=${one}`, label: String(one), current: one === year }))}
      />
      <Card title={words.effectsTitle} description={words.effectsLead}>
        {effects.length === 0 ? (
          <p className="text-texte2">{fill(words.noEffect, { year: String(year) })}</p>
        ) : (
          <Table bare caption={words.effectsTitle} rows={kinds} rowKey={({ kind }) => kind} columns={totals} />
        )}
      </Card>
      {effects.length === 0 ? null : (
        <Card title={words.details}>
          <Table
            bare
            caption={words.details}
            rows={effects}
            rowKey={({ structureId, kind }) => `${structureId} ${kind}`}
            columns={each}
          />
        </Card>
      )}
      {seated.map((party) => (
        <EnteredCard key={party.structureId} {...{ party, effects, answer }} />
      ))}
      {measured.map(({ party, standing }) => (
        <MeasuredCard
          key={party.structureId}
          party={party}
          standing={standing}
          effects={effects}
          year={year}
          answer={answer}
        />
      ))}
      {convention.signedOn === null || seated.length === 0 ? null : (
        <DeclareEffect {...{ years, year, answer }} parties={seated} idempotencyKey={key} />
      )}
      {convention.signedOn === null || others.length === 0 ? null : (
        <EnterEffect {...{ years, year, answer }} parties={others} idempotencyKey={key} />
      )}
    </Page>
  );
}
