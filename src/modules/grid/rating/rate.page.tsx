import { data, redirect } from "react-router";
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
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../grid.en.ts";
import { fr, type GridRefusalCode } from "../grid.fr.ts";
import { mayRate } from "../grid.policy.ts";
import { indicatorsOf } from "../model/model.store.ts";
import { objectivesIn } from "../model/model.ts";
import { loadRound } from "../project/load.store.ts";
import { ratersOf, ratingsOf } from "../round/round.store.ts";
import type { Route } from "./+types/rate.page";
import { finishRating, rateIndicators } from "./rate.command.ts";

/** One's own rating, one main objective at a time: `?objectif=2`. Once it is compared, the comparison. */
export async function loader(args: Route.LoaderArgs) {
  const asked = Number(new URL(args.request.url).searchParams.get("objectif") ?? "1");
  const found = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now } = reader;
    const loaded = await loadRound(reader, parseId<"gridRound">(args.params.gridRoundId));
    if ("refused" in loaded) return loaded;
    const { round } = loaded;
    const refusal = mayRate(actor, round);
    if (refusal) return refusal;
    const objectives = objectivesIn(await indicatorsOf(tx, organizationId, round.modelId));
    const rank = Number.isInteger(asked) && asked >= 1 && asked <= objectives.length ? asked : 1;
    const objective = objectives[rank - 1];
    if (objective === undefined) return refuse("missing", "round.noIndicator" satisfies GridRefusalCode);
    const own = (await ratingsOf(tx, organizationId, round.id)).filter(({ personId }) => personId === actor.personId);
    const rated = new Set(own.map(({ code }) => code));
    const steps = objectives.map(({ main, indicators }) => ({
      main,
      complete: indicators.every(({ code }) => rated.has(code)),
    }));
    const others = [...steps.keys()].filter((index) => index !== rank - 1 && !steps[index]?.complete);
    const raters = await ratersOf(tx, organizationId, round.id);
    return {
      slug,
      key: newId<"key">(now) as string,
      round,
      rank,
      objective,
      own,
      steps,
      total: objectives.reduce((sum, { indicators }) => sum + indicators.length, 0),
      // Where saving leads: to what is left after this one, or before it.
      next: (others.find((index) => index >= rank) ?? others[0] ?? rank - 1) + 1,
      finished: raters.some(({ personId, finishedAt }) => personId === actor.personId && finishedAt !== null),
    };
  });
  if (found.round.status !== "rating") throw redirect(`/${found.slug}/cooperation/tours/${found.round.id}`);
  return found;
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, gridRoundId: roundId } = args.params;
  const here = `/${cooperative}/cooperation/tours/${roundId}`;
  if (input.intention === "finish") {
    return act(args, form, finishRating, { roundId }, () => ({
      to: here,
      message: { fr: fr.rate.finished, en: en.rate.finished },
    }));
  }
  if (input.intention !== "rate") throw data(null, { status: 404 });
  const ratings: { code: string; level: string | undefined; comment: string | undefined }[] = [];
  for (let line = 0; input[`ratings.${line}.code`] !== undefined; line++) {
    const at = (name: string) => input[`ratings.${line}.${name}`];
    ratings.push({ code: at("code") ?? "", level: at("level"), comment: at("comment") });
  }
  return act(args, form, rateIndicators, { roundId, ratings }, () => ({
    to: `${here}/apprecier?objectif=${input.next ?? "1"}`,
    message: { fr: fr.rate.saved, en: en.rate.saved },
  }));
}

export default function RatePage({ loaderData, actionData }: Route.ComponentProps) {
  const all = useLanguage().choose({ fr, en });
  const words = all.rate;
  const { slug, round, rank, objective, own, total, steps, next, finished, key } = loaderData;
  const here = `/${slug}/cooperation/tours/${round.id}`;
  const answer = actionData ?? undefined;
  const complete = own.length === total;
  return (
    <Page
      title={objective.main}
      windowTitle={words.title}
      description={words.lead}
      width="form"
      crumbs={[
        { to: `/${slug}/cooperation`, label: all.title },
        { to: here, label: round.projectName },
      ]}
      actions={
        complete && !finished ? (
          <SubmitForm intent="finish" idempotencyKey={`${key}-f`} answer={answer ?? null}>
            <SubmitButton>{words.finish}</SubmitButton>
          </SubmitForm>
        ) : null
      }
    >
      <Refused intent="finish" answer={answer} />
      <p className="text-texte2">
        {finished
          ? words.done
          : complete
            ? words.ready
            : fill(words.progress, { done: String(own.length), total: String(total) })}
      </p>
      <SubmitForm
        key={rank}
        intent="rate"
        idempotencyKey={key}
        hidden={{ next: String(next) }}
        answer={answer ?? null}
        className="flex flex-col gap-5"
      >
        {objective.indicators.map((one, line) => {
          const given = own.find(({ code }) => code === one.code);
          return (
            <Card key={one.code}>
              <input type="hidden" name={`ratings.${line}.code`} value={one.code} />
              <RadioGroup
                name={`ratings.${line}.level`}
                label={`${one.code} ${one.wording}`}
                {...(given === undefined ? {} : { defaultValue: String(given.level) })}
                options={one.levels.map((words, level) => ({ value: String(level), label: `${level}. ${words}` }))}
              />
              <TextInput
                name={`ratings.${line}.comment`}
                label={words.comment}
                defaultValue={given?.comment ?? ""}
                maxLength={1000}
                optional
              />
            </Card>
          );
        })}
        <SubmitButton className="self-start">{words.save}</SubmitButton>
      </SubmitForm>
      <nav aria-label={words.objectives}>
        <ol className="list-decimal pl-6">
          {steps.map(({ main, complete: done }, index) => (
            <li key={main} className="py-1" aria-current={index + 1 === rank ? "step" : undefined}>
              <TextLink to={`${here}/apprecier?objectif=${index + 1}`}>{main}</TextLink>
              {done ? <span className="text-texte2">{`, ${words.stepDone}`}</span> : null}
            </li>
          ))}
        </ol>
      </nav>
    </Page>
  );
}
