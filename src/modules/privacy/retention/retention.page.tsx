import { data } from "react-router";
import { addDays, type Day, dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { timeText } from "#ui/time-input.ts";
import { PrivacyTabs } from "../privacy-tabs.view.tsx";
import type { Route } from "./+types/retention.page";
import { chooseRule } from "./choose-rule.command.ts";
import { en } from "./retention.en.ts";
import { fr } from "./retention.fr.ts";
import { mayKeepRules } from "./retention.policy.ts";
import { erasuresOf, lastRun, rulesOf } from "./retention.store.ts";
import { CATEGORIES } from "./retention.ts";
import { RulesCard } from "./rules-card.view.tsx";
import { runRetentionNow } from "./run-retention.command.ts";
import { upcoming } from "./upcoming.store.ts";
import { ErasureLog, type Sum, UpcomingCard } from "./upcoming-card.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

const MOST_SHOWN = 100;
const MOST_LOGGED = 100;

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, timeZone }) => {
    const refusal = mayKeepRules(actor);
    if (refusal) return refusal;
    const { rules, chosenAt } = await rulesOf(tx, organizationId);
    const { subjects, lines } = await upcoming(tx, organizationId, { today, timeZone, rules });
    const sums = CATEGORIES.map((category): Sum => {
      const own = subjects.filter((subject) => subject.category === category);
      const old = lines[category] ?? 0;
      const now = own.filter(({ on }) => on <= today).length + old;
      const next = own.find(({ on }) => on > today)?.on ?? null;
      return { category, now, year: own.length + old, next };
    });
    const ran = await lastRun(tx, organizationId);
    return {
      ...{ slug, today, total: subjects.length, subjects: subjects.slice(0, MOST_SHOWN) },
      sums: sums.filter(({ year }) => year > 0),
      ran: ran === null ? null : { on: dayIn(ran, timeZone), time: timeIn(ran, timeZone) },
      late: ran !== null && dayIn(ran, timeZone) < addDays(today, -2),
      rules: CATEGORIES.map((category) => {
        const at = chosenAt[category];
        return { category, months: rules[category], chosenOn: at === undefined ? null : dayIn(at, timeZone) };
      }),
      log: (await erasuresOf(tx, organizationId, MOST_LOGGED)).map((line) => ({
        ...line,
        on: dayIn(line.at, timeZone),
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const to = `/${args.params.cooperative}/reglages/donnees`;
  if (input.intention === "rule") {
    return act(args, form, chooseRule, input, () => ({ to, message: { fr: fr.saved, en: en.saved } }));
  }
  if (input.intention !== "now") throw data(null, { status: 404 });
  return act(args, form, runRetentionNow, {}, () => ({ to, message: { fr: fr.done, en: en.done } }));
}

export default function Retention({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, sums, subjects, total, rules, log, ran, late } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page title={words.title} description={words.lead}>
      <PrivacyTabs />
      {late ? <Notice tone="attention">{words.late}</Notice> : null}
      <p className="text-aide text-texte2">
        {ran === null
          ? words.neverRan
          : fill(words.lastRun, { day: longDay(ran.on as Day), time: timeText(ran.time, language) })}
      </p>
      <UpcomingCard slug={slug} today={today} sums={sums} subjects={subjects} total={total} />
      <RulesCard rules={rules} answer={actionData} />
      <Lines title={words.fixed} lines={words.fixedLines} />
      <Lines title={words.never} lines={words.neverLines} />
      <ErasureLog lines={log} />
    </Page>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <Card title={title}>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}
