import { isRefusal, refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { mayGovern } from "../governance.policy.ts";
import type { Route } from "./+types/edit-assembly.page";
import { en } from "./assembly.en.ts";
import { fr } from "./assembly.fr.ts";
import { AssemblyFields } from "./assembly-fields.view.tsx";
import { momentOf, openAssemblyPage } from "./assembly-reading.store.ts";
import { updateAssembly } from "./prepare-assembly.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const refusal = mayGovern(reader.actor);
    if (refusal) return refusal;
    const opened = await openAssemblyPage(reader, args.params.assemblyId);
    if (isRefusal(opened)) return opened;
    if (opened.assembly.status !== "draft") return refuse("conflict", "assembly.notNow");
    return { slug: reader.slug, today: reader.today, given: momentOf(reader, opened.assembly) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["day"], /^time$/);
  const { cooperative, assemblyId } = args.params;
  return act(args, form, updateAssembly, { ...input, assemblyId }, () => ({
    to: `/${cooperative}/assemblees/${assemblyId}`,
    message: { fr: fr.saved, en: en.saved },
  }));
}

export default function EditAssembly({ loaderData: { slug, today, given }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={words.editTitle} width="form" crumbs={[{ to: `/${slug}/assemblees/${given.id}`, label: given.title }]}>
      <Card>
        <SubmitForm
          answer={actionData ?? null}
          hidden={{ version: String(given.version) }}
          className="flex flex-col gap-4"
        >
          <AssemblyFields given={given} today={today} />
          <SubmitButton className="self-start">{words.save}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
