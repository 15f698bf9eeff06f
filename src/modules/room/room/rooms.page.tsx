import { Plus, Users } from "lucide-react";
import { Link } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { Route } from "./+types/rooms.page";
import { en } from "./room.en.ts";
import { fr } from "./room.fr.ts";
import { mayFacilitate, mayReadRooms } from "./room.policy.ts";
import { listRooms } from "./room.store.ts";
import { spokenCode } from "./room.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, timeZone }) => {
    const refusal = mayReadRooms(actor);
    if (refusal) return refusal;
    const rooms = (await listRooms(tx, organizationId)).map((room) => ({
      ...{ id: room.id, title: room.title, participants: room.participants, cards: room.cards },
      code: room.closedAt === null ? spokenCode(room.code) : null,
      day: dayIn(room.closedAt ?? room.openedAt, timeZone),
    }));
    return { slug, facilitates: mayFacilitate(actor) === null, rooms };
  });
}

type Row = Route.ComponentProps["loaderData"]["rooms"][number];

export default function Rooms({ loaderData: { slug, facilitates, rooms } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const open = rooms.filter(({ code }) => code !== null);
  const closed = rooms.filter(({ code }) => code === null);
  const create = facilitates ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/salles/nouvelle`}>
      {words.open}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} description={words.lead} actions={create}>
      {open.length === 0 ? (
        <EmptyState icon={Users} title={words.none}>
          {facilitates ? words.noneHelp : words.noneHelpMember}
        </EmptyState>
      ) : (
        <RoomList title={words.openNow} slug={slug} rows={open} />
      )}
      {closed.length === 0 ? null : <RoomList title={words.closedBefore} slug={slug} rows={closed} />}
    </Page>
  );
}

function RoomList({
  title,
  slug,
  rows,
}: {
  readonly title: string;
  readonly slug: string;
  readonly rows: readonly Row[];
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={title}>
      <ul className="flex flex-col divide-y divide-bordure">
        {rows.map((row) => (
          <li key={row.id} data-row className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
            <div className="min-w-0">
              <Link to={`/${slug}/salles/${row.id}`} className="font-semibold text-marque underline underline-offset-4">
                {row.title}
              </Link>
              <p className="text-aide text-texte2">
                {fill(row.code === null ? words.closedOn : words.openedOn, { day: longDay(row.day, language) })}.{" "}
                {fill(words.facts, { participants: String(row.participants), cards: String(row.cards) })}.
              </p>
            </div>
            {row.code === null ? (
              <Badge>{words.state.closed}</Badge>
            ) : (
              <span className="flex items-center gap-3">
                <span className="font-semibold tracking-widest tabular-nums">
                  <span className="sr-only">{words.code} </span>
                  {row.code}
                </span>
                <Badge tone="ok">{words.state.open}</Badge>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
