import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { act, readForm } from "../act.page.ts";
import { en as contractEn } from "../contract/contract.en.ts";
import { fr as contractFr } from "../contract/contract.fr.ts";
import { contractsOf } from "../contract/contract.store.ts";
import { NOTICE_BODIES, notifyBody } from "../contract/notify-body.command.ts";
import { standingFacts } from "../history/fact.store.ts";
import { personNames } from "../person/name.store.ts";
import { reachesPerson } from "../person/reached-persons.store.ts";
import type { Route } from "./+types/terms.page";
import { changeTerms } from "./change-terms.command.ts";
import { NoticeCard } from "./notice-card.view.tsx";
import { en } from "./terms.en.ts";
import { fr } from "./terms.fr.ts";
import { mayTerms, TERMS_READERS } from "./terms.policy.ts";
import { termsOfContract } from "./terms.store.ts";
import { changedTerms, missingTerms } from "./terms.ts";
import { AmendmentList, MissingTerms, TermsForm, TermsList } from "./terms.view.tsx";
import { readTermValues } from "./terms-form.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today }) => {
    const personId = parseId<"person">(args.params.personId);
    const contractId = parseId<"contract">(args.params.contractId);
    if (personId === null || contractId === null) return refuse("missing", "contract.missing");
    const reached = await reachesPerson(tx, actor, TERMS_READERS, personId);
    const facts = { self: actor.personId === personId, reached };
    const refusal = mayTerms(actor, "read", facts);
    if (refusal) return refusal;
    const contract = (await contractsOf(tx, organizationId, personId)).find(({ id }) => id === contractId);
    const name = (await personNames(tx, organizationId, [personId])).get(personId);
    if (contract === undefined || name === undefined) return refuse("missing", "contract.missing");
    const noticed = async (body: (typeof NOTICE_BODIES)[number]) =>
      (await standingFacts(tx, organizationId, `notice_${body}`, { subjectId: contractId })).at(-1)?.effectOn ?? null;
    const notices = [];
    if (contract.kind === "cape") for (const body of NOTICE_BODIES) notices.push({ body, on: await noticed(body) });
    const past = await termsOfContract(tx, organizationId, contractId);
    const inForce = past.findLast(({ effectOn }) => effectOn <= today) ?? past[0] ?? null;
    const last = past.at(-1) ?? null;
    return {
      slug,
      key: newId<"key">(now) as string,
      today,
      personId,
      name,
      contract: { id: contract.id, kind: contract.kind, startsOn: contract.startsOn, endsOn: contract.endsOn },
      inForce:
        inForce === null ? null : { amendment: inForce.amendment, effectOn: inForce.effectOn, values: inForce.values },
      /** What the form begins with: the last terms, even those to come. */
      latest: last?.values ?? {},
      seen: last?.amendment ?? -1,
      notices,
      missing: missingTerms(contract.kind, last),
      amendments: past
        .map((terms, index) => ({
          amendment: terms.amendment,
          effectOn: terms.effectOn,
          changed: index === 0 ? [] : changedTerms(past[index - 1] ?? null, terms),
        }))
        .reverse(),
      mayChange: contract.cancelledAt === null && mayTerms(actor, "change", facts) === null,
    };
  });
}

export type TermsData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["from", "on", "values.trial_end"]);
  const { contractId, personId, cooperative } = args.params;
  const to = `/${cooperative}/personnes/${personId}/contrats/${contractId}`;
  if (input.intention?.startsWith("notice-")) {
    const message = { fr: fr.page.noticeSaved, en: en.page.noticeSaved };
    return act(args, form, notifyBody, { ...input, contractId }, () => ({ to, message }));
  }
  const values = readTermValues(input, args.context.get(languageContext));
  const message = { fr: fr.page.saved, en: en.page.saved };
  return act(args, form, changeTerms, { ...input, contractId, values }, () => ({ to, message }));
}

export default function TermsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  const { kinds } = choose({ fr: contractFr, en: contractEn });
  const { slug, personId, name, contract, inForce, amendments, mayChange } = loaderData;
  const answer = actionData ?? undefined;
  const period =
    contract.endsOn === null
      ? fill(words.open, { from: day(contract.startsOn) })
      : fill(words.period, { from: day(contract.startsOn), to: day(contract.endsOn) });
  return (
    <Page
      title={fill(words.title, { kind: kinds[contract.kind], name })}
      description={period}
      crumbs={[
        { to: `/${slug}/personnes`, label: words.crumb },
        { to: `/${slug}/personnes/${personId}`, label: name },
      ]}
    >
      <MissingTerms data={loaderData} />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Card
          title={words.inForce}
          description={
            inForce === null
              ? words.none
              : inForce.amendment === 0
                ? words.original
                : fill(words.amendment, { number: String(inForce.amendment), date: day(inForce.effectOn) })
          }
        >
          {inForce === null ? null : <TermsList kind={contract.kind} values={inForce.values} />}
        </Card>
        <div className="flex min-w-0 flex-col gap-5">
          {loaderData.notices.length === 0 ? null : <NoticeCard data={loaderData} answer={answer} />}
          {amendments.length < 2 ? null : (
            <Card title={words.amendments}>
              <AmendmentList amendments={amendments} />
            </Card>
          )}
        </div>
      </div>
      {mayChange ? <TermsForm data={loaderData} answer={answer} /> : null}
    </Page>
  );
}
