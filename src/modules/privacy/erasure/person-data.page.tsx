import { Download } from "lucide-react";
import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import { en as accessEn } from "../access/access.en.ts";
import { fr as accessFr } from "../access/access.fr.ts";
import { accesses } from "../access/access.store.ts";
import { AccessTable } from "../access/access-table.view.tsx";
import { en as archiveEn } from "../archive/archive.en.ts";
import { fr as archiveFr } from "../archive/archive.fr.ts";
import { AnswersCard } from "../consent/answers-card.view.tsx";
import { answersOf } from "../consent/consent.store.ts";
import type { Route } from "./+types/person-data.page";
import { answerErasure } from "./answer-erasure.command.ts";
import { askErasure, withdrawErasure } from "./ask-erasure.command.ts";
import { carryOutErasure } from "./carry-out-erasure.command.ts";
import { en } from "./erasure.en.ts";
import { fr } from "./erasure.fr.ts";
import { mayErase } from "./erasure.policy.ts";
import { ErasureCard } from "./erasure-card.view.tsx";
import { shownErasure } from "./shown-erasure.store.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

const SHOWN = { limit: 100, offset: 0 };
const NO_FILTER = { action: null, q: "", from: null, until: null };

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, timeZone }) => {
    const refusal = mayErase(actor);
    if (refusal) return refusal;
    const personId = parseId<"person">(args.params.personId);
    const erasure = personId === null ? null : await shownErasure(tx, organizationId, personId, today);
    if (personId === null || erasure === null) return refuse("missing", "erasure.personMissing");
    const { rows } = await accesses(tx, organizationId, timeZone, { ...NO_FILTER, about: personId }, SHOWN);
    return {
      ...{ slug, personId, today, name: erasure.name, erasure, self: actor.personId === personId },
      accesses: rows.map(({ at, ...row }) => ({ ...row, on: dayIn(at, timeZone), time: timeIn(at, timeZone) })),
      answers: (await answersOf(tx, organizationId, personId)).map(({ at, ...answer }) => ({
        ...answer,
        on: dayIn(at, timeZone),
      })),
    };
  });
}

const ACTS = {
  record: { command: askErasure, said: "recorded" },
  withdraw: { command: withdrawErasure, said: "withdrawn" },
  keep: { command: answerErasure, said: "answerSaved" },
  erase: { command: carryOutErasure, said: "carriedOut" },
} as const;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["askedOn"]);
  const intent = input.intention as keyof typeof ACTS;
  if (!Object.hasOwn(ACTS, intent)) throw data(null, { status: 404 });
  const { command, said } = ACTS[intent];
  const { cooperative, personId } = args.params;
  return act(args, form, command as typeof askErasure, { ...input, personId }, () => ({
    to: `/${cooperative}/personnes/${personId}/donnees`,
    message: { fr: fr[said], en: en[said] },
  }));
}

export default function PersonData({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, personId, name, today, erasure, self, answers } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const archive = choose({ fr: archiveFr, en: archiveEn });
  const access = choose({ fr: accessFr, en: accessEn });
  const address = `/${slug}/personnes/${personId}`;
  return (
    <Page
      title={name}
      windowTitle={`${words.tab} · ${name}`}
      crumbs={[{ to: `/${slug}/personnes`, label: words.crumb }]}
      description={words.personLead}
    >
      <ThingTabs thing="person" address={address} label={name} />
      <ErasureCard erasure={erasure} answer={actionData} name={name} today={today} />
      {self ? null : (
        <Card title={archive.other} description={archive.otherLead}>
          <ButtonLink icon={Download} to={`${address}/donnees/archive`} reloadDocument prefetch="none">
            {archive.otherDownload}
          </ButtonLink>
        </Card>
      )}
      <AnswersCard answers={answers} />
      <Card title={access.title}>
        {loaderData.accesses.length === 0 ? (
          <p className="text-texte2">{access.none}</p>
        ) : (
          <AccessTable mine caption={access.title} rows={loaderData.accesses} />
        )}
      </Card>
    </Page>
  );
}
