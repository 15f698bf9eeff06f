import { GraduationCap, Plus } from "lucide-react";
import { data } from "react-router";
import { toDay, yearOf } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { act } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { duration } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { pageAsked, pageWithin } from "#ui/page-of.ts";
import { Pagination } from "#ui/pagination.tsx";
import { Refused } from "#ui/refused.tsx";
import { readForm } from "../act.page.ts";
import { attendedMinutes } from "../attendance/attendance.store.ts";
import { askForWorkshop, voteForDemand } from "../demand/demand.command.ts";
import { openDemands } from "../demand/demand.store.ts";
import { Demands } from "../demand/demands.view.tsx";
import type { Route } from "./+types/workshops.page";
import { joinWorkshop, leaveWorkshop } from "./register.command.ts";
import { en } from "./workshop.en.ts";
import { fr } from "./workshop.fr.ts";
import { mayOrganize } from "./workshop.policy.ts";
import { countPastWorkshops, listWorkshops } from "./workshop.store.ts";
import { WorkshopLine } from "./workshop-card.view.tsx";
import { workshopRows } from "./workshop-rows.store.ts";

const MOST_COMING = 200;
const ON_A_PAGE = 50;

/** Workshops to come and over, and those that people would like. */
export function loader(args: Route.LoaderArgs) {
  const { search, searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now, today } = reader;
    const [first, last] = [toDay(`${yearOf(today)}-01-01`), toDay(`${yearOf(today)}-12-31`)];
    const minutes = await attendedMinutes(tx, organizationId, [actor.personId], first, last);
    const counted = await countPastWorkshops(tx, organizationId, now);
    const { offset, ...page } = pageWithin(counted, pageAsked(search), ON_A_PAGE);
    const past = await listWorkshops(tx, organizationId, now, "past", ON_A_PAGE, offset);
    return {
      slug,
      key: newId<"key">(now) as string,
      organizes: mayOrganize(actor) === null,
      coming: await workshopRows(reader, await listWorkshops(tx, organizationId, now, "coming", MOST_COMING)),
      past: await workshopRows(reader, past),
      ...page,
      demands: (await openDemands(tx, organizationId, actor.personId)).map(({ id, title, details, votes, mine }) => ({
        id: id as string,
        title,
        details,
        votes,
        mine,
      })),
      attended: minutes.get(actor.personId) ?? 0,
      asked: searchParams.get("demander") ?? "",
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const to = `/${args.params.cooperative}/ateliers`;
  const said = (word: "joined" | "waitingSaid" | "left" | "asked" | "voted") => ({
    to,
    message: { fr: fr[word], en: en[word] },
  });
  const mine = { workshopId: input.workshopId };
  switch (input.intention) {
    case "join":
      return act(args, form, joinWorkshop, mine, ({ seated }) => said(seated ? "joined" : "waitingSaid"));
    case "leave":
      return act(args, form, leaveWorkshop, mine, () => said("left"));
    case "ask":
      return act(args, form, askForWorkshop, input, () => said("asked"));
    case "vote":
      return act(args, form, voteForDemand, input, () => said("voted"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function Workshops({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, organizes, coming, past, demands, attended, asked, page, pageCount } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? undefined;
  return (
    <Page
      title={words.title}
      description={words.lead}
      actions={
        organizes ? (
          <ButtonLink variant="primary" icon={Plus} to={`/${slug}/ateliers/nouveau`}>
            {words.create}
          </ButtonLink>
        ) : null
      }
    >
      {attended === 0 ? null : <p>{fill(words.hours, { hours: duration(attended) })}</p>}
      <Refused intent="join" answer={answer} />
      <Refused intent="leave" answer={answer} />
      {coming.length === 0 ? (
        <EmptyState icon={GraduationCap} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <Card title={words.coming}>
          <ul className="divide-y divide-bordure">
            {coming.map((row) => (
              <WorkshopLine key={row.id} slug={slug} row={row} idempotencyKey={`${key}-${row.id}`} />
            ))}
          </ul>
        </Card>
      )}
      <Demands slug={slug} demands={demands} organizes={organizes} asked={asked} idempotencyKey={key} answer={answer} />
      {past.length === 0 ? null : (
        <Card title={words.past}>
          <ul className="divide-y divide-bordure">
            {past.map((row) => (
              <WorkshopLine key={row.id} slug={slug} row={row} idempotencyKey={key} />
            ))}
          </ul>
        </Card>
      )}
      <Pagination page={page} pageCount={pageCount} />
    </Page>
  );
}
