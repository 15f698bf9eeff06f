import { data, redirect } from "react-router";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import type { Route } from "./+types/cadence.page";
import { en } from "./cadence.en.ts";
import { fr } from "./cadence.fr.ts";
import { cadencesOf } from "./cadence.store.ts";
import { cadencesFor, defaultCadence } from "./cadence.ts";
import { chooseCadence } from "./choose-cadence.command.ts";

/** Each subject that concerns the reader, with the pace they have today. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, language }) => {
    const chosen = await cadencesOf(tx, organizationId, actor.personId);
    const headings = [...new Set([...app.topics.map(({ heading }) => heading), ...app.digests])]
      .filter(({ staffOnly }) => staffOnly !== true || actor.grants.length > 0)
      .filter(({ roles }) => roles === undefined || actor.grants.some(({ role }) => roles.includes(role)))
      .map((heading) => ({
        key: heading.key,
        label: heading.words[language],
        choice: chosen.get(heading.key) ?? defaultCadence(heading),
        paces: cadencesFor(heading),
      }));
    return { slug, headings };
  });
}

const PREFIX = "choix.";

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const choices = Object.fromEntries(
    [...form].flatMap(([name, value]) => (name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value]] : [])),
  );
  const result = await runCommand(args, chooseCadence, { choices });
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  return redirect(`/${args.params.cooperative}/notifications`, { headers: flash({ fr: fr.saved, en: en.saved }) });
}

export default function Cadence({ loaderData: { slug, headings }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page title={words.title} description={words.lead} width="form">
      <SubmitForm answer={actionData} className="flex flex-col gap-4">
        {headings.map(({ key, label, choice, paces }) => (
          <Select
            key={key}
            name={`${PREFIX}${key}`}
            label={label}
            options={paces.map((value) => ({ value, label: words.choices[value] }))}
            defaultValue={choice}
          />
        ))}
        <p className="text-aide text-texte2">{words.legal}</p>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{words.save}</SubmitButton>
          <TextLink to={`/${slug}/notifications`}>{words.back}</TextLink>
        </div>
      </SubmitForm>
    </Page>
  );
}
