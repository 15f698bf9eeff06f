import { fill } from "#kernel/language.ts";
import { ZERO } from "#kernel/money.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { month as monthText, percent } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { maySetPayParameters } from "../parameters/parameters.policy.ts";
import type { Route } from "./+types/pay.page";
import { answerPay } from "./answer-pay.server.ts";
import { contributionFor } from "./contribution-for.store.ts";
import { NoSalary, PayChoice, PayPeople } from "./pay-else.view.tsx";
import { payTexts, readQuestion } from "./pay-form.ts";
import { en } from "./pay-screen.en.ts";
import { fr } from "./pay-screen.fr.ts";
import { PaySimulator } from "./pay-simulator.island.tsx";
import { payableActivities, payeeQuery, paySituation } from "./pay-situation.store.ts";

/** /remuneration: from the money there is. /remuneration/objectif: from the pay one wishes. */
export function loader(args: Route.LoaderArgs) {
  const url = new URL(args.request.url);
  // Within the application the framework asks for /objectif.data.
  const way = /\/objectif(\.data)?$/.test(url.pathname) ? "net" : "budget";
  return readTenant(args, async (reader) => {
    const { tx, app, actor, organizationId, slug, language } = reader;
    const query = payeeQuery(reader, args.request);
    if (query.activityId === null) {
      const choices = await payableActivities(tx, organizationId, actor);
      if (choices.length === 0) return refuse("missing", "pay.noActivity");
      return { kind: "choice" as const, slug, choices: choices.map(({ id, name }) => ({ id: id as string, name })) };
    }
    const situation = await paySituation(tx, query);
    if (isRefusal(situation)) return situation;
    const { activity, own, personId, people, contract, sharedBy, month, parameters, available } = situation;
    const shown = {
      slug,
      way,
      own,
      activity: { id: activity.id as string, name: activity.name },
      personId: personId as string | null,
      people: people.map(({ id, name }) => ({ id: id as string, name })),
      sharedBy,
    } as const;
    if (contract !== "cesa") return { kind: "noSalary" as const, ...shown, contract };
    const texts = payTexts(url.searchParams, available, language, situation.terms);
    const { question } = readQuestion(way, texts, language);
    const costs = question?.way === "net" ? question.directCosts : ZERO;
    const { on, told } = await contributionFor(tx, organizationId, situation, costs);
    return {
      kind: "simulator" as const,
      ...shown,
      texts,
      available,
      month,
      headcount: parameters.headcount,
      accidentRate: parameters.accidentRate,
      parametersSet: situation.parametersSet,
      maySet: maySetPayParameters(actor) === null,
      rule: way === "net" ? told : null,
      answer:
        question === null ? null : answerPay(question, situation, on, (refusal) => app.sentence(refusal, language)),
    };
  });
}

export default function PayPage({ loaderData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  if (loaderData.kind === "choice") return <PayChoice {...loaderData} />;
  const { slug, way, own, activity, people, personId } = loaderData;
  const person = people.find(({ id }) => id === personId);
  const of = { activite: activity.id, ...(own || personId === null ? {} : { personne: personId }) };
  const path = `/${slug}/remuneration${way === "net" ? "/objectif" : ""}`;
  return (
    <Page title={own ? words.title : fill(words.titleOf, { activity: activity.name })} description={words.description}>
      {people.length > 1 ? <PayPeople {...{ people, personId, path }} activityId={activity.id} /> : null}
      {loaderData.kind === "noSalary" ? (
        <NoSalary {...{ slug, own }} contract={loaderData.contract} activityId={activity.id} />
      ) : (
        <>
          <PaySimulator
            key={`${way} ${activity.id} ${personId}`}
            {...{ slug, way, of }}
            texts={loaderData.texts}
            answer={loaderData.answer}
            available={loaderData.available}
            personName={own ? null : (person?.name ?? null)}
            sharedBy={loaderData.sharedBy}
          />
          <div className="flex max-w-prose flex-col gap-1 text-aide text-texte2">
            {loaderData.rule === null ? null : (
              <p>
                {"assumed" in loaderData.rule
                  ? fill(words.assumedRule, { rate: percent(loaderData.rule.assumed, language) })
                  : fill(words.votedRule, { resolution: loaderData.rule.resolution })}
              </p>
            )}
            <p>
              {fill(words.model, {
                month: monthText(loaderData.month, language),
                headcount: String(loaderData.headcount),
                accident: percent(loaderData.accidentRate, language),
              })}
            </p>
            {loaderData.parametersSet ? null : <p>{words.usualParameters}</p>}
            {loaderData.maySet ? (
              <p>
                <TextLink to={`/${slug}/remuneration/parametres`}>{words.setParameters}</TextLink>
              </p>
            ) : null}
          </div>
        </>
      )}
    </Page>
  );
}
