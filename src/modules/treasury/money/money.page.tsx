import { ArrowRight, Wallet } from "lucide-react";
import { Form } from "react-router";
import { seesActivity } from "#kernel/actor.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import type { Cents } from "#kernel/money.ts";
import { refuse } from "#kernel/refusal.ts";
import { activitiesOf, statusOn } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Button, ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { currentActivity } from "#ui/current-activity.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { day, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { availableOf } from "../available/available.store.ts";
import type { TreasuryLine } from "../reading/read-treasury.ts";
import { en as treasuryEn } from "../treasury.en.ts";
import { fr as treasuryFr } from "../treasury.fr.ts";
import type { Route } from "./+types/money.page";
import { en } from "./money.en.ts";
import { fr } from "./money.fr.ts";

/** The money of one activity, explained line by line; each figure leads to its entries. At any past date. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const asked = parseId<"activity">(parameters.get("activite"));
    const activityId = asked ?? currentActivity(args.request.headers.get("cookie"), actor);
    if (activityId === null || !seesActivity(actor, activityId)) return refuse("missing", "treasury.noActivity");
    const [activity] = await activitiesOf(tx, organizationId, new Set([activityId]));
    if (!activity) return refuse("missing", "treasury.noActivity");
    const typed = parameters.get("au") ?? "";
    const read = typed === "" ? today : parseDayInput(typed, today);
    const on = read ?? today;
    const { reading, available } = await availableOf(tx, { organizationId, activities: [activityId], on });
    const own = actor.own.has(activityId);
    return {
      slug,
      today,
      on,
      typed,
      unreadable: read === null,
      activity: { id: activityId as string, name: activity.name },
      own,
      underCape: own && (await statusOn(tx, organizationId, actor.personId, on)) === "cape",
      reading,
      available,
    };
  });
}

export default function MoneyPage({ loaderData }: Route.ComponentProps) {
  const { slug, today, on, typed, unreadable, activity, own, underCape, reading, available } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const names = choose({ fr: treasuryFr, en: treasuryEn });
  const ledger = (account: string) => `/${slug}/compta/grand-livre?activite=${activity.id}&compte=${account}&au=${on}`;
  const section = (name: string) => reading.lines.filter((line) => line.section === name);
  const table = { names: names.lines, accounting: names.accounting, ledger };
  return (
    <Page
      title={own ? words.title : fill(words.titleOf, { activity: activity.name })}
      description={fill(words.on, { date: longDay(on, language) })}
    >
      {underCape ? <Notice tone="info">{words.cape}</Notice> : null}
      <Card>
        <p className="text-aide text-texte2">{words.answer}</p>
        <p>
          <Money amount={available.amount} size="figure" negativeWord={words.overdrawn} />
        </p>
        <p className="mt-1 max-w-prose text-texte2">{words.answerHelp}</p>
        {underCape || !own ? null : (
          <p className="mt-4">
            <ButtonLink icon={Wallet} to={`/${slug}/remuneration?activite=${activity.id}`}>
              {words.simulate}
            </ButtonLink>
          </p>
        )}
      </Card>
      <Card title={words.how}>
        <dl className="divide-y divide-bordure">
          <Lines lines={section("reference")} {...table} />
          <Total label={words.reference} amount={reading.reference} />
          {available.lines
            .filter((line) => line.key !== "reference")
            .map((line) => (
              <Row key={line.key} label={names.availableLines[line.key]} amount={line.amount} />
            ))}
          <Total label={words.answer} amount={available.amount} />
        </dl>
      </Card>
      <Card title={words.afterwards}>
        <dl className="divide-y divide-bordure">
          <Row label={words.reference} amount={reading.reference} />
          <Lines lines={section("future")} {...table} />
          <Total label={words.future} amount={reading.future} />
          <Lines lines={[...section("otherClass4"), ...section("balanceSheet")]} {...table} />
          <Total label={words.result} amount={reading.result} />
        </dl>
      </Card>
      <Card title={words.books} description={words.booksHelp}>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink to={`/${slug}/compta/analyse?activite=${activity.id}&au=${on}`}>{words.statements}</TextLink>
          <TextLink to={`/${slug}/compta/journaux?activite=${activity.id}&au=${on}`}>{words.entries}</TextLink>
        </p>
      </Card>
      <Form method="get" className="flex flex-wrap items-start gap-3">
        <input type="hidden" name="activite" value={activity.id} />
        <DayInput
          name="au"
          label={words.date}
          today={today}
          defaultValue={typed === "" ? day(on) : typed}
          error={unreadable ? words.dateUnreadable : undefined}
        />
        <span className="sm:mt-8">
          <Button type="submit">{words.show}</Button>
        </span>
      </Form>
    </Page>
  );
}

type LinesProps = {
  readonly names: Readonly<Record<string, string>>;
  readonly accounting: Readonly<Record<string, string>>;
  readonly ledger: (account: string) => string;
};

function Lines({ lines, names, accounting, ledger }: LinesProps & { readonly lines: readonly TreasuryLine[] }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return lines
    .filter((line) => line.amount !== 0n || line.accounts.length > 0)
    .map((line) => (
      <Row
        key={line.key}
        label={line.label ?? names[line.key] ?? line.key}
        help={accounting[line.key]}
        amount={line.amount}
      >
        <span className="flex flex-wrap gap-x-4 gap-y-1 text-aide">
          {line.accounts.map((item) => (
            <TextLink key={item.account} to={ledger(item.account)}>
              {fill(words.account, { account: item.account })}
              <ArrowRight aria-hidden="true" size={14} className="ml-1 inline" />
            </TextLink>
          ))}
        </span>
      </Row>
    ));
}

function Row({
  label,
  help,
  amount,
  children,
}: {
  readonly label: string;
  readonly help?: string;
  readonly amount: Cents;
  readonly children?: React.ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5">
      <dt className="min-w-0">
        {label}
        {help ? <span className="block text-aide text-texte2">{help}</span> : null}
        {children}
      </dt>
      <dd className="ml-auto text-right">
        <Money amount={amount} />
      </dd>
    </div>
  );
}

function Total({ label, amount }: { readonly label: string; readonly amount: Cents }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 bg-surface2 px-3 py-3 font-semibold">
      <dt>{label}</dt>
      <dd className="ml-auto text-right">
        <Money amount={amount} size="regular" />
      </dd>
    </div>
  );
}
