import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { spokenStructures } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { en } from "../training.en.ts";
import { fr } from "../training.fr.ts";
import { mayReadTraining } from "../training.policy.ts";
import type { Route } from "./+types/new-course.page";
import { CourseFields } from "./course-fields.view.tsx";
import { proposeCourse } from "./keep-course.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { actor, slug, now } = reader;
    const refusal = mayReadTraining(actor);
    if (refusal) return refusal;
    const spoken = (await spokenStructures(reader)).map(({ id, name }) => ({ id, name }));
    if (spoken.length === 0) return refuse("forbidden", "network.notSeated" satisfies NetworkRefusalCode);
    return { slug, key: newId<"key">(now) as string, spoken };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, proposeCourse, input, ({ courseId }) => ({
    to: `/${args.params.cooperative}/formations/${courseId}`,
    message: { fr: fr.proposed, en: en.proposed },
  }));
}

export default function NewCourse({ loaderData: { slug, key, spoken }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.propose}
      description={words.proposeLead}
      width="form"
      crumbs={[{ to: `/${slug}/formations`, label: words.title }]}
    >
      <Card>
        <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
          <Select
            name="structureId"
            label={words.structure}
            placeholder={spoken.length > 1 ? " " : undefined}
            options={spoken.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <CourseFields given={null} />
          <SubmitButton className="self-start">{words.propose}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
