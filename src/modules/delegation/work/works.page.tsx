import { addToMonth, monthOf, parseMonth } from "#kernel/day.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { traceReading } from "#platform/http/trace-reading.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { day, month as monthText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { Page } from "#ui/page.tsx";
import type { Column } from "#ui/table.tsx";
import { agreementsHere, findDelegation } from "../agreement/agreement.store.ts";
import { en as delegationEn } from "../delegation.en.ts";
import { fr as delegationFr } from "../delegation.fr.ts";
import { mayFollowWork } from "../delegation.policy.ts";
import type { Route } from "./+types/works.page";
import { listWork } from "./work.store.ts";
import { isLate } from "./work.ts";
import { WorkBadge } from "./work-badge.view.tsx";
import { en } from "./work-screen.en.ts";
import { fr } from "./work-screen.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(
    args,
    async (reader) => {
      const { tx, actor, organizationId, slug, today } = reader;
      const refusal = mayFollowWork(actor);
      if (refusal) return refusal;
      const { delegation } = actor;
      const month = parseMonth(new URL(args.request.url).searchParams.get("mois") ?? "") ?? monthOf(today);
      const own = delegation && { agreementId: delegation.agreementId, works: [...delegation.scope] };
      const works = await listWork(tx, organizationId, { month, ...own });
      if (delegation !== undefined) {
        const provider = (await findDelegation(tx, organizationId, delegation.agreementId))?.otherName ?? "";
        const fact = { subjectKind: "delegation.agreement", subjectId: delegation.agreementId };
        await traceReading(reader, "delegation.work.list", { ...fact, details: { count: works.length, provider } });
      }
      // What the client agreed with others is not the delegate's to know.
      const agreements = delegation === undefined ? await agreementsHere(tx, organizationId) : [];
      const names = new Map(agreements.map(({ id, otherName }) => [id, otherName]));
      return {
        ...{ slug, month, before: addToMonth(month, -1), after: addToMonth(month, 1) },
        delegate: delegation !== undefined,
        works: works.map(({ id, work, personName, agreementId, dueOn, doneOn, faultAt }) => ({
          ...{ id: id as string, work, personName, dueOn, done: doneOn !== null, faulty: faultAt !== null },
          ...{ late: isLate({ dueOn, doneOn }, today), provider: names.get(agreementId) ?? "" },
        })),
      };
    },
    { delegates: true },
  );
}

type Line = Awaited<ReturnType<typeof loader>>["works"][number];

export default function Works({ loaderData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const names = choose({ fr: delegationFr, en: delegationEn }).works;
  const { slug, month, before, after, works, delegate } = loaderData;
  const columns: Column<Line>[] = [
    {
      key: "work",
      header: words.work,
      rowHeader: true,
      cell: (line) => <TextLink to={`/${slug}/travaux-confies/${line.id}`}>{names[line.work]}</TextLink>,
    },
    { key: "person", header: words.person, cell: (line) => line.personName || words.house },
    { key: "due", header: words.due, cell: (line) => day(line.dueOn) },
    { key: "state", header: words.state, cell: (line) => <WorkBadge {...line} /> },
    ...(delegate ? [] : [{ key: "provider", header: words.provider, cell: (line: Line) => line.provider }]),
  ];
  return (
    <Page
      title={words.title}
      badge={<Badge tone="neutre">{monthText(month, language)}</Badge>}
      description={delegate ? words.leadDelegate : words.leadClient}
    >
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="secondary" size="small" to={`?mois=${before}`}>
          {words.before}
        </ButtonLink>
        <ButtonLink variant="secondary" size="small" to={`?mois=${after}`}>
          {words.after}
        </ButtonLink>
      </div>
      {works.length === 0 ? (
        <p className="text-texte2">{words.none}</p>
      ) : (
        <ListTable caption={words.title} rows={works} rowKey={(line) => line.id} columns={columns} />
      )}
    </Page>
  );
}
