import { data } from "react-router";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { appContext, languageContext } from "#platform/http/context.ts";
import { problemOf, readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { act, readForm } from "../act.page.ts";
import { sitesOf } from "../site/site.store.ts";
import type { Route } from "./+types/new-person.page";
import { addPerson } from "./add-person.command.ts";
import { mayAddPerson } from "./person.policy.ts";
import { listFollowers } from "./person.store.ts";
import { PersonFields } from "./person-fields.view.tsx";
import { en } from "./person-screen.en.ts";
import { fr } from "./person-screen.fr.ts";
import { type ResemblingPerson, resemblingPersons } from "./resembling.store.ts";
import { en as similarEn } from "./similar.en.ts";
import { fr as similarFr } from "./similar.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = mayAddPerson(actor);
    if (refusal) return refusal;
    const sites = await sitesOf(tx, organizationId);
    const followers = await listFollowers(tx, organizationId);
    return { slug, key: newId<"key">(now) as string, choices: { sites, followers } };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const resembling = input.different ? [] : await alike(args, input);
  if (resembling.length > 0) {
    const app = args.context.get(appContext);
    const refusal = refuse("conflict", "person.resembles", {}, "different");
    const problem = problemOf(app, refusal, args.context.get(languageContext));
    return data({ resembling, problem, typed: typedValues(form) }, { status: 409 });
  }
  const name = `${input.firstName} ${input.lastName}`.trim();
  const said = input.invite ? "addedInvited" : "added";
  return act(args, form, addPerson, input, ({ personId }) => ({
    to: `/${args.params.cooperative}/personnes/${personId}`,
    message: { fr: fill(fr.done[said], { name }), en: fill(en.done[said], { name }) },
  }));
}

/** Who may be here already. An address that is taken is refused by the act itself, with its own sentence. */
function alike(args: Route.ActionArgs, input: Record<string, string>): Promise<readonly ResemblingPerson[]> {
  const { firstName = "", lastName = "", phone = "" } = input;
  return readTenant<readonly ResemblingPerson[]>(args, async ({ tx, actor }) =>
    mayAddPerson(actor) === null ? resemblingPersons(tx, actor, { firstName, lastName, email: "", phone }) : [],
  );
}

export default function NewPersonPage({ loaderData: { slug, key, choices }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const similar = choose({ fr: similarFr, en: similarEn });
  const resembling: readonly ResemblingPerson[] =
    actionData && "resembling" in actionData ? (actionData.resembling as readonly ResemblingPerson[]) : [];
  return (
    <Page title={words.form.newTitle} width="form" crumbs={[{ to: `/${slug}/personnes`, label: words.page.crumb }]}>
      <SubmitForm idempotencyKey={key} answer={actionData} className="flex flex-col gap-5">
        {resembling.length === 0 ? null : (
          <Notice tone="attention" title={similar.title}>
            <p>{similar.lead}</p>
            <ul className="my-2 flex flex-col gap-1">
              {resembling.map((person) => (
                <li key={person.personId}>
                  <TextLink to={`/${slug}/personnes/${person.personId}`}>
                    {person.firstName} {person.lastName}
                  </TextLink>{" "}
                  <span className="text-aide">
                    {[
                      ...person.reasons.map((reason) => similar.reasons[reason]),
                      ...(person.archived ? [similar.archived] : []),
                    ].join(", ")}
                  </span>
                </li>
              ))}
            </ul>
            <Checkbox name="different" label={similar.different} help={similar.differentHelp} />
          </Notice>
        )}
        <Card>
          <div className="flex flex-col gap-4">
            <PersonFields words={words.form} choices={choices} />
            <Checkbox name="invite" label={words.form.invite} help={words.form.inviteHelp} defaultChecked />
          </div>
        </Card>
        <SubmitButton className="w-fit">{words.form.submit}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
