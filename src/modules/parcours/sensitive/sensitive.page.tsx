import { data, redirect } from "react-router";
import { type Day, dayIn, type Instant } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { personNames, reachesPerson } from "#modules/membership/index.server.ts";
import { readTenant, runCommand, todayOf } from "#platform/http/tenant.ts";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { typedValues } from "#ui/problem.ts";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import type { Route } from "./+types/sensitive.page";
import { readSensitive } from "./read-sensitive.command.ts";
import { saveSensitive } from "./save-sensitive.command.ts";
import { en } from "./sensitive.en.ts";
import { fr } from "./sensitive.fr.ts";
import { maySensitive } from "./sensitive.policy.ts";
import { accessesOf, sensitiveVersion } from "./sensitive.store.ts";
import { ReadingsCard, ValuesCard } from "./sensitive.view.tsx";

/** Never the values: they are shown by an act that is traced. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, timeZone } = reader;
    const personId = parseId<"person">(args.params.personId);
    if (personId === null) return refuse("missing", "sensitive.personMissing");
    const facts = { self: actor.personId === personId, paid: await reachesPerson(tx, actor, ["payroll"], personId) };
    const refusal = maySensitive("readings", facts);
    if (refusal) return refusal;
    const name = (await personNames(tx, organizationId, [personId])).get(personId);
    if (name === undefined) return refuse("missing", "sensitive.personMissing");
    const accesses = (await accessesOf(reader, personId)).map(({ at, who, kind }) => ({
      ...{ who, kind, on: dayIn(at as Instant, timeZone), time: timeIn(at as Instant, timeZone) },
    }));
    const paid = maySensitive("read", facts) === null;
    return { slug, personId, name, today, paid, version: await sensitiveVersion(reader, personId), accesses };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const { personId } = args.params;
  if (text("intention") === "show") {
    const read = await runCommand(args, readSensitive, { personId });
    if (!read.ok) return data({ problem: read.problem, typed: { intention: "show" } }, { status: read.status });
    return data({ shown: read.output });
  }
  const today = await todayOf(args);
  const asDay = (name: string) => parseDayInput(text(name), today) ?? text(name);
  const result = await runCommand(args, saveSensitive, {
    ...{ personId, version: text("version"), nir: text("nir"), restrictions: text("restrictions") },
    ...{ disabledWorker: text("disabledWorker"), disabledUntil: asDay("disabledUntil") },
    allowanceUntil: asDay("allowanceUntil"),
  });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const to = `/${args.params.cooperative}/personnes/${personId}/sensible`;
  return redirect(to, { headers: flash({ fr: fr.saved, en: en.saved }) });
}

export type SensitiveData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;
export type AccessLine = SensitiveData["accesses"][number] & { readonly on: Day };

export default function SensitivePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, personId, name, paid, accesses } = loaderData;
  const address = `/${slug}/personnes/${personId}`;
  return (
    <Page
      title={name}
      windowTitle={`${words.title} · ${name}`}
      description={paid ? words.lead : `${words.leadSelf} ${words.leadSelfMore}`}
      crumbs={paid ? [{ to: `/${slug}/personnes`, label: words.crumb }] : []}
    >
      <ThingTabs thing="person" address={address} label={words.tabs} />
      {paid ? (
        <ValuesCard
          page={loaderData}
          shown={actionData && "shown" in actionData ? actionData.shown : null}
          answer={actionData && "problem" in actionData ? actionData : undefined}
        />
      ) : null}
      <ReadingsCard accesses={accesses} />
    </Page>
  );
}
