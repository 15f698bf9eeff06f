import { parseId } from "#kernel/id.ts";
import { act, reachedPersons } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Combobox } from "#ui/combobox.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { readForm } from "../act.page.ts";
import { ACCOMPANYING } from "../appointment/appointment.policy.ts";
import { findDemand } from "../demand/demand.store.ts";
import { contactsByPerson } from "../people.store.ts";
import type { Route } from "./+types/new-workshop.page";
import { createWorkshop } from "./save-workshop.command.ts";
import { en } from "./workshop.en.ts";
import { fr } from "./workshop.fr.ts";
import { mayOrganize } from "./workshop.policy.ts";
import { DateFields, datesOf, WorkshopFields } from "./workshop-fields.view.tsx";

export function loader(args: Route.LoaderArgs) {
  const search = new URL(args.request.url).searchParams;
  const asked = parseId<"workshopDemand">(search.get("demande"));
  return readTenant(args, async ({ tx, actor, organizationId, today, now }) => {
    const refusal = mayOrganize(actor);
    if (refusal) return refusal;
    const demand = asked === null ? null : await findDemand(tx, organizationId, asked);
    const mine = (await contactsByPerson(tx, organizationId, [actor.personId])).get(actor.personId);
    const persons = await reachedPersons(tx, actor, ACCOMPANYING);
    const others = persons.filter(({ personId }) => personId !== actor.personId);
    return {
      today,
      key: newId<"key">(now) as string,
      demandId: demand === null || demand.workshopId !== null ? "" : (demand.id as string),
      /** What it answers: a demand, or what another page found to be needed. */
      given:
        demand === null || demand.workshopId !== null
          ? { title: search.get("titre") ?? "", themes: search.get("themes") ?? "" }
          : { title: demand.title, description: demand.details },
      me: actor.personId as string,
      trainers: [
        { value: actor.personId as string, label: mine?.name ?? "" },
        ...others.map(({ personId, name }) => ({ value: personId as string, label: name })),
      ],
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, /^dates\.\d\.day$/);
  return act(args, form, createWorkshop, { ...input, dates: datesOf(input) }, ({ workshopId }) => ({
    to: `/${args.params.cooperative}/ateliers/${workshopId}`,
    message: { fr: fr.created, en: en.created },
  }));
}

export default function NewWorkshop({ loaderData, actionData }: Route.ComponentProps) {
  const { today, key, demandId, given, me, trainers } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={words.create} width="form">
      <Card>
        <SubmitForm
          idempotencyKey={key}
          answer={actionData ?? null}
          hidden={{ demandId }}
          className="flex flex-col gap-4"
        >
          <WorkshopFields given={given} />
          <Combobox name="trainerId" label={words.trainer} options={trainers} defaultValue={me} optional />
          <TextInput name="outsideTrainer" label={words.outsideTrainer} maxLength={120} optional />
          <DateFields today={today} ranks={[0]} />
          <details>
            <summary className="cursor-pointer py-2 font-semibold text-marque">{words.moreDates}</summary>
            <div className="flex flex-col gap-4">
              <DateFields today={today} ranks={[1, 2, 3]} />
            </div>
          </details>
          <SubmitButton className="self-start">{words.createSubmit}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
