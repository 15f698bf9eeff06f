import { fill } from "#kernel/language.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { isStaff } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../consultation/consultation.en.ts";
import { fr } from "../consultation/consultation.fr.ts";
import type { Route } from "./+types/gathering.page";
import { ranksOf } from "./answer-form.ts";
import { answeringPage } from "./answer-page.store.ts";
import { recordGathering } from "./give-answer.command.ts";
import { RankFields } from "./rank-fields.view.tsx";

/** What a territorial meeting answered, entered by the team or by whoever represents the structure. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { actor, slug, now, today } = reader;
    const page = await answeringPage(reader, args.params);
    if (isRefusal(page)) return page;
    const { seats, asked, shown, gatherings } = page;
    const reach = asked.filter(
      ({ structureId }) => isStaff(actor) || seats.some((seat) => seat.structureId === structureId),
    );
    if (reach.length === 0) return refuse("forbidden", "network.notSeated");
    return {
      ...{ slug, shown, today, key: newId<"key">(now) as string },
      structures: reach.map(({ structureId, name }) => ({ value: structureId as string, label: name })),
      gatherings: gatherings.map(({ id, place, heldOn }) => ({ id: id as string, place, heldOn })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["heldOn"]);
  const { cooperative, consultationId, phaseId } = args.params;
  const { structureId = "" } = input;
  return act(args, form, recordGathering, { ...input, phaseId, ranks: ranksOf(input) }, ({ stands }) => ({
    to: `/${cooperative}/consultations/${consultationId}/reponses/${structureId}`,
    message: stands ? { fr: fr.answerGiven, en: en.answerGiven } : { fr: fr.answerKept, en: en.answerKept },
  }));
}

export default function GatheringPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, shown, today, structures, gatherings, key } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const known = gatherings.map(({ id, place, heldOn }) => ({
    value: id,
    label: fill(words.gatheringLine, { place, day: longDay(heldOn, language) }),
  }));
  return (
    <Page
      title={words.gatheringTitle}
      description={`${shown.phase}. ${words.gatheringLead}`}
      width="form"
      crumbs={[
        { to: `/${slug}/consultations`, label: words.title },
        { to: `/${slug}/consultations/${shown.consultationId}`, label: shown.title },
      ]}
    >
      {shown.closed === null ? (
        <Card>
          <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
            <Select name="structureId" label={words.gatheringOf} options={structures} required />
            {known.length === 0 ? null : (
              <Select
                name="gatheringId"
                label={words.gatheringKnown}
                help={words.gatheringKnownHelp}
                placeholder={words.gatheringNew}
                options={known}
              />
            )}
            <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
              <DayInput name="heldOn" label={words.heldOn} today={today} />
              <TextInput name="place" label={words.place} maxLength={160} />
              <TextInput name="attendees" label={words.attendees} inputMode="numeric" maxLength={6} optional />
            </div>
            <Textarea name="minutes" label={words.minutes} maxLength={20_000} rows={6} />
            <RankFields axes={shown.axes} given={[]} comment="" />
            <SubmitButton className="self-start">{words.gatheringSubmit}</SubmitButton>
          </SubmitForm>
        </Card>
      ) : (
        <Notice>{words.refusals[shown.closed as keyof typeof words.refusals]}</Notice>
      )}
    </Page>
  );
}
