import { fill } from "#kernel/language.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Card } from "#ui/card.tsx";
import { count, eur, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { yearsOf, yearToShow } from "../convention/convention.ts";
import { ConventionTabs, SignedBadge } from "../convention/convention-tabs.view.tsx";
import { loadConvention } from "../convention/load-convention.store.ts";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { mayReadConvention } from "../objectives.policy.ts";
import type { Route } from "./+types/effects.page";
import { declareEffect } from "./declare-effect.command.ts";
import { effectsOf } from "./effect.store.ts";
import { EFFECT_KINDS, type EffectKind, effectTotal } from "./effect.ts";
import { measureEffect } from "./measure-effect.command.ts";
import { seatedParties, standingOf } from "./measured.store.ts";
import { correctedOn } from "./measured.ts";
import { EffectSource, MeasuredCard } from "./measured-card.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** The economic effects of cooperation in a year, as the parties declare them: /effets?annee=2026. */
export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("annee");
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now, today } = reader;
    const loaded = await loadConvention(reader, args.params.conventionId, mayReadConvention);
    if (isRefusal(loaded)) return loaded;
    const { convention, parties, spoken } = loaded;
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
      ...{ slug, convention, parties, spoken, years, year, key: newId<"key">(now) as string },
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
  const then = () => ({
    to: `/${cooperative}/conventions-d-objectifs/${conventionId}/effets?annee=${input.year}`,
    message: { fr: fr.declared, en: en.declared },
  });
  return form.get("intention") === "measure"
    ? act(args, form, measureEffect, { ...input, conventionId }, then)
    : act(args, form, declareEffect, { ...input, conventionId }, then);
}

export default function Effects({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, convention, parties, spoken, years, year, effects, measured, key } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const at = `/${slug}/conventions-d-objectifs/${convention.id}/effets`;
  const kinds = EFFECT_KINDS.map((kind) => ({ kind, ...effectTotal(effects, kind, year) }));
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
      {measured.map(({ party, standing }) => (
        <MeasuredCard
          key={party.structureId}
          party={party}
          standing={standing}
          effects={effects}
          year={year}
          answer={actionData ?? null}
        />
      ))}
      {spoken.length === 0 || convention.signedOn === null ? null : (
        <Card title={words.declareByHand}>
          <SubmitForm
            intent="declare"
            idempotencyKey={key}
            answer={actionData?.typed?.intention === "measure" ? null : (actionData ?? null)}
            className="flex max-w-prose flex-col gap-4"
          >
            <Select
              name="structureId"
              label={words.declareFor}
              options={spoken.map(({ structureId, name }) => ({ value: structureId, label: name }))}
            />
            <Select
              name="kind"
              label={words.kind}
              options={EFFECT_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            />
            <div className="grid gap-4 sm:grid-cols-3">
              <Select
                name="year"
                label={words.year}
                defaultValue={String(year)}
                options={years.map((one) => ({ value: String(one), label: String(one) }))}
              />
              <TextInput name="number" label={words.number} inputMode="numeric" maxLength={9} required />
              <AmountInput name="amount" label={words.effectAmount} help={words.effectAmountHelp} optional />
            </div>
            <TextInput name="source" label={words.source} help={words.sourceHelp} maxLength={400} optional />
            <SubmitButton className="self-start">{words.declare}</SubmitButton>
          </SubmitForm>
        </Card>
      )}
    </Page>
  );
}
