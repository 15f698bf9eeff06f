import { Download } from "lucide-react";
import { data } from "react-router";
import { fill } from "#kernel/language.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { listStructures } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { mayReadConvention } from "../objectives.policy.ts";
import type { Route } from "./+types/convention.page";
import { AmendmentsCard } from "./amendments-card.view.tsx";
import { yearsOf, yearToShow } from "./convention.ts";
import { ConventionFields } from "./convention-fields.view.tsx";
import { ConventionTabs, SignedBadge } from "./convention-tabs.view.tsx";
import { amendConvention, describeConvention, signConvention } from "./keep-convention.command.ts";
import { loadConvention } from "./load-convention.store.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now, today } = reader;
    const loaded = await loadConvention(reader, args.params.conventionId, mayReadConvention);
    if (isRefusal(loaded)) return loaded;
    const { convention, parties, amendments, keeps } = loaded;
    const edits = keeps && convention.signedOn === null;
    const structures = edits ? await listStructures(tx, organizationId, { on: today }) : [];
    return {
      ...{ slug, today, convention, parties, amendments, keeps, edits, key: newId<"key">(now) as string },
      structures: structures.map(({ id, name, kind }) => ({ id, name, kind })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["startsOn", "endsOn", "signedOn", "agreedOn"]);
  const { cooperative, conventionId } = args.params;
  const given = { ...input, conventionId };
  const then = (word: "saved" | "signedSaid" | "amended") => () => ({
    to: `/${cooperative}/conventions-d-objectifs/${conventionId}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "describe":
      return act(args, form, describeConvention, { ...given, partyIds: form.getAll("partyIds") }, then("saved"));
    case "sign":
      return act(args, form, signConvention, given, then("signedSaid"));
    case "amend":
      return act(args, form, amendConvention, given, then("amended"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function ConventionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, convention, parties, amendments, keeps, edits, structures, key } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData ?? null;
  const year = String(yearToShow(yearsOf(convention), null, today));
  const period = fill(words.period, {
    from: mediumDay(convention.startsOn, language),
    to: mediumDay(convention.endsOn, language),
  });
  return (
    <Page
      title={convention.title}
      description={[convention.reference, period].filter(Boolean).join(" · ")}
      badge={<SignedBadge signedOn={convention.signedOn} />}
      crumbs={[{ to: `/${slug}/conventions-d-objectifs`, label: words.title }]}
      actions={
        <ButtonLink
          icon={Download}
          to={`/${slug}/conventions-d-objectifs/${convention.id}/rapport?annee=${year}`}
          reloadDocument
          prefetch="none"
        >
          {fill(words.report, { year })}
        </ButtonLink>
      }
    >
      <ConventionTabs slug={slug} convention={convention} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Card title={words.about}>
          <p className="max-w-prose whitespace-pre-line">{convention.purpose || words.noPurpose}</p>
          {edits ? (
            <div className="mt-4 flex flex-wrap gap-3">
              <Confirm trigger={words.edit} title={words.edit}>
                <SubmitForm
                  intent="describe"
                  hidden={{ version: String(convention.version) }}
                  answer={answer}
                  className="flex flex-col gap-4"
                >
                  <ConventionFields given={convention} parties={parties} structures={structures} today={today} />
                  <SubmitButton className="self-start">{words.save}</SubmitButton>
                </SubmitForm>
              </Confirm>
              <Confirm trigger={words.sign} title={words.signTitle}>
                <p>{words.signLead}</p>
                <SubmitForm intent="sign" answer={answer} className="flex flex-col gap-4">
                  <DayInput name="signedOn" label={words.signedOn} today={today} defaultValue={today} required />
                  <SubmitButton className="self-start">{words.sign}</SubmitButton>
                </SubmitForm>
              </Confirm>
            </div>
          ) : null}
        </Card>
        <Card title={words.parties} description={words.partiesCount(parties.length)}>
          <ul className="flex flex-col divide-y divide-bordure">
            {parties.map(({ structureId, name }) => (
              <li key={structureId} className="flex flex-wrap items-center justify-between gap-2 py-2">
                <span>{name}</span>
                {structureId === convention.leadId ? <Badge>{words.leads}</Badge> : null}
              </li>
            ))}
          </ul>
        </Card>
        {convention.signedOn === null ? null : (
          <AmendmentsCard {...{ amendments, keeps, today, answer }} idempotencyKey={key} />
        )}
      </div>
    </Page>
  );
}
