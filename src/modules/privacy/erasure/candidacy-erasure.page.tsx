import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/candidacy-erasure.page";
import { erasableCandidate } from "./candidate.store.ts";
import { eraseCandidate } from "./carry-out-erasure.command.ts";
import { en } from "./erasure.en.ts";
import { fr } from "./erasure.fr.ts";
import { mayErase } from "./erasure.policy.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    const candidateId = parseId<"candidate">(args.params.candidateId);
    const found = candidateId === null ? null : await erasableCandidate(tx, organizationId, candidateId);
    if (mayErase(actor) !== null || found === null) return refuse("missing", "erasure.candidateMissing");
    return { slug, candidateId, ...found };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form } = await readForm(args);
  const { cooperative, candidateId } = args.params;
  return act(args, form, eraseCandidate, { candidateId }, () => ({
    to: `/${cooperative}/candidatures`,
    message: { fr: fr.candidateErased, en: en.candidateErased },
  }));
}

export default function CandidacyErasure({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, candidateId, name, erased } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={name} windowTitle={`${words.candidate} · ${name}`} width="form">
      <Card title={words.candidateTitle} description={words.candidateLead}>
        <div className="flex flex-col gap-4">
          {erased ? (
            <p>{words.candidateGone}</p>
          ) : (
            <SubmitForm answer={actionData} className="flex flex-col gap-3">
              <SubmitButton className="w-fit">{words.candidateSubmit}</SubmitButton>
            </SubmitForm>
          )}
          <TextLink to={`/${slug}/candidatures/${candidateId}`}>{words.candidateBack}</TextLink>
        </div>
      </Card>
    </Page>
  );
}
