import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, personNames, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { askAction, recordFindings } from "../audit/assess.command.ts";
import { FindingCards } from "../audit/finding-cards.view.tsx";
import { evidenceOf } from "../evidence/evidence.store.ts";
import { en } from "../label.en.ts";
import { fr, type LabelRefusalCode } from "../label.fr.ts";
import { mayAssess, mayOrganise, mayReadLabelling, maySpeakForIt } from "../label.policy.ts";
import { LEVEL_TONE } from "../label-tones.ts";
import type { Route } from "./+types/criterion.page";
import { AnswerCard } from "./answer-card.view.tsx";
import { loadLabelling } from "./load.store.ts";
import { answerCriteria } from "./run-labelling.command.ts";
import { readStanding } from "./standing.store.ts";

/** One criterion of a labelling: `?code=J01`; the first one when the address says none. */
export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("code");
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    const loaded = await loadLabelling(reader, parseId<"labelling">(args.params.labellingId));
    if ("refused" in loaded) return loaded;
    const { labelling, seats } = loaded;
    const refusal = mayReadLabelling(actor, seats, labelling);
    if (refusal) return refusal;
    const organises = mayOrganise(actor, seats, labelling.structureId) === null;
    const standing = await readStanding(tx, organizationId, labelling, { personId: actor.personId, organises });
    const rank = asked === null ? 0 : (standing?.criteria.findIndex(({ code }) => code === asked) ?? -1);
    const criterion = standing?.criteria[rank];
    if (standing === null || criterion === undefined) {
      return refuse("missing", "labelling.noCriterion" satisfies LabelRefusalCode);
    }
    const ids = criterion.findings.map(({ personId }) => personId);
    const names = await personNames(tx, organizationId, ids);
    const evidence = await evidenceOf(tx, organizationId, [labelling.structureId]);
    const shown = criterion.answer?.evidenceIds ?? [];
    const speaks = maySpeakForIt(actor, seats, labelling.structureId) === null;
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      labelling,
      criterion,
      rank,
      total: standing.criteria.length,
      previous: standing.criteria[rank - 1]?.code ?? null,
      next: standing.criteria[rank + 1]?.code ?? null,
      findings: criterion.findings.map((one) => ({ ...one, name: names.get(one.personId) ?? "" })),
      evidence: evidence
        .filter(({ id, retired }) => shown.includes(id) || (speaks && !retired))
        .map(({ id, title, link }) => ({ id, title, link })),
      may: {
        answer: speaks && labelling.status === "preparing",
        assess: labelling.status === "submitted" && mayAssess(actor, seats, labelling) === null,
      },
    };
  });
}

export type CriterionData = Route.ComponentProps["loaderData"];

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["dueOn"]);
  const { cooperative, labellingId } = args.params;
  const here = `/${cooperative}/label/demarches/${labellingId}`;
  // On to the next one; after the last, back to the whole.
  const onward = input.next ? `${here}/critere?code=${encodeURIComponent(input.next)}` : here;
  const said = (to: string, word: "saved" | "findingSaved" | "actionAsked") => () => ({
    to,
    message: { fr: fr.criterion[word], en: en.criterion[word] },
  });
  const { code, value } = input;
  switch (input.intention) {
    case "answer": {
      const answers = [{ code, value, comment: input.comment ?? "", evidenceIds: form.getAll("evidenceIds") }];
      return act(args, form, answerCriteria, { labellingId, answers }, said(onward, "saved"));
    }
    case "find": {
      const findings = [{ code, value, note: input.note ?? "" }];
      return act(args, form, recordFindings, { labellingId, findings }, said(onward, "findingSaved"));
    }
    case "ask": {
      const back = `${here}/critere?code=${encodeURIComponent(code ?? "")}`;
      return act(args, form, askAction, { ...input, labellingId }, said(back, "actionAsked"));
    }
    default:
      throw data(null, { status: 404 });
  }
}

export default function CriterionPage({ loaderData, actionData }: Route.ComponentProps) {
  const all = useLanguage().choose({ fr, en });
  const words = all.criterion;
  const { slug, labelling, criterion, rank, total, previous, next } = loaderData;
  const here = `/${slug}/label/demarches/${labelling.id}`;
  const answer = actionData ?? undefined;
  return (
    <Page
      title={`${criterion.code}, ${criterion.field}`}
      badge={<Badge tone={LEVEL_TONE[criterion.level]}>{all.levels[criterion.level]}</Badge>}
      width="form"
      crumbs={[
        { to: `/${slug}/label`, label: all.title },
        { to: here, label: labelling.structureName },
      ]}
    >
      <Card>
        <p className="text-section font-semibold [overflow-wrap:anywhere]">{criterion.wording}</p>
        {criterion.expected === "" ? null : (
          <p className="mt-1 text-texte2">{fill(words.expected, { expected: criterion.expected })}</p>
        )}
      </Card>
      <AnswerCard key={`a-${criterion.code}`} data={loaderData} answer={answer} />
      <FindingCards key={`f-${criterion.code}`} data={loaderData} answer={answer} />
      <nav aria-label={all.labelling.criteria} className="flex flex-wrap items-center justify-between gap-3">
        {previous === null ? <span /> : <TextLink to={`${here}/critere?code=${previous}`}>{words.previous}</TextLink>}
        <span className="text-texte2">{fill(words.rank, { rank: String(rank + 1), total: String(total) })}</span>
        {next === null ? <span /> : <TextLink to={`${here}/critere?code=${next}`}>{words.next}</TextLink>}
      </nav>
    </Page>
  );
}
