import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { linesIn } from "#kernel/lines.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { timeText } from "#ui/time-input.ts";
import { giveProxy } from "../attendance/attend.command.ts";
import { ProxyCard } from "../attendance/proxy.view.tsx";
import { proxiesOf } from "../attendance/room.store.ts";
import { removeEnclosure } from "../enclosure/add-enclosure.command.ts";
import { en as enclosureEn } from "../enclosure/enclosure.en.ts";
import { fr as enclosureFr } from "../enclosure/enclosure.fr.ts";
import { enclosuresOf } from "../enclosure/enclosure.store.ts";
import { runEnclosureForm } from "../enclosure/enclosure-form.page.ts";
import { EnclosuresCard } from "../enclosure/enclosures.view.tsx";
import { readLimits } from "../limit/limit.store.ts";
import { LimitsAhead } from "../limit/limits.view.tsx";
import { minutesOf } from "../minutes/minutes.store.ts";
import { motionsOf } from "../motion/motion.store.ts";
import { MotionsCard } from "../motion/motions.view.tsx";
import { addMotion, removeMotion } from "../motion/write-motion.command.ts";
import { en as articlesEn } from "../setup/articles.en.ts";
import { fr as articlesFr } from "../setup/articles.fr.ts";
import { ruleOf } from "../setup/articles.ts";
import type { Route } from "./+types/assembly.page";
import { en } from "./assembly.en.ts";
import { fr } from "./assembly.fr.ts";
import { convocationsOf } from "./assembly.store.ts";
import { AssemblyState } from "./assembly.view.tsx";
import { AssemblyActs } from "./assembly-acts.view.tsx";
import { momentOf, openAssemblyPage, shownMotion } from "./assembly-reading.store.ts";
import { conveneAssembly } from "./convene.command.ts";
import { openAssembly } from "./hold-assembly.command.ts";
import { cancelAssembly } from "./prepare-assembly.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, timeZone, now } = reader;
    const opened = await openAssemblyPage(reader, args.params.assemblyId);
    if (isRefusal(opened)) return opened;
    const { assembly, governs, names, members, articles } = opened;
    const motions = await motionsOf(tx, organizationId, assembly.id);
    const enclosures = await enclosuresOf(tx, organizationId, assembly.id);
    const proxies = await proxiesOf(tx, organizationId, assembly.id);
    const mine = members.filter(({ voice }) => voice === actor.personId);
    const shownProxies = [...proxies].filter(([giver, holder]) =>
      governs ? true : mine.some(({ id }) => id === giver || id === holder),
    );
    return {
      ...{ slug, key: newId<"key">(now) as string, governs, isVoter: mine.length > 0 },
      assembly: momentOf(reader, assembly),
      rule: ruleOf(articles, assembly.kind, assembly.call),
      ...{ proxiesMost: articles.proxiesMost, convocationDays: articles.convocationDays },
      members: members.map(({ id, name }) => ({ value: id as string, label: name })),
      givers: (governs ? members : mine).map(({ id, name }) => ({ value: id as string, label: name })),
      proxies: shownProxies.map(([giver, holder]) => ({
        ...{ giver: names.get(giver) ?? "", holder: names.get(holder) ?? "" },
      })),
      motions: motions.map((one) => shownMotion(one, articles)),
      enclosures: enclosures.map(({ id, title, addedAt }) => ({
        ...{ id: id as string, title, on: dayIn(addedAt, timeZone) },
        late: assembly.convenedAt !== null && addedAt > assembly.convenedAt,
      })),
      letters: governs
        ? (await convocationsOf(tx, organizationId, assembly.id)).map(({ associateId, email }) => ({
            ...{ id: associateId, name: names.get(associateId) ?? "", email },
          }))
        : [],
      limits:
        governs && (assembly.status === "draft" || assembly.status === "convened")
          ? (await readLimits(reader)).limits
          : [],
      hasMinutes: (await minutesOf(tx, organizationId, assembly.id)).length > 0,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, assemblyId } = args.params;
  const given = { ...input, assemblyId };
  const here = `/${cooperative}/assemblees/${assemblyId}`;
  const then =
    (message: { fr: string; en: string }, to = here) =>
    () => ({ to, message });
  switch (input.intention) {
    case "motion":
      return act(args, form, addMotion, given, then({ fr: fr.motionAdded, en: en.motionAdded }));
    case "remove":
      return act(args, form, removeMotion, given, then({ fr: fr.motionRemoved, en: en.motionRemoved }));
    case "enclose":
      return runEnclosureForm(args, form, given, here);
    case "takeAway":
      return act(args, form, removeEnclosure, given, then({ fr: enclosureFr.removed, en: enclosureEn.removed }));
    case "convene":
      return act(args, form, conveneAssembly, given, then({ fr: fr.convened, en: en.convened }));
    case "cancel":
      return act(args, form, cancelAssembly, given, then({ fr: fr.cancelled, en: en.cancelled }));
    case "open":
      return act(args, form, openAssembly, given, then({ fr: fr.opened, en: en.opened }, `${here}/seance`));
    case "proxy":
      return act(args, form, giveProxy, given, then({ fr: fr.proxySaved, en: en.proxySaved }));
    default:
      throw data(null, { status: 404 });
  }
}

