import { data } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, activitiesOf, holdersOf, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { delegatesOf, namedFor } from "../delegate/delegate.store.ts";
import { closeDelegate, NAMEABLE, nameDelegate } from "../delegate/name-delegate.command.ts";
import { en as delegationEn } from "../delegation.en.ts";
import { fr as delegationFr } from "../delegation.fr.ts";
import { mayDelegate } from "../delegation.policy.ts";
import { billMonth } from "../work/bill-month.command.ts";
import { billsOf, listWork, volumesKept } from "../work/work.store.ts";
import { amountOf, volumesOf, yearOf } from "../work/work.ts";
import type { Route } from "./+types/agreement.page";
import { findDelegation } from "./agreement.store.ts";
import { isOver, stateOf } from "./agreement.ts";
import { en } from "./agreement-screen.en.ts";
import { fr } from "./agreement-screen.fr.ts";
import { answerAgreement, revokeAgreement } from "./answer-agreement.command.ts";
import { AnswerCard, RevokeCard } from "./answer-cards.view.tsx";
import { ClauseCard } from "./clause-card.view.tsx";
import { BillCard, YearCard } from "./figure-cards.view.tsx";
import { delegateJournal } from "./journal.store.ts";
import { JournalCard, PeopleCard } from "./people-cards.view.tsx";
import { STATE_TONE } from "./state-tone.ts";
import { TermsCard } from "./terms-card.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today, timeZone }) => {
    // For everybody else there is no such thing.
    if (mayDelegate(actor)) return refuse("missing", "delegation.missing");
    const id = parseId<"delegation">(args.params.agreementId);
    const agreement = id === null ? null : await findDelegation(tx, organizationId, id);
    if (agreement === null) return refuse("missing", "delegation.missing");
    const client = agreement.side === "client";
    const on = (at: typeof now | null) => (at === null ? null : dayIn(at, timeZone));
    const people = client
      ? (await delegatesOf(tx, organizationId, agreement.id)).map((one) => ({
          ...{ id: one.id as string, name: one.name, since: on(one.openedAt), closedOn: on(one.closedAt) },
        }))
      : (await namedFor(tx, organizationId, agreement.id)).map((one) => ({
          ...{ id: one.id as string, name: one.name, since: on(one.namedAt), closedOn: null },
        }));
    const volumes = client
      ? volumesOf(await listWork(tx, organizationId, { agreementId: agreement.id }), today)
      : await volumesKept(tx, organizationId, agreement.id);
    const bills = client ? [] : await billsOf(tx, organizationId, agreement.id);
    const journal = client ? await delegateJournal(tx, organizationId, agreement.id) : [];
    const months = [...new Set(volumes.map(({ month }) => month))].sort().reverse();
    const state = stateOf(agreement, today);
    return {
      ...{ slug, today, state, over: isOver(state), key: newId<"key">(now) as string, people },
      agreement: {
        ...agreement,
        ...{ proposedOn: on(agreement.proposedAt), signedOn: on(agreement.signedAt) },
        ...{ declinedOn: on(agreement.declinedAt), revokedOn: on(agreement.revokedAt) },
      },
      team: client ? [] : await holdersOf(tx, organizationId, NAMEABLE),
      activities: client ? [] : await activitiesOf(tx, organizationId, visibleActivities(actor)),
      months: months.map((month) => ({
        month,
        amount: amountOf(
          volumes.filter((each) => each.month === month),
          agreement.items,
        ),
        invoiceId: bills.find((bill) => bill.month === month)?.invoiceId ?? null,
      })),
      years: [...new Set(months.map((month) => month.slice(0, 4)))].map((year) => ({
        year,
        lines: yearOf(volumes, agreement.items, year),
      })),
      journal: journal.map(({ at, ...line }) => ({ ...line, on: dayIn(at, timeZone), time: timeIn(at, timeZone) })),
    };
  });
}

export type AgreementPageData = Route.ComponentProps["loaderData"];

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, agreementId } = args.params;
  const given = { ...input, agreementId };
  const here = `/${cooperative}/delegations/${agreementId}`;
  const said = (word: "signed" | "declined" | "revoked" | "named" | "closed") => () => ({
    to: here,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "sign":
      return act(args, form, answerAgreement, { ...given, answer: "sign" }, said("signed"));
    case "decline":
      return act(args, form, answerAgreement, { ...given, answer: "decline" }, said("declined"));
    case "revoke":
      return act(args, form, revokeAgreement, given, said("revoked"));
    case "name":
      return act(args, form, nameDelegate, given, said("named"));
    case "close":
      return act(args, form, closeDelegate, given, said("closed"));
    case "bill":
      return act(args, form, billMonth, given, ({ invoiceId }) => ({
        to: `/${cooperative}/factures/${invoiceId}`,
        message: { fr: fr.billMade, en: en.billMade },
      }));
    default:
      throw data(null, { status: 404 });
  }
}

export default function AgreementPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { states } = choose({ fr: delegationFr, en: delegationEn });
  const { slug, agreement, state } = loaderData;
  const given = { data: loaderData, answer: actionData ?? undefined };
  const client = agreement.side === "client";
  const signed = agreement.signedAt !== null;
  return (
    <Page
      title={fill(words.agreementWith, { other: agreement.otherName })}
      badge={<Badge tone={STATE_TONE[state]}>{states[state]}</Badge>}
      crumbs={[{ to: `/${slug}/delegations`, label: words.title }]}
    >
      {state === "proposed" ? <AnswerCard {...given} /> : null}
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        <TermsCard {...given} />
        {signed ? <PeopleCard {...given} /> : <ClauseCard version={agreement.clause} />}
      </div>
      {signed && client ? <JournalCard data={loaderData} /> : null}
      {signed && !client ? <BillCard {...given} /> : null}
      {signed ? <YearCard data={loaderData} /> : null}
      {signed ? <ClauseCard version={agreement.clause} /> : null}
      {loaderData.over ? null : <RevokeCard {...given} />}
    </Page>
  );
}
