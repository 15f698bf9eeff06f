import type { Month as CalendarMonth } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { subtract, sum } from "#kernel/money.ts";
import { Card } from "#ui/card.tsx";
import { month as monthText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { Money } from "#ui/money.tsx";
import { Page } from "#ui/page.tsx";
import { Trace } from "../compute/trace.view.tsx";
import type { RuleVersion } from "../rule/rule.ts";
import type { WaitingMonth } from "./not-posted.store.ts";
import { RuleCard } from "./rule-card.view.tsx";
import type { PostedMonth } from "./run.store.ts";
import { en } from "./run-screen.en.ts";
import { fr } from "./run-screen.fr.ts";

export type ActivityContribution = {
  readonly activity: { readonly id: string; readonly name: string };
  /** Whether the reader takes part in it. */
  readonly own: boolean;
  readonly thisMonth: CalendarMonth;
  readonly rule: RuleVersion | null;
  readonly waiting: readonly WaitingMonth[];
  /** Latest first. */
  readonly posted: readonly PostedMonth[];
};

/** The contribution of one activity: what is due so far, each month with its computation, the rule that was voted. */
export function ActivityContributionView({
  slug,
  shown,
}: {
  readonly slug: string;
  readonly shown: ActivityContribution;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { activity, own, thisMonth, rule, waiting, posted } = shown;
  const crumbs = [{ to: `/${slug}/contribution`, label: words.title }];
  return (
    <Page
      title={own ? words.mine : fill(words.titleOf, { activity: activity.name })}
      description={own ? words.mineHelp : undefined}
      crumbs={own ? undefined : crumbs}
    >
      {waiting.length > 0 ? (
        <Card title={words.waiting} description={own ? words.waitingHelp : undefined}>
          <p className="mb-2">
            <Money
              amount={sum(waiting.map(({ computed, posted: already }) => subtract(computed.total, already)))}
              size="figure"
            />
          </p>
          <ul className="divide-y divide-bordure">
            {[...waiting].reverse().map(({ computed, posted: already }) => (
              <Month
                key={computed.month}
                title={monthText(computed.month, language)}
                help={computed.month === thisMonth ? words.soFar : undefined}
                amount={subtract(computed.total, already)}
                label={fill(words.howComputed, { month: monthText(computed.month, language) })}
                trace={computed.trace}
              />
            ))}
          </ul>
        </Card>
      ) : null}
      <RuleCard rule={rule} />
      <Card title={words.posted}>
        {posted.length === 0 ? (
          <p className="text-texte2">{words.noneYet}</p>
        ) : (
          <ul className="divide-y divide-bordure">
            {posted.map((item) => (
              <Month
                key={item.month}
                title={monthText(item.month, language)}
                amount={item.total}
                label={fill(words.howComputed, { month: monthText(item.month, language) })}
                trace={item.trace}
              />
            ))}
          </ul>
        )}
        {posted.length === 0 ? null : (
          <div className="mt-3">
            <ListFiles to={`/${slug}/contribution/telecharger`} search={`?activite=${activity.id}`} />
          </div>
        )}
      </Card>
    </Page>
  );
}

function Month({
  title,
  help,
  amount,
  label,
  trace,
}: {
  readonly title: string;
  readonly help?: string;
  readonly amount: PostedMonth["total"];
  readonly label: string;
  readonly trace: PostedMonth["trace"];
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <li className="py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span className="font-semibold first-letter:uppercase">
          {title}
          {help ? <span className="font-normal text-texte2"> ({help})</span> : null}
        </span>
        <Money amount={amount} />
      </p>
      <details>
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-aide text-marque underline underline-offset-4">
          {words.detail}
        </summary>
        <Trace label={label} steps={trace} />
      </details>
    </li>
  );
}