export default function AssemblyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, governs, isVoter, assembly, rule, members, letters, motions, proxiesMost, hasMinutes } =
    loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const articles = choose({ fr: articlesFr, en: articlesEn });
  const answer = actionData ?? null;
  const { status } = assembly;
  const agenda = [...new Set(linesIn(assembly.agenda))];
  const moment = fill(words.moment, { day: longDay(assembly.day, language), time: timeText(assembly.time, language) });
  return (
    <Page
      title={assembly.title}
      badge={<AssemblyState status={status} />}
      description={[words.kinds[assembly.kind], moment, assembly.place].filter(Boolean).join(", ")}
      width="form"
      crumbs={[{ to: `/${slug}/assemblees`, label: words.title }]}
      actions={
        <AssemblyActs
          {...{ slug, governs, isVoter, hasMinutes, answer }}
          assemblyId={assembly.id}
          status={status}
          members={members.length}
        />
      }
    >
      <Refused intent="convene" answer={answer} />
      <Refused intent="open" answer={answer} />
      <Refused intent="cancel" answer={answer} />
      <Refused intent="remove" answer={answer} />
      <Refused intent="takeAway" answer={answer} />
      {governs && (status === "draft" || status === "convened") ? (
        <Notice>
          {status === "draft"
            ? fill(words.nextDraft, { days: String(loaderData.convocationDays) })
            : words.nextConvened}
        </Notice>
      ) : null}
      <LimitsAhead slug={slug} limits={loaderData.limits} />
      <Card title={words.rule}>
        <p>
          {fill(words.ruleLine, {
            ...{
              quorum: articles.quorums[rule.quorum].toLowerCase(),
              majority: articles.majorities[rule.majority].toLowerCase(),
            },
            base: articles.bases[rule.base].toLowerCase(),
          })}
        </p>
        {assembly.link === "" ? null : (
          <p className="mt-2 [overflow-wrap:anywhere]">
            {words.link} :{" "}
            <a href={assembly.link} rel="noreferrer" className="text-marque underline">
              {assembly.link}
            </a>
          </p>
        )}
      </Card>
      {agenda.length === 0 ? null : (
        <Card title={words.agendaTitle} description={words.agendaLead}>
          <ul className="list-disc pl-5">
            {agenda.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
      )}
      <MotionsCard
        motions={motions}
        editable={governs && status === "draft"}
        kind={assembly.kind}
        answer={answer}
        idempotencyKey={key}
      />
      <EnclosuresCard {...{ slug, status, governs, answer }} enclosures={loaderData.enclosures} idempotencyKey={key} />
      {proxiesMost > 0 && (status === "convened" || status === "open") ? (
        <ProxyCard {...loaderData} answer={answer} />
      ) : null}
      {letters.length === 0 ? null : (
        <details className="rounded-xl border border-bordure bg-surface p-4 sm:p-5">
          <summary className="cursor-pointer font-semibold">{`${words.convenedTo} (${letters.length})`}</summary>
          <ul className="mt-3">
            {letters.map(({ id, name, email }) => (
              <li key={id}>{`${name}, ${email === "" ? words.byLetter : email}`}</li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  );
}
