import { data } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { appContext } from "#platform/http/context.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import { act, readForm } from "../act.page.ts";
import { activitiesOfPerson } from "../activity/activity-detail.store.ts";
import { en as contractEn } from "../contract/contract.en.ts";
import { fr as contractFr } from "../contract/contract.fr.ts";
import { mayRecordContract } from "../contract/contract.policy.ts";
import { contractsOf } from "../contract/contract.store.ts";
import { capeRenewalsLeft, statusOf } from "../contract/contract.ts";
import { ContractCard } from "../contract/contract-card.view.tsx";
import { cancelContract, endContract, recordContract } from "../contract/record-contract.command.ts";
import { mayGrant } from "../grant/grant.policy.ts";
import { grantsOf } from "../grant/grant.store.ts";
import { GrantCard } from "../grant/grant-card.view.tsx";
import { grantRole, ROLES_OF, revokeRole } from "../grant/grant-role.command.ts";
import { sitesOf } from "../site/site.store.ts";
import { mayTerms, TERMS_READERS } from "../terms/terms.policy.ts";
import type { Route } from "./+types/person.page";
import { archivePerson, restorePerson } from "./archive-person.command.ts";
import { invitePerson } from "./invite-person.command.ts";
import { en as personEn } from "./person.en.ts";
import { fr as personFr } from "./person.fr.ts";
import { mayPerson } from "./person.policy.ts";
import { findPerson, listFollowers, type StoredPerson } from "./person.store.ts";
import { AccessCard, ActivitiesCard, ArchiveCard, IdentityCard } from "./person-cards.view.tsx";
import { en } from "./person-screen.en.ts";
import { fr } from "./person-screen.fr.ts";
import { reachesPerson } from "./reached-persons.store.ts";
import { updatePerson } from "./update-person.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, now, today }) => {
    const personId = parseId<"person">(args.params.personId);
    const person = personId === null ? null : await findPerson(tx, actor, personId);
    if (person === null) return refuse("missing", "person.missing");
    const refusal = mayPerson(actor, "read", person.facts);
    if (refusal) return refusal;
    const { facts, userId, invitedAt, archivedAt, ...shown } = person;
    const contracts = await contractsOf(tx, organizationId, person.personId);
    const standing = contracts.filter((contract) => contract.cancelledAt === null);
    const reached = await reachesPerson(tx, actor, TERMS_READERS, person.personId);
    const signsIn = userId !== null && (await app.identity.whoCanSignIn([userId])).has(userId);
    const access = archivedAt !== null ? "archived" : signsIn ? "active" : invitedAt !== null ? "invited" : "none";
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      person: {
        ...shown,
        name: `${person.firstName} ${person.lastName}`,
        access: access as keyof (typeof personFr)["access"],
      },
      byHand: app.settings.smtpUrl === null,
      invitedOn: invitedAt === null ? "" : day(dayIn(invitedAt, "Europe/Paris")),
      status: statusOf(standing, today),
      renewalsLeft: capeRenewalsLeft(standing, today),
      contracts,
      activities: await activitiesOfPerson(tx, organizationId, person.personId, visibleActivities(actor)),
      grants: await grantsOf(tx, organizationId, person.personId),
      house: actor.house,
      grantable: ROLES_OF[actor.house],
      sites: await sitesOf(tx, organizationId),
      followers: (await listFollowers(tx, organizationId)).filter((follower) => follower.personId !== person.personId),
      may: {
        update: mayPerson(actor, "update", facts) === null,
        invite: mayPerson(actor, "invite", facts) === null,
        archive: mayPerson(actor, "archive", { ...facts, archived: false }) === null,
        contract: archivedAt === null && mayRecordContract(actor) === null,
        terms: mayTerms(actor, "read", { self: actor.personId === personId, reached }) === null,
        grant: archivedAt === null && mayGrant(actor) === null,
      },
    };
  });
}

export type PersonPageData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

const ACTS = {
  update: { command: updatePerson, said: "saved" },
  invite: { command: invitePerson, said: "invited" },
  archive: { command: archivePerson, said: "archived" },
  restore: { command: restorePerson, said: "restored" },
  record: { command: recordContract, said: "contract" },
  end: { command: endContract, said: "contractEnded" },
  cancel: { command: cancelContract, said: "contractCancelled" },
  grant: { command: grantRole, said: "granted" },
  revoke: { command: revokeRole, said: "revoked" },
} as const;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["startsOn", "endsOn"]);
  const intent = input.intention as keyof typeof ACTS;
  if (!Object.hasOwn(ACTS, intent)) throw data(null, { status: 404 });
  const { command, said } = ACTS[intent];
  const { personId } = args.params;
  if (intent === "invite") {
    const byHand = await inviteByHand(args, form);
    if (byHand !== null) return byHand;
  }
  // The person is the page's own: what a form says of it is not believed.
  return act(args, form, command as typeof updatePerson, { ...input, personId }, () => ({
    to: `/${args.params.cooperative}/personnes/${personId}`,
    message: { fr: fr.done[said], en: en.done[said] },
  }));
}

/** On an instance without mail server, the link to pass on by hand; null where the mail goes by itself. */
async function inviteByHand(args: Route.ActionArgs, form: FormData) {
  const { settings, identity } = args.context.get(appContext);
  if (settings.smtpUrl !== null) return null;
  const invited = await runCommand(args, invitePerson, { personId: args.params.personId });
  if (!invited.ok) return data({ problem: invited.problem, typed: typedValues(form) }, { status: invited.status });
  const { personId } = invited.output;
  const person = await readTenant<StoredPerson>(args, async ({ tx, actor }) => {
    const found = await findPerson(tx, actor, personId);
    return found ?? refuse("missing", "person.missing");
  });
  const link = await identity.invitationLink({ email: person.email, name: person.firstName });
  return data({ link, problem: undefined, typed: undefined });
}

export default function PersonPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData?.problem ? { problem: actionData.problem, typed: actionData.typed } : undefined;
  const link = actionData && "link" in actionData ? actionData.link : null;
  const { statuses } = choose({ fr: contractFr, en: contractEn });
  const { access } = choose({ fr: personFr, en: personEn });
  const { slug, person, may, status } = loaderData;
  return (
    <Page
      title={person.name}
      crumbs={[{ to: `/${slug}/personnes`, label: words.page.crumb }]}
      badge={
        person.access === "archived" ? (
          <Badge>{access.archived}</Badge>
        ) : (
          <Badge tone={status === "none" ? "neutre" : "info"}>{statuses[status]}</Badge>
        )
      }
    >
      <ThingTabs thing="person" address={`/${slug}/personnes/${person.personId}`} label={words.page.tabs} />
      <div className="grid gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <IdentityCard data={loaderData} answer={answer} />
          <AccessCard data={loaderData} answer={answer} link={link} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          {loaderData.house === "network" ? null : (
            <>
              <ActivitiesCard data={loaderData} />
              <ContractCard words={words.page} data={loaderData} answer={answer} />
            </>
          )}
          {loaderData.grants.length === 0 && !may.grant ? null : (
            <GrantCard words={words.page} data={loaderData} answer={answer} />
          )}
          {may.archive ? <ArchiveCard data={loaderData} answer={answer} /> : null}
        </div>
      </div>
    </Page>
  );
}
