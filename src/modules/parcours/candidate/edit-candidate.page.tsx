import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Meanwhile } from "#ui/meanwhile.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en as applicationEn } from "../application/application.en.ts";
import { fr as applicationFr } from "../application/application.fr.ts";
import type { Route } from "./+types/edit-candidate.page";
import { updateCandidate } from "./add-candidate.command.ts";
import { IdentityFields, ProjectFields } from "./application-fields.view.tsx";
import { en as candidateEn } from "./candidate.en.ts";
import { fr as candidateFr } from "./candidate.fr.ts";
import { mayCandidate } from "./candidate.policy.ts";
import { findCandidate } from "./candidate.store.ts";
import { APPLICATION_FIELDS, textOf } from "./candidate.ts";
import { en } from "./candidate-screen.en.ts";
import { fr } from "./candidate-screen.fr.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const id = parseId<"candidate">(args.params.candidateId);
    const candidate = id === null ? null : await findCandidate(tx, organizationId, id);
    if (candidate === null || candidate.mergedInto !== null) return refuse("missing", "candidate.missing");
    return mayCandidate(actor, candidate) ?? { slug, today, candidate };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["birthDate"]);
  const { cooperative, candidateId } = args.params;
  return act(args, form, updateCandidate, { ...input, candidateId }, () => ({
    to: `/${cooperative}/candidatures/${candidateId}`,
    message: { fr: fr.done.saved, en: en.done.saved },
  }));
}

export default function EditCandidate({ loaderData: { slug, today, candidate }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const asked = choose({ fr: applicationFr, en: applicationEn });
  const { fields } = choose({ fr: candidateFr, en: candidateEn });
  const saved = APPLICATION_FIELDS.map((name) => ({ name, label: fields[name], value: textOf(candidate, name) }));
  return (
    <Page
      title={words.edit.title}
      width="form"
      crumbs={[
        { to: `/${slug}/candidatures`, label: words.title },
        {
          to: `/${slug}/candidatures/${candidate.candidateId}`,
          label: `${candidate.firstName} ${candidate.lastName}`,
        },
      ]}
    >
      <SubmitForm answer={actionData} hidden={{ version: String(candidate.version) }} className="flex flex-col gap-5">
        <Meanwhile answer={actionData} code="candidate.changedMeanwhile" title={words.edit.meanwhile} saved={saved} />
        <Card title={asked.you}>
          <IdentityFields known={candidate} today={today} email="optional" fills={false} />
        </Card>
        <Card title={asked.projectTitle}>
          <ProjectFields known={candidate} />
        </Card>
        <SubmitButton className="w-fit">{words.edit.save}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
