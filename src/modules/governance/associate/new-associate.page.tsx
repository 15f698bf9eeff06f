import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { Combobox } from "#ui/combobox.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { mayGovern } from "../governance.policy.ts";
import { findArticles } from "../setup/articles.store.ts";
import type { Route } from "./+types/new-associate.page";
import { fileApplication } from "./apply.command.ts";
import { en } from "./associate.en.ts";
import { fr } from "./associate.fr.ts";
import { KINDS } from "./associate.ts";
import { peopleOptions } from "./people.store.ts";

/** What is asked of the one only is hidden for the other, by the style sheet alone. */
const OF_PERSON = "group-has-[input[value=organization]:checked]:hidden";
const OF_STRUCTURE = "group-has-[input[value=person]:checked]:hidden";

export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("personne") ?? "";
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const { colleges } = await findArticles(tx, organizationId);
    const people = await peopleOptions(reader);
    const chosen = people.some(({ value }) => value === asked) ? asked : "";
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      colleges,
      people,
      chosen,
      network: actor.house === "network",
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["appliedOn"]);
  return act(args, form, fileApplication, input, ({ associateId }) => ({
    to: `/${args.params.cooperative}/associes/${associateId}`,
    message: { fr: fr.applied, en: en.applied },
  }));
}

export default function NewAssociate({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, key, colleges, people, chosen, network } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.applyTitle}
      description={words.applyLead}
      width="form"
      crumbs={[{ to: `/${slug}/associes`, label: words.title }]}
    >
      <Card>
        <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="group flex flex-col gap-4">
          <RadioGroup
            name="kind"
            label={words.kind}
            defaultValue={network ? "organization" : "person"}
            options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          />
          <div className={OF_PERSON}>
            <Combobox name="personId" label={words.person} options={people} defaultValue={chosen} />
          </div>
          <TextInput name="legalName" label={words.legalName} maxLength={120} fieldClassName={OF_STRUCTURE} />
          <TextInput
            name="siren"
            label={words.siren}
            inputMode="numeric"
            maxLength={20}
            fieldClassName={OF_STRUCTURE}
            optional
          />
          <div className={OF_STRUCTURE}>
            <Combobox
              name="representativeId"
              label={words.representative}
              help={words.representativeHelp}
              options={people}
            />
          </div>
          <Select
            name="college"
            label={words.college}
            options={colleges.map(({ number, name }) => ({ value: String(number), label: name }))}
          />
          <DayInput name="appliedOn" label={words.appliedOn} today={today} defaultValue={today} required />
          <SubmitButton className="self-start">{words.applySubmit}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
