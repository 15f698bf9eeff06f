import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, factsOf, personNames, reachesPerson, stateOn } from "#modules/membership/index.server.ts";
import { readTenant, todayOf } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import { definitionOf, dimensionsOf, isDimension, SECTIONS, valueText } from "../dimension/dimension.ts";
import type { Route } from "./+types/social-file.page";
import { changeSocialFile, lastTouched } from "./change-social-file.command.ts";
import { en } from "./social-file.en.ts";
import { fr } from "./social-file.fr.ts";
import { KEEPERS, maySocialFile } from "./social-file.policy.ts";
import { FileSection } from "./social-file.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today }) => {
    const personId = parseId<"person">(args.params.personId);
    if (personId === null) return refuse("missing", "socialFile.personMissing");
    const kept = await reachesPerson(tx, actor, KEEPERS, personId);
    const facts = { self: actor.personId === personId, kept };
    const refusal = maySocialFile("read", facts);
    if (refusal) return refusal;
    const name = (await personNames(tx, organizationId, [personId])).get(personId);
    if (name === undefined) return refuse("missing", "socialFile.personMissing");
    const history = await factsOf(tx, organizationId, personId);
    const held = stateOn(history, today, null);
    const sections = SECTIONS.map((section) => {
      const keys = dimensionsOf(section);
      const values = keys.map((key) => {
        const fact = held.get(key);
        const since = fact === undefined || definitionOf(key).lasting ? null : fact.effectOn;
        return { key, value: valueText(fact?.value), since };
      });
      return { section, seen: lastTouched(history, keys), values };
    });
    return {
      slug,
      key: newId<"key">(now) as string,
      personId,
      name,
      today,
      sections,
      self: facts.self,
      mayChange: maySocialFile("change", facts) === null,
      seesSensitive: facts.self || actor.grants.some(({ role }) => role === "payroll"),
    };
  });
}

export type SocialFileData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const today = await todayOf(args);
  const asDay = (typed: string) => parseDayInput(typed, today) ?? typed;
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    const key = name.replace(/^values\./, "");
    if (key === name || typeof value !== "string" || !isDimension(key)) continue;
    values[key] = definitionOf(key).kind === "day" ? asDay(value) : value;
  }
  const { personId } = args.params;
  const input = {
    personId,
    section: text("intention"),
    seen: text("seen"),
    from: asDay(text("from")),
    mistake: text("mistake"),
    reason: text("reason"),
    values,
  };
  return act(args, form, changeSocialFile, input, () => ({
    to: `/${args.params.cooperative}/personnes/${personId}/dossier`,
    message: { fr: fr.saved, en: en.saved },
  }));
}

export default function SocialFile({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, personId, name, sections, self, mayChange, seesSensitive } = loaderData;
  const address = `/${slug}/personnes/${personId}`;
  return (
    <Page
      title={name}
      windowTitle={`${words.title} · ${name}`}
      description={self && !mayChange ? words.leadSelf : words.lead}
      crumbs={mayChange ? [{ to: `/${slug}/personnes`, label: words.crumb }] : []}
    >
      <ThingTabs thing="person" address={address} label={words.tabs} />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        {sections.map((part) => (
          <FileSection key={part.section} part={part} file={loaderData} answer={actionData ?? undefined} />
        ))}
        {seesSensitive ? (
          <Card title={words.sensitive} description={words.sensitiveLead}>
            <TextLink to={`${address}/sensible`}>{words.openSensitive}</TextLink>
          </Card>
        ) : null}
      </div>
    </Page>
  );
}
