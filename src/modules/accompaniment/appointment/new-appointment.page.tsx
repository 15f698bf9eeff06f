import { refuse } from "#kernel/refusal.ts";
import { act, listFollowers, reachedPersons } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Combobox } from "#ui/combobox.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { readForm } from "../act.page.ts";
import { EvenBusy } from "../external/external.view.tsx";
import type { Route } from "./+types/new-appointment.page";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";
import { ACCOMPANYING, accompanies } from "./appointment.policy.ts";
import { AppointmentFields } from "./appointment-fields.view.tsx";
import { appointmentChoices } from "./choices.store.ts";
import { planAppointment } from "./plan-appointment.command.ts";

export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("personne");
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    if (!accompanies(actor)) return refuse("forbidden", "appointment.notAllowed");
    const persons = await reachedPersons(tx, actor, ACCOMPANYING);
    const advisers = await listFollowers(tx, organizationId);
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      asked: persons.some(({ personId }) => personId === asked) ? (asked ?? "") : "",
      me: actor.personId as string,
      persons: persons
        .filter(({ personId }) => personId !== actor.personId)
        .map(({ personId, name, site }) => ({ value: personId as string, label: name, detail: site })),
      advisers: advisers.map(({ personId, name }) => ({ value: personId as string, label: name })),
      choices: await appointmentChoices(reader),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, /^day$/);
  const filled = (...names: string[]) => names.flatMap((name) => (input[name] ? [input[name]] : []));
  const given = { ...input, personIds: filled("personId", "secondId"), adviserIds: filled("adviserId") };
  const answer = await act(args, form, planAppointment, given, ({ appointmentId }) => ({
    to: `/${args.params.cooperative}/rendez-vous/${appointmentId}`,
    message: { fr: fr.created, en: en.created },
  }));
  return answer;
}

export default function NewAppointment({ loaderData, actionData }: Route.ComponentProps) {
  const { today, key, asked, me, persons, advisers, choices } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const known = advisers.some(({ value }) => value === me);
  return (
    <Page title={words.plan} description={words.told} width="form">
      <Card>
        <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
          <Combobox name="personId" label={words.person} options={persons} defaultValue={asked} required />
          <AppointmentFields today={today} choices={choices} given={{}} />
          <details>
            <summary className="cursor-pointer py-2 font-semibold text-marque">{words.more}</summary>
            <div className="mt-2 flex flex-col gap-4">
              <Combobox name="secondId" label={words.second} options={persons} optional />
              {known ? (
                <Select name="adviserId" label={words.adviser} defaultValue={me} options={advisers} />
              ) : (
                <input type="hidden" name="adviserId" value="" />
              )}
            </div>
          </details>
          <EvenBusy answer={actionData ?? undefined} />
          <SubmitButton className="self-start">{words.create}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
