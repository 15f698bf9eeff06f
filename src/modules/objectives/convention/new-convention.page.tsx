import { act, readForm } from "#modules/membership/index.server.ts";
import { listStructures, mayPrepare } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import type { Route } from "./+types/new-convention.page";
import { ConventionFields } from "./convention-fields.view.tsx";
import { beginConvention } from "./keep-convention.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today }) => {
    const refusal = mayPrepare(actor);
    if (refusal) return refusal;
    const structures = (await listStructures(tx, organizationId, { on: today })).map(({ id, name, kind }) => ({
      id,
      name,
      kind,
    }));
    return { slug, today, structures, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["startsOn", "endsOn"]);
  const given = { ...input, partyIds: form.getAll("partyIds") };
  return act(args, form, beginConvention, given, ({ conventionId }) => ({
    to: `/${args.params.cooperative}/conventions-d-objectifs/${conventionId}`,
    message: { fr: fr.begun, en: en.begun },
  }));
}

export default function NewConvention({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, structures, key } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.begin}
      description={words.beginLead}
      width="form"
      crumbs={[{ to: `/${slug}/conventions-d-objectifs`, label: words.title }]}
    >
      <Card>
        <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
          <ConventionFields given={null} parties={[]} structures={structures} today={today} />
          <SubmitButton className="self-start">{words.begin}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
