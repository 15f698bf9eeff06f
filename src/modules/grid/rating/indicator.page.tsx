import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../grid.en.ts";
import { fr, type GridRefusalCode } from "../grid.fr.ts";
import { mayRate } from "../grid.policy.ts";
import { indicatorsOf } from "../model/model.store.ts";
import { loadRound } from "../project/load.store.ts";
import { agreedOf, ratersOf, ratingsOf, remarksOf } from "../round/round.store.ts";
import type { Route } from "./+types/indicator.page";
import { agreeValue, sayRemark } from "./rate.command.ts";

/** One indicator talked over: `?code=A1.1`, the first one when the address says none. */
export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("code");
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now } = reader;
    const loaded = await loadRound(reader, parseId<"gridRound">(args.params.gridRoundId));
    if ("refused" in loaded) return loaded;
    const { round, leads } = loaded;
    if (round.status === "rating") return refuse("missing", "round.notCompared" satisfies GridRefusalCode);
    const indicators = await indicatorsOf(tx, organizationId, round.modelId);
    const rank = asked === null ? 0 : indicators.findIndex(({ code }) => code === asked);
    const indicator = indicators[rank];
    if (indicator === undefined) return refuse("missing", "round.noIndicator" satisfies GridRefusalCode);
    const names = new Map((await ratersOf(tx, organizationId, round.id)).map((one) => [one.personId, one.name]));
    const ratings = (await ratingsOf(tx, organizationId, round.id)).filter(({ code }) => code === indicator.code);
    const open = round.status === "comparing";
    const agreed = await agreedOf(tx, organizationId, round.id);
    const left = indicators.filter(({ code }) => code !== indicator.code && !agreed.some((one) => one.code === code));
    return {
      slug,
      key: newId<"key">(now) as string,
      round,
      indicator,
      said: ratings.map((one) => ({ ...one, name: names.get(one.personId) ?? "" })),
      remarks: await remarksOf(tx, organizationId, round.id, indicator.code),
      agreed: agreed.find(({ code }) => code === indicator.code) ?? null,
      rank,
      total: indicators.length,
      previous: indicators[rank - 1]?.code ?? null,
      following: indicators[rank + 1]?.code ?? null,
      // Where agreeing leads: to what is left to agree after this one, or before it; else to the whole.
      next: (left.find((one) => indicators.indexOf(one) > rank) ?? left[0])?.code ?? "",
      may: { talk: open && (leads || mayRate(actor, round) === null), agree: open && leads },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, gridRoundId: roundId } = args.params;
  const here = `/${cooperative}/cooperation/tours/${roundId}`;
  const given = { ...input, roundId };
  if (input.intention === "say") {
    return act(args, form, sayRemark, given, () => ({
      to: `${here}/indicateur?code=${encodeURIComponent(input.code ?? "")}`,
      message: { fr: fr.talk.said, en: en.talk.said },
    }));
  }
  if (input.intention !== "agree") throw data(null, { status: 404 });
  return act(args, form, agreeValue, given, () => ({
    to: input.next ? `${here}/indicateur?code=${encodeURIComponent(input.next)}` : here,
    message: { fr: fr.talk.agreedNow, en: en.talk.agreedNow },
  }));
}

export default function IndicatorPage({ loaderData, actionData }: Route.ComponentProps) {
  const all = useLanguage().choose({ fr, en });
  const words = all.talk;
  const { slug, round, indicator, said, remarks, agreed, may, key, rank, total, previous, following, next } =
    loaderData;
  const answer = actionData ?? null;
  const here = `/${slug}/cooperation/tours/${round.id}`;
  const levelWords = (level: number) => `${level}. ${indicator.levels[level] ?? ""}`;
  return (
    <Page
      title={`${indicator.code} ${indicator.wording}`}
      description={indicator.main}
      width="form"
      crumbs={[
        { to: `/${slug}/cooperation`, label: all.title },
        { to: here, label: round.projectName },
      ]}
    >
      <Card title={words.each}>
        {said.length === 0 ? <p className="text-texte2">{words.nobody}</p> : null}
        <ul className="flex flex-col gap-3">
          {said.map(({ personId, name, level, comment }) => (
            <li key={personId} className="[overflow-wrap:anywhere]">
              <span className="font-semibold">{name}</span> {levelWords(level)}
              {comment === "" ? null : <span className="block text-texte2">{comment}</span>}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={words.debate}>
        <ul className="flex flex-col gap-2">
          {remarks.map(({ id, name, body }) => (
            <li key={id} className="[overflow-wrap:anywhere]">
              <span className="font-semibold">{name}</span> {body}
            </li>
          ))}
        </ul>
        {may.talk ? (
          <SubmitForm
            key={indicator.code}
            intent="say"
            idempotencyKey={`${key}-s`}
            hidden={{ code: indicator.code }}
            answer={answer}
            className="mt-3 flex flex-col gap-4"
          >
            <Textarea name="body" label={words.body} maxLength={1000} required />
            <SubmitButton variant="secondary" className="self-start">
              {words.say}
            </SubmitButton>
          </SubmitForm>
        ) : null}
      </Card>
      {may.agree ? (
        <Card title={words.agree}>
          <SubmitForm
            key={indicator.code}
            intent="agree"
            idempotencyKey={`${key}-a`}
            hidden={{ code: indicator.code, next }}
            answer={answer}
            className="flex flex-col gap-4"
          >
            <RadioGroup
              name="level"
              label={words.level}
              {...(agreed === null ? {} : { defaultValue: String(agreed.level) })}
              options={indicator.levels.map((_, level) => ({ value: String(level), label: levelWords(level) }))}
            />
            <Textarea
              name="reason"
              label={words.reason}
              defaultValue={agreed?.reason ?? ""}
              maxLength={1000}
              required
            />
            <TextInput
              name="evidence"
              label={words.evidence}
              defaultValue={agreed?.evidence ?? ""}
              maxLength={500}
              optional
            />
            <SubmitButton className="self-start">{words.agreeSubmit}</SubmitButton>
          </SubmitForm>
        </Card>
      ) : agreed === null ? null : (
        <Card title={words.agree}>
          <p className="font-semibold">{levelWords(agreed.level)}</p>
          <p className="[overflow-wrap:anywhere]">{agreed.reason}</p>
          <p className="text-texte2 [overflow-wrap:anywhere]">{agreed.evidence}</p>
        </Card>
      )}
      <nav aria-label={words.indicators} className="flex flex-wrap items-center justify-between gap-3">
        {previous === null ? (
          <span />
        ) : (
          <TextLink to={`${here}/indicateur?code=${previous}`}>{words.previous}</TextLink>
        )}
        <span className="text-texte2">{fill(words.rank, { rank: String(rank + 1), total: String(total) })}</span>
        {following === null ? <span /> : <TextLink to={`${here}/indicateur?code=${following}`}>{words.next}</TextLink>}
      </nav>
    </Page>
  );
}
