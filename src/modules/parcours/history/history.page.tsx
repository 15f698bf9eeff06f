import { type Day, dayIn, type Instant, parseDay } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { type Fact, factsOf, personNames, reachesPerson, sitesOf, stateOn } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import { ALWAYS, DIMENSION_KEYS, definitionOf, isDimension, valueText } from "../dimension/dimension.ts";
import { KEEPERS, maySocialFile } from "../social-file/social-file.policy.ts";
import type { Route } from "./+types/history.page";
import { en } from "./history.en.ts";
import { fr } from "./history.fr.ts";
import { AskState, FactList, StateList } from "./history.view.tsx";

/**
 * The last moment at which something was learnt on a day of the cooperative's calendar, or before: what was known at the end
 * of that day.
 */
function lastLearnt(facts: readonly Fact[], known: Day, timeZone: string): Instant {
  const moments = facts.map((fact) => fact.recordedAt).filter((moment) => dayIn(moment, timeZone) <= known);
  return moments.sort().at(-1) ?? ("" as Instant);
}

export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, timeZone }) => {
    const personId = parseId<"person">(args.params.personId);
    if (personId === null) return refuse("missing", "socialFile.personMissing");
    const kept = await reachesPerson(tx, actor, KEEPERS, personId);
    const refusal = maySocialFile("history", { self: actor.personId === personId, kept });
    if (refusal) return refusal;
    const name = (await personNames(tx, organizationId, [personId])).get(personId);
    if (name === undefined) return refuse("missing", "socialFile.personMissing");
    const on = parseDayInput(asked.get("au") ?? "", today) ?? today;
    const known = parseDay(parseDayInput(asked.get("connu") ?? "", today) ?? "");
    const facts = await factsOf(tx, organizationId, personId);
    const held = stateOn(facts, on, known === null ? null : lastLearnt(facts, known, timeZone));
    const people = facts.flatMap(({ dimension, value, recordedBy }) => [
      ...(dimension === "follower" && value ? [String(value)] : []),
      ...(recordedBy ? [recordedBy as string] : []),
    ]);
    const names: Readonly<Record<string, string>> = {
      ...Object.fromEntries(
        await personNames(
          tx,
          organizationId,
          people.map((id) => parseId<"person">(id)).filter((id) => id !== null),
        ),
      ),
      ...Object.fromEntries((await sitesOf(tx, organizationId)).map((site) => [site.id, site.name])),
    };
    const line = ({ id, dimension, value, effectOn, untilOn }: (typeof facts)[number]) => ({
      id: id as string,
      dimension,
      value: valueText(value),
      effectOn: effectOn === ALWAYS ? null : effectOn,
      untilOn,
    });
    return {
      slug,
      personId,
      name,
      today,
      on,
      known,
      names,
      state: DIMENSION_KEYS.flatMap((key) => {
        const fact = held.get(key);
        return fact === undefined || (valueText(fact.value) === "" && definitionOf(key).kind !== "terms")
          ? []
          : [line(fact)];
      }),
      facts: facts
        .filter(({ dimension }) => isDimension(dimension))
        .map((fact) => ({
          ...line(fact),
          recordedOn: dayIn(fact.recordedAt, timeZone),
          by: fact.recordedBy === null ? "" : (names[fact.recordedBy] ?? ""),
          reason: fact.reason,
          corrected: fact.supersededAt !== null,
          empty: fact.value === null ? (fact.corrects === null ? ("erased" as const) : ("withdrawn" as const)) : null,
        }))
        .reverse(),
    };
  });
}

export type HistoryData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export default function History({ loaderData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, personId, name, on, known } = loaderData;
  const title =
    known === null
      ? fill(words.stateNow, { date: day(on) })
      : fill(words.stateThen, { date: day(on), known: day(known) });
  return (
    <Page
      title={name}
      windowTitle={`${words.title} · ${name}`}
      description={words.lead}
      crumbs={[{ to: `/${slug}/personnes`, label: words.crumb }]}
    >
      <ThingTabs thing="person" address={`/${slug}/personnes/${personId}`} label={words.tabs} />
      <Card title={title}>
        <div className="flex flex-col gap-5">
          <AskState data={loaderData} />
          <StateList data={loaderData} />
        </div>
      </Card>
      <Card title={words.facts} description={words.factsLead}>
        <FactList data={loaderData} />
      </Card>
    </Page>
  );
}
